/// What a flow problem must not say.
public enum FlowError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An arc or demand names a node that is not there.
  case noSuchNode(Int, nodes: Int)
  /// A number that must not be negative is.
  case negative(field: String, index: Int, value: Int64)
  /// Costs times amounts leave the range of 64-bit integers.
  case tooLarge(String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .noSuchNode(let node, let nodes):
      "the flow problem names node \(node), but has the nodes 0 to \(nodes - 1)"
    case .negative(let field, let index, let value):
      "\(field) \(index) of the flow problem is \(value), but must be 0 or more"
    case .tooLarge(let what):
      "the flow problem is too large for exact 64-bit arithmetic (\(what)); use coarser units"
    }
  }
}
