/// A set of small indices with constant-time insertion and removal, whose order follows from the calls
/// alone.
struct IndexBag {
  /// The members, in no particular but always the same order.
  private(set) var members: [Int32]
  /// By index: its place in ``members``, or −1.
  private var places: [Int32]

  init(capacity: Int) {
    members = []
    places = [Int32](repeating: -1, count: capacity)
  }

  /// All of `0 ..< full`.
  init(full: Int) {
    members = (0..<full).map(Int32.init)
    places = members
  }

  func contains(_ index: Int) -> Bool { places[index] >= 0 }

  /// Adds an index that is not a member.
  mutating func insert(_ index: Int) {
    places[index] = Int32(members.count)
    members.append(Int32(index))
  }

  /// Takes out a member.
  mutating func remove(_ index: Int) {
    let place = places[index]
    guard place >= 0, let last = members.popLast() else { return }
    if Int(last) != index {
      members[Int(place)] = last
      places[Int(last)] = place
    }
    places[index] = -1
  }
}
