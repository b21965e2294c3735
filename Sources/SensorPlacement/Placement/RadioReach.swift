package import TwinModel

/// Which points of a storey a radio reaches: by distance and the number of walls between (COST 231
/// multi-wall with one class of walls).
package struct RadioReach {
  /// By number of walls between: the farthest distance (mm).
  private let reaches: [Double]
  private let walls: [(box: (min: PlanPoint, max: PlanPoint), ring: [PlanPoint])]

  /// Distance of candidates in a room (mm).
  private static let pitch: Int64 = 6_000

  package init(_ link: Sensing.LinkBudget, in plan: StoreyPlan) {
    reaches = (0...8).map { link.reach(walls: $0).value * 1000 }
    walls = plan.walls.flatMap(\.outline).map { (box: $0.bounds, ring: $0.outer) }
  }

  /// Places for a radio on the ceiling of an area, nearer to the walls where it is narrow.
  static func sites(of type: DeviceType, on area: DetectionArea) -> [PlanPoint] {
    CandidatePlaces.ceilingOrNarrower(
      area, clearance: millimetres(type.mounting.clearance), step: pitch)
  }

  /// Whether distance and walls leave enough power.
  package func isServed(_ point: PlanPoint, from place: PlanPoint) -> Bool {
    let distance = Double(squaredDistance(place, point)).squareRoot()
    guard distance <= reaches[0] else { return false }
    let (lowX, highX) = (min(place.x, point.x), max(place.x, point.x))
    let (lowY, highY) = (min(place.y, point.y), max(place.y, point.y))
    var count = 0
    for wall in walls
    where wall.box.max.x >= lowX && wall.box.min.x <= highX && wall.box.max.y >= lowY
      && wall.box.min.y <= highY && Self.crosses(place, point, wall.ring)
    {
      count += 1
      if count >= reaches.count || distance > reaches[count] { return false }
    }
    return true
  }

  /// Whether a segment runs through a ring that has its inside on the left: an edge of it has its ends on
  /// both sides of the segment, and those of the segment on both sides of itself.
  ///
  /// What is fixed to the face of a wall is before the wall, not in it, so that a point on an edge counts
  /// as outside.
  private static func crosses(_ a: PlanPoint, _ b: PlanPoint, _ ring: [PlanPoint]) -> Bool {
    ring.indices.contains { index in
      let (p, q) = (ring[index], ring[(index + 1) % ring.count])
      let (c, d) = (orientation(a, b, p), orientation(a, b, q))
      let (e, f) = (orientation(p, q, a), orientation(p, q, b))
      return (c >= 0) != (d >= 0) && (e > 0) != (f > 0)
    }
  }
}
