import TwinModel

/// Checks of a list of vertices.
enum VertexCheck {
  /// How many points stand at the place of an earlier one.
  static func duplicates(_ points: [Point3]) -> Int {
    var seen: Set<Point3> = []
    seen.reserveCapacity(points.count)
    return points.count { !$0.x.isNaN && !seen.insert($0).inserted }
  }
}
