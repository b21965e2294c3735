import TwinModel

/// The relations of a model, read once: who contains, voids, fills, types and describes whom.
struct ModelRelations {
  /// Parent by part, from IfcRelAggregates and IfcRelNests.
  private(set) var parent = RelationLink()
  /// Parts by parent, in order of the file.
  private(set) var parts = RelationTable()
  /// Spatial element by contained product.
  private(set) var container = RelationLink()
  /// Products that a spatial element refers to without containing them.
  private(set) var referenced = RelationTable()
  /// Openings by element.
  private(set) var openings = RelationTable()
  /// Element by opening.
  private(set) var voided = RelationLink()
  /// Filling elements by opening.
  private(set) var fillings = RelationTable()
  /// Opening by filling element.
  private(set) var filled = RelationLink()
  /// Element or space by its covering.
  private(set) var covered = RelationLink()
  /// Type by occurrence.
  private(set) var type = RelationLink()
  /// Property sets and quantities by object.
  private(set) var definitions = RelationTable()
  /// Material definition by object.
  private(set) var material = RelationLink()
  /// Classification references by object.
  private(set) var classifications = RelationTable()
  /// Members by group.
  private(set) var members = RelationTable()
  /// What a system serves.
  private(set) var serves = RelationTable()
  /// Boundaries (IfcRelSpaceBoundary) by space.
  private(set) var boundaries = RelationTable()

  init(_ model: IFCModel) {
    for relation in model.instances(of: .relAggregates) + model.instances(of: .relNests) {
      guard let whole = model.instance(relation, .relatingObject) else { continue }
      for part in model.instances(relation, .relatedObjects) where part != whole {
        parent.add(part, whole)
        parts.add(whole, part)
      }
    }
    readPlaces(model)
    readOpenings(model)
    readAssociations(model)
    for relation in model.instances(of: .relAssignsToGroup) {
      guard let group = model.instance(relation, .relatingGroup) else { continue }
      for member in model.instances(relation, .relatedObjects) { members.add(group, member) }
    }
    for relation in model.instances(of: .relServicesBuildings) {
      guard let system = model.instance(relation, .relatingSystem) else { continue }
      for place in model.instances(relation, .relatedBuildings) { serves.add(system, place) }
    }
    for relation in model.instances(of: .relSpaceBoundary) {
      guard let space = model.instance(relation, .relatingSpace) else { continue }
      boundaries.add(space, relation)
    }
    sort()
  }

  private mutating func sort() {
    for link in [\Self.parent, \.container, \.voided, \.filled, \.covered, \.type, \.material] {
      self[keyPath: link].sort()
    }
    let tables = [
      \Self.parts, \.openings, \.fillings, \.definitions, \.classifications, \.members, \.serves,
      \.boundaries, \.referenced,
    ]
    for table in tables { self[keyPath: table].sort() }
  }

  private mutating func readPlaces(_ model: IFCModel) {
    for relation in model.instances(of: .relContainedInSpatialStructure) {
      guard let place = model.instance(relation, .relatingStructure) else { continue }
      for product in model.instances(relation, .relatedElements) { container.add(product, place) }
    }
    for relation in model.instances(of: .relReferencedInSpatialStructure) {
      guard let place = model.instance(relation, .relatingStructure) else { continue }
      for product in model.instances(relation, .relatedElements) { referenced.add(place, product) }
    }
    for relation in model.instances(of: .relCoversBldgElements) {
      guard let element = model.instance(relation, .relatingBuildingElement) else { continue }
      for covering in model.instances(relation, .relatedCoverings) {
        covered.add(covering, element)
      }
    }
    for relation in model.instances(of: .relCoversSpaces) {
      // IFC2X3 calls it RelatedSpace.
      guard
        let space = model.instance(relation, .relatingSpace)
          ?? model.instance(relation, .relatedSpace)
      else { continue }
      for covering in model.instances(relation, .relatedCoverings) { covered.add(covering, space) }
    }
  }

  private mutating func readOpenings(_ model: IFCModel) {
    for relation in model.instances(of: .relVoidsElement) {
      guard let element = model.instance(relation, .relatingBuildingElement),
        let opening = model.instance(relation, .relatedOpeningElement)
      else { continue }
      openings.add(element, opening)
      voided.add(opening, element)
    }
    for relation in model.instances(of: .relFillsElement) {
      guard let opening = model.instance(relation, .relatingOpeningElement),
        let element = model.instance(relation, .relatedBuildingElement)
      else { continue }
      fillings.add(opening, element)
      filled.add(element, opening)
    }
  }

  private mutating func readAssociations(_ model: IFCModel) {
    for relation in model.instances(of: .relDefinesByType) {
      guard let type = model.instance(relation, .relatingType) else { continue }
      for object in model.instances(relation, .relatedObjects) { self.type.add(object, type) }
    }
    for relation in model.instances(of: .relDefinesByProperties) {
      let sets = model.instances(relation, .relatingPropertyDefinition)
      for object in model.instances(relation, .relatedObjects) {
        for set in sets { definitions.add(object, set) }
      }
    }
    for relation in model.instances(of: .relAssociatesMaterial) {
      guard let material = model.instance(relation, .relatingMaterial) else { continue }
      for object in model.instances(relation, .relatedObjects) {
        self.material.add(object, material)
      }
    }
    for relation in model.instances(of: .relAssociatesClassification) {
      guard let reference = model.instance(relation, .relatingClassification) else { continue }
      for object in model.instances(relation, .relatedObjects) {
        classifications.add(object, reference)
      }
    }
  }
}
