package import TwinModel

/// 走道净宽: how wide a corridor is at its narrowest.
package enum CorridorWidth {
  /// The least distance between two walls that face each other across the floor; nil without such
  /// walls.
  ///
  /// Two parallel edges face each other when each lies before the other and they overlap. A pair
  /// that overlaps less than it is apart counts only when the floor goes on at both ends of the
  /// overlap, which is so between a pier and the wall, not between the sides of a niche. Columns
  /// that stand free and walls that are not parallel are not looked at.
  package static func narrowest(_ outline: [PlanPolygon]) -> Metres? {
    outline.compactMap(narrowest).min().map { Metres($0 / 1000) }
  }

  private struct Edge {
    let start: PlanPoint
    let direction: (x: Double, y: Double)
    let length: Double

    init?(_ start: PlanPoint, _ end: PlanPoint) {
      let (x, y) = (Double(end.x - start.x), Double(end.y - start.y))
      length = (x * x + y * y).squareRoot()
      guard length > 0 else { return nil }
      self.start = start
      direction = (x / length, y / length)
    }

    /// A point along the edge and to its left (mm).
    func point(_ along: Double, _ left: Double) -> PlanPoint {
      PlanPoint(
        start.x + Int64((along * direction.x - left * direction.y).rounded()),
        start.y + Int64((along * direction.y + left * direction.x).rounded()))
    }

    /// A point in the edge's frame: along and to the left (mm).
    func frame(_ point: PlanPoint) -> (along: Double, left: Double) {
      let (x, y) = (Double(point.x - start.x), Double(point.y - start.y))
      return (x * direction.x + y * direction.y, y * direction.x - x * direction.y)
    }
  }

  private static func narrowest(_ polygon: PlanPolygon) -> Double? {
    // The floor lies left of every edge: outer rings run counter-clockwise, holes clockwise.
    let edges = polygon.rings.flatMap { ring in
      ring.indices.compactMap { Edge(ring[$0], ring[($0 + 1) % ring.count]) }
    }
    var least: Double?
    for (index, edge) in edges.enumerated() {
      for other in edges[(index + 1)...] {
        guard let distance = distance(edge, other, in: polygon) else { continue }
        least = min(least ?? distance, distance)
      }
    }
    return least
  }

  private static func distance(_ edge: Edge, _ other: Edge, in polygon: PlanPolygon) -> Double? {
    let cross = edge.direction.x * other.direction.y - edge.direction.y * other.direction.x
    let dot = edge.direction.x * other.direction.x + edge.direction.y * other.direction.y
    guard abs(cross) < 0.01, dot < 0 else { return nil }
    let ends = [edge.frame(other.start), edge.frame(other.point(other.length, 0))]
    let distance = (ends[0].left + ends[1].left) / 2
    let low = max(0, min(ends[0].along, ends[1].along))
    let high = min(edge.length, max(ends[0].along, ends[1].along))
    guard distance >= 1, high - low >= 1 else { return nil }
    func isFloor(_ along: Double) -> Bool { polygon.contains(edge.point(along, distance / 2)) }
    guard isFloor((low + high) / 2) else { return nil }
    let isPassage = high - low >= distance || isFloor(low - 5) && isFloor(high + 5)
    return isPassage ? distance : nil
  }
}
