import SpatialCore

/// One area of a profile: an outer ring and holes, in metres; rings are open and may run either way.
struct Profile: Hashable, Sendable {
  var outer: [Vector2]
  var holes: [[Vector2]] = []

  /// The same area with the outer ring counter-clockwise and the holes clockwise, and without corners
  /// on top of each other; nil when nothing is left.
  func normalized() -> Profile? {
    guard let outer = Profile.ring(outer, counterclockwise: true) else { return nil }
    return Profile(
      outer: outer, holes: holes.compactMap { Profile.ring($0, counterclockwise: false) })
  }

  private static func ring(_ points: [Vector2], counterclockwise: Bool) -> [Vector2]? {
    var result: [Vector2] = []
    for point in points where result.last.map({ ($0 - point).length > 1e-9 }) ?? true {
      result.append(point)
    }
    while result.count > 1, (result[0] - result[result.count - 1]).length <= 1e-9 {
      result.removeLast()
    }
    let area = signedArea(result)
    guard result.count >= 3, abs(area) > 1e-14 else { return nil }
    return (area > 0) == counterclockwise ? result : result.reversed()
  }
}
