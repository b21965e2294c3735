/// The rooms that a door or window lies between: an edge of the graph of rooms.
public struct RoomsBeside: Hashable, Sendable, Codable {
  /// The spaces, sorted: two for an inner door, one towards the outside.
  public var spaces: [GlobalID]
  /// What says so.
  public var source: Source

  /// What an edge of the graph of rooms rests on.
  public enum Source: String, Hashable, Sendable, Codable {
    /// The file's space boundaries name the door or window.
    case boundaries
    /// The rooms lie on both sides of it.
    case geometry
  }

  /// Creates an edge; `spaces` may come in any order.
  public init(spaces: [GlobalID], source: Source) {
    self.spaces = spaces.sorted()
    self.source = source
  }
}
