package import TwinModel

/// On how many sides of a corridor rooms open into it: two make it an inner corridor (内走道), one a
/// single-loaded one (单侧走道).
package enum CorridorSides {
  /// Two, one or none; nil when the plan has no door that joins two rooms, so that it cannot say.
  ///
  /// The sides are those of the line through the middle of the corridor's box along its longest
  /// edge. Only doors to rooms that are not themselves on the way out are looked at.
  package static func count(
    of corridor: PlanRoom, in plan: StoreyPlan, isCirculation: (GlobalID) -> Bool
  ) -> Int? {
    let points = corridor.outline.flatMap(\.outer)
    guard let axis = longestEdge(corridor.outline), let first = points.first else { return nil }
    func offset(_ x: Double, _ y: Double) -> Double {
      (y - Double(first.y)) * axis.x - (x - Double(first.x)) * axis.y
    }
    let offsets = points.map { offset(Double($0.x), Double($0.y)) }
    let middle = ((offsets.min() ?? 0) + (offsets.max() ?? 0)) / 2
    var sides: Set<Bool> = []
    for opening in plan.openings where opening.kind == .door {
      guard opening.rooms.contains(corridor.id),
        opening.rooms.contains(where: { $0 != corridor.id && !isCirculation($0) })
      else { continue }
      let x = Double(opening.start.x + opening.end.x) / 2
      let y = Double(opening.start.y + opening.end.y) / 2
      sides.insert(offset(x, y) > middle)
    }
    let saysIt = plan.openings.contains { $0.kind == .door && $0.rooms.count > 1 }
    return saysIt ? sides.count : nil
  }

  private static func longestEdge(_ outline: [PlanPolygon]) -> (x: Double, y: Double)? {
    var best: (length: Double, x: Double, y: Double)?
    for ring in outline.map(\.outer) {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        let (x, y) = (Double(b.x - a.x), Double(b.y - a.y))
        let length = (x * x + y * y).squareRoot()
        if length > best?.length ?? 0 { best = (length, x / length, y / length) }
      }
    }
    return best.map { ($0.x, $0.y) }
  }
}
