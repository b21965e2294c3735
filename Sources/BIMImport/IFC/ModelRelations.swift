import TwinModel

/// The relations of a model, read once: who contains, voids, fills, types and describes whom.
struct ModelRelations {
  /// Parent by part, from IfcRelAggregates and IfcRelNests.
  private(set) var parent: [STEPInstance: STEPInstance] = [:]
  /// Parts by parent, in order of the file.
  private(set) var parts: [STEPInstance: [STEPInstance]] = [:]
  /// Spatial element by contained product.
  private(set) var container: [STEPInstance: STEPInstance] = [:]
  /// Openings by element.
  private(set) var openings: [STEPInstance: [STEPInstance]] = [:]
  /// Element by opening.
  private(set) var voided: [STEPInstance: STEPInstance] = [:]
  /// Filling elements by opening.
  private(set) var fillings: [STEPInstance: [STEPInstance]] = [:]
  /// Opening by filling element.
  private(set) var filled: [STEPInstance: STEPInstance] = [:]
  /// Type by occurrence.
  private(set) var type: [STEPInstance: STEPInstance] = [:]
  /// Property sets and quantities by object.
  private(set) var definitions: [STEPInstance: [STEPInstance]] = [:]
  /// Material definition by object.
  private(set) var material: [STEPInstance: STEPInstance] = [:]
  /// Classification references by object.
  private(set) var classifications: [STEPInstance: [STEPInstance]] = [:]
  /// Members by group.
  private(set) var members: [STEPInstance: [STEPInstance]] = [:]
  /// Elements that bound a space, as often as they do.
  private(set) var boundaries: [STEPInstance: [STEPInstance]] = [:]

  init(_ model: IFCModel) {
    for relation in model.instances(of: .relAggregates) + model.instances(of: .relNests) {
      guard let whole = model.instance(relation, .relatingObject) else { continue }
      for part in model.instances(relation, .relatedObjects)
      where parent[part] == nil && part != whole {
        parent[part] = whole
        parts[whole, default: []].append(part)
      }
    }
    for relation in model.instances(of: .relContainedInSpatialStructure) {
      guard let place = model.instance(relation, .relatingStructure) else { continue }
      for product in model.instances(relation, .relatedElements) where container[product] == nil {
        container[product] = place
      }
    }
    for relation in model.instances(of: .relVoidsElement) {
      guard let element = model.instance(relation, .relatingBuildingElement),
        let opening = model.instance(relation, .relatedOpeningElement)
      else { continue }
      openings[element, default: []].append(opening)
      voided[opening] = element
    }
    for relation in model.instances(of: .relFillsElement) {
      guard let opening = model.instance(relation, .relatingOpeningElement),
        let element = model.instance(relation, .relatedBuildingElement)
      else { continue }
      fillings[opening, default: []].append(element)
      filled[element] = opening
    }
    readAssociations(model)
    for relation in model.instances(of: .relAssignsToGroup) {
      guard let group = model.instance(relation, .relatingGroup) else { continue }
      members[group, default: []] += model.instances(relation, .relatedObjects)
    }
    for relation in model.instances(of: .relSpaceBoundary) {
      guard let space = model.instance(relation, .relatingSpace),
        let element = model.instance(relation, .relatedBuildingElement)
      else { continue }
      boundaries[space, default: []].append(element)
    }
  }

  private mutating func readAssociations(_ model: IFCModel) {
    for relation in model.instances(of: .relDefinesByType) {
      guard let type = model.instance(relation, .relatingType) else { continue }
      for object in model.instances(relation, .relatedObjects) { self.type[object] = type }
    }
    for relation in model.instances(of: .relDefinesByProperties) {
      let sets = model.instances(relation, .relatingPropertyDefinition)
      for object in model.instances(relation, .relatedObjects) {
        definitions[object, default: []] += sets
      }
    }
    for relation in model.instances(of: .relAssociatesMaterial) {
      guard let material = model.instance(relation, .relatingMaterial) else { continue }
      for object in model.instances(relation, .relatedObjects) { self.material[object] = material }
    }
    for relation in model.instances(of: .relAssociatesClassification) {
      guard let reference = model.instance(relation, .relatingClassification) else { continue }
      for object in model.instances(relation, .relatedObjects) {
        classifications[object, default: []].append(reference)
      }
    }
  }
}
