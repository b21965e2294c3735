import TwinModel

/// Reads classification references as `system:code`, or the bare code of an unnamed system.
struct ClassificationReader {
  private let model: IFCModel
  private let relations: ModelRelations
  /// The name of the only system that the project is classified by; it is meant where a reference
  /// names none.
  private let projectSystem: String?

  init(model: IFCModel, relations: ModelRelations) {
    self.model = model
    self.relations = relations
    let systems = model.instances(of: .project).flatMap { relations.classifications[$0] ?? [] }
      .filter { model.known($0) == .classification }.compactMap { model.text($0, .name) }
    projectSystem = Set(systems).count == 1 ? systems.first : nil
  }

  /// The references of an object and of its type, sorted, each once.
  func codes(of object: STEPInstance) -> [String] {
    let own = relations.classifications[object]
    let typed = relations.type[object].flatMap { relations.classifications[$0] }
    guard own != nil || typed != nil else { return [] }
    return Set(((own ?? []) + (typed ?? [])).compactMap(code)).sorted()
  }

  private func code(_ reference: STEPInstance) -> String? {
    switch model.known(reference) {
    case .classificationReference: return self.reference(reference)
    case .classificationNotation: return notation(reference)
    // An object that names a system and no place in it is not classified.
    default: return nil
    }
  }

  private func reference(_ reference: STEPInstance) -> String? {
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
    return joined(source.flatMap { model.text($0, .name) }, code)
  }

  /// A notation of IFC2X3: its facets one after the other.
  private func notation(_ notation: STEPInstance) -> String? {
    let facets = model.instances(notation, .notationFacets).compactMap {
      model.text($0, .notationValue)
    }
    return facets.isEmpty ? nil : joined(nil, facets.joined(separator: "."))
  }

  private func joined(_ system: String?, _ code: String) -> String {
    let system = system.flatMap { $0.isEmpty ? nil : $0 } ?? projectSystem ?? ""
    return system.isEmpty ? code : "\(system):\(code)"
  }
}
