import TwinModel

/// Compares what the attributes of objects and relations hold with what the schema says they hold.
///
/// Bodies are not looked at: what is wrong with them shows when they are meshed.
struct AttributeDiagnosis {
  private let model: IFCModel

  init(_ model: IFCModel) { self.model = model }

  /// Notes attributes of the wrong type, instances with too few or too many, and relations to objects
  /// of the wrong class.
  func run() {
    // A schema read by the table of another differs in more than is wrong.
    guard SchemaChoice(schemas: model.file.header.schemas).finding == nil else { return }
    noteTypes()
    noteEnds()
  }

  // MARK: - Types of attributes

  private func noteTypes() {
    let types = model.attributeTypes()
    var wrong: [(String, String)] = []
    var counts: [(String, String)] = []
    for object in model.instances(of: .root) {
      let types = types[Int(model.file.index.keywords[Int(object.row)])]
      var cursor = model.file.parameters(object)
      var place = 0
      while let value = cursor.next() {
        if place < types.count, !types[place].allows(value) {
          wrong.append(
            (
              subject(object),
              "\(named(object)): \(types[place].name) is \(IFCAttributeType.words(for: value))"
                + " where \(types[place].words) is expected"
            ))
        }
        place += 1
        if case .invalid = value { break }
      }
      if place != types.count {
        counts.append(
          (subject(object), "\(named(object)) has \(place) attributes instead of \(types.count)"))
      }
    }
    model.log.each(
      .error, code: "ifc.attribute.type",
      suggestion: "the value was left out; export the file again", wrong)
    model.log.each(
      .warning, code: "ifc.attribute.count",
      suggestion: "check the schema that the file's header names", counts)
  }

  // MARK: - Ends of relations

  /// What stands at the ends of relations.
  private static let ends: [(relation: IFCClass, end: IFCAttribute, expected: [IFCClass])] = [
    (
      .relContainedInSpatialStructure, .relatingStructure,
      [.spatialElement, .spatialStructureElement]
    ),
    (.relVoidsElement, .relatingBuildingElement, [.element]),
    (.relVoidsElement, .relatedOpeningElement, [.featureElementSubtraction]),
    (.relFillsElement, .relatingOpeningElement, [.openingElement]),
    (.relFillsElement, .relatedBuildingElement, [.element]),
    (.relDefinesByType, .relatingType, [.typeObject]),
    (.relAssignsToGroup, .relatingGroup, [.group]),
    (.relSpaceBoundary, .relatingSpace, [.space, .externalSpatialElement]),
    (.relSpaceBoundary, .relatedBuildingElement, [.element]),
  ]

  private func noteEnds() {
    var wrong: [(String, String)] = []
    for (relation, end, expected) in AttributeDiagnosis.ends {
      for instance in model.instances(of: relation) {
        // A class that the schema does not have is told as such.
        guard let target = model.instance(instance, end), model.isInSchema(target),
          !expected.contains(where: { model.isKind(target, of: $0) })
        else { continue }
        wrong.append(
          (
            subject(instance),
            "\(named(instance)): \(end.spelling) is \(named(target)) where"
              + " \(expected[0].spelling) is expected"
          ))
      }
    }
    model.log.each(
      .error, code: "ifc.reference.type",
      suggestion: "the relation cannot be followed as meant; export the file again", wrong)
  }

  private func named(_ object: STEPInstance) -> String {
    "\(model.className(object)) #\(model.number(object))"
  }

  private func subject(_ object: STEPInstance) -> String {
    model.text(object, .globalId) ?? "#\(model.number(object))"
  }
}
