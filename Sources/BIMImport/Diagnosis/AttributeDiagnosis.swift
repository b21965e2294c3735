import TwinModel

/// Compares what the attributes of objects and relations hold with what the schema says they hold.
///
/// Bodies are not looked at: what is wrong with them shows when they are meshed.
struct AttributeDiagnosis {
  private let model: IFCModel

  init(_ model: IFCModel) { self.model = model }

  /// Notes attributes of the wrong type, missing ones, and instances with too few or too many.
  func run() {
    var wrong: [(String, String)] = []
    var counts: [(String, String)] = []
    for object in model.instances(of: .root) {
      let types = model.attributeTypes(of: object)
      var cursor = model.file.parameters(object)
      var place = 0
      while let value = cursor.next() {
        if place < types.count, let problem = problem(value, types[place]) {
          wrong.append((
            subject(object),
            "\(model.className(object)) #\(model.number(object)): "
              + "\(model.attributeName(place, of: object)) is \(problem)"
          ))
        }
        place += 1
      }
      if place != types.count, !types.isEmpty {
        counts.append((
          subject(object),
          "\(model.className(object)) #\(model.number(object)) has \(place) attributes instead of"
            + " \(types.count)"
        ))
      }
    }
    model.log.each(
      .error, code: "ifc.attribute.type",
      suggestion: "the value was left out; export the file again", wrong)
    model.log.each(
      .warning, code: "ifc.attribute.count",
      suggestion: "check the schema that the file's header names", counts)
  }

  private func subject(_ object: STEPInstance) -> String {
    model.text(object, .globalId) ?? "#\(model.number(object))"
  }

  /// What a value is instead of what it should be; nil when it is right or nothing can be said.
  private func problem(_ value: STEPValue, _ type: IFCAttributeType) -> String? {
    switch value {
    case .null, .derived, .invalid: return nil
    default: break
    }
    guard !type.allows(value) else { return nil }
    return "\(IFCAttributeType.words(for: value)) where \(type.words) is expected"
  }
}
