import TwinModel

/// Looks for what is wrong with a model as a whole.
struct ModelDiagnosis {
  private let model: IFCModel

  init(_ model: IFCModel) { self.model = model }

  /// Notes findings about unknown classes and GlobalIds.
  func run() {
    for unknown in model.unknownClasses {
      model.log.note(
        Finding(
          .warning, code: "ifc.class.unknown",
          message: "\(unknown.count) × \(unknown.name), which \(model.schema.name) does not have",
          suggestion: "check the schema that the file's header names"))
    }
    var seen: Set<String> = []
    for object in model.instances(of: .root) {
      guard let id = model.text(object, .globalId), !id.isEmpty else {
        model.log.count(
          .error, code: "ifc.guid.missing", what: "\(model.className(object)) has no GlobalId",
          subject: "#\(model.number(object))")
        continue
      }
      if !ModelDiagnosis.isValid(id) {
        model.log.count(
          .warning, code: "ifc.guid.invalid",
          what: "a GlobalId is not 22 characters of the IFC alphabet", subject: id)
      }
      if !seen.insert(id).inserted {
        model.log.count(
          .error, code: "ifc.guid.duplicate",
          what: "\(model.className(object)) has the GlobalId of another object", subject: id,
          suggestion: "give every object a GlobalId of its own")
      }
    }
  }

  /// Whether a text is 22 characters of `0-9A-Za-z_$`, the first one 0 to 3.
  static func isValid(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard bytes.count == 22, (48...51).contains(bytes[0]) else { return false }
    return bytes.allSatisfy { STEPCursor.isWord($0) || $0 == UInt8(ascii: "$") }
  }
}
