import TwinModel

/// Reads classification references as `system:code`, or the bare code of an unnamed system.
struct ClassificationReader {
  let model: IFCModel
  let relations: ModelRelations

  /// The references of an object and of its type, sorted, each once.
  func codes(of object: STEPInstance) -> [String] {
    let own = relations.classifications[object] ?? []
    let typed = relations.type[object].flatMap { relations.classifications[$0] } ?? []
    return Set((own + typed).compactMap(code)).sorted()
  }

  private func code(_ reference: STEPInstance) -> String? {
    // IFC2X3 calls it ItemReference.
    let code =
      model.text(reference, .identification) ?? model.text(reference, .itemReference)
      ?? model.text(reference, .name)
    guard let code, !code.isEmpty else { return nil }
    var source = model.instance(reference, .referencedSource)
    for _ in 0..<32 {
      guard let here = source, model.known(here) == .classificationReference else { break }
      source = model.instance(here, .referencedSource)
    }
    let system = source.flatMap { model.text($0, .name) } ?? ""
    return system.isEmpty ? code : "\(system):\(code)"
  }
}
