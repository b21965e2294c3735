import TwinModel

/// The identity of each object: its GlobalId, made unique where the file is not.
struct Identities {
  private var ids: [STEPInstance: GlobalID] = [:]
  private let model: IFCModel

  init(_ model: IFCModel) {
    self.model = model
    var seen: Set<String> = []
    for object in model.instances(of: .root) {
      let id = model.text(object, .globalId) ?? ""
      // The first bearer keeps a GlobalId; others, and those without, are told apart by number.
      let isFree = !id.isEmpty && seen.insert(id).inserted
      ids[object] = GlobalID(isFree ? id : "\(id)#\(model.number(object))")
    }
  }

  /// The identity of an object.
  subscript(object: STEPInstance) -> GlobalID {
    ids[object] ?? GlobalID("#\(model.number(object))")
  }
}
