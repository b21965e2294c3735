import TwinModel

/// Looks for what is wrong with a model as a whole: classes, identities, attributes, structure.
struct ModelDiagnosis {
  private let model: IFCModel
  private let relations: ModelRelations
  private let ids: Identities

  init(_ model: IFCModel, _ relations: ModelRelations, _ ids: Identities) {
    self.model = model
    self.relations = relations
    self.ids = ids
  }

  /// Notes findings.
  func run() {
    noteClasses()
    noteIdentities()
    AttributeDiagnosis(model).run()
    notePlaces()
    noteOpenings()
  }

  private func noteClasses() {
    for unknown in model.unknownClasses {
      model.log.note(
        Finding(
          .warning, code: "ifc.class.unknown",
          message: "\(unknown.count) × \(unknown.name), which \(model.schema.name) does not have",
          suggestion: "check the schema that the file's header names"))
    }
  }

  // MARK: - Identities

  private func noteIdentities() {
    model.log.each(
      .error, code: "ifc.guid.missing",
      suggestion: "give every object a GlobalId; this one is known by its number",
      ids.missing.map {
        ("#\(model.number($0))", "\(model.className($0)) #\(model.number($0)) has no GlobalId")
      })
    model.log.each(
      .warning, code: "ifc.guid.invalid",
      suggestion: "write 22 characters of 0-9A-Za-z_$, the first one 0 to 3",
      ids.invalid.map { object in
        let id = model.text(object, .globalId) ?? ""
        return (id, "\(model.className(object)) “\(id)” has no valid GlobalId")
      })
    model.log.each(
      .error, code: "ifc.guid.duplicate",
      suggestion: "give every object a GlobalId of its own; this one is known by its number too",
      ids.duplicates.map { object in
        let id = model.text(object, .globalId) ?? ""
        return (
          id,
          "\(model.className(object)) #\(model.number(object)) has the GlobalId of another object"
        )
      })
  }

  // MARK: - Structure

  private func notePlaces() {
    let places = ProductPlaces(model: model, relations: relations)
    var lost: [(String, String)] = []
    var direct: [(String, String)] = []
    // Without any storey the building is told, not each element.
    guard !model.instances(of: .buildingStorey).isEmpty else { return }
    for product in model.instances(of: .element) where places.isPhysical(product) {
      guard let home = places.home(of: product) else {
        lost.append(subject(product, "is in no storey, building or site"))
        continue
      }
      if model.known(home) == .building {
        direct.append(subject(product, "is in the building, but in none of its storeys"))
      }
    }
    model.log.each(
      .warning, code: "ifc.element.noStorey",
      suggestion: "assign it to a storey in the authoring program; it was put into the nearest one",
      lost)
    model.log.each(
      .info, code: "ifc.element.inBuilding",
      suggestion: "assign it to the storey it stands on; it was put into the nearest one", direct)
    let spaces = model.instances(of: .space).filter { space in
      places.home(of: space).map { model.known($0) != .buildingStorey } ?? true
    }
    model.log.each(
      .warning, code: "ifc.space.noStorey",
      suggestion: "make it a part of its storey; it was put into the nearest one",
      spaces.map { subject($0, "is in no storey") })
  }

  private func noteOpenings() {
    let loose = model.instances(of: .openingElement).filter { relations.voided[$0] == nil }
    model.log.each(
      .warning, code: "ifc.opening.voidsNothing",
      suggestion: "relate it to the element it is a hole of (IfcRelVoidsElement)",
      loose.map { subject($0, "is a hole in nothing") })
  }

  private func subject(_ product: STEPInstance, _ what: String) -> (String, String) {
    let name = model.text(product, .name) ?? ""
    return (
      ids[product].value,
      "\(model.className(product))\(name.isEmpty ? "" : " “\(name)”") \(what)"
    )
  }
}
