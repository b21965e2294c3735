import TwinModel

/// Corridors narrower than GB 50116-2013 6.2.4 says: detectors in the middle, a spacing apart, half
/// of it from the end walls.
enum CorridorRow {
  /// The mean width of an area (mm), were it a corridor.
  ///
  /// It is the lesser side of the rectangle with the same floor area and perimeter: exact for a
  /// rectangle, close for a corridor with bends.
  static func meanWidth(of outline: PlanPolygon) -> Double {
    let area = outline.area.value * 1e6
    let perimeter = outline.rings.reduce(0.0) { sum, ring in
      sum
        + ring.indices.reduce(0.0) {
          $0 + length(ring[$1], ring[$1 + 1 == ring.endIndex ? 0 : $1 + 1])
        }
    }
    let quarter = perimeter / 4
    return quarter - max(0, quarter * quarter - area).squareRoot()
  }

  /// The row of places along a corridor with four corners and nothing in its way.
  ///
  /// Nil for any other shape. The count is the least: a place serves no more than a spacing of the middle line.
  static func places(in area: DetectionArea, spacing: Int64) -> [PlanPoint]? {
    let ring = area.outline.outer
    guard area.isConvex, ring.count == 4 else { return nil }
    let sides = (0..<4).map { length(ring[$0], ring[($0 + 1) % 4]) }
    let first = sides[0] + sides[2] < sides[1] + sides[3] ? 0 : 1
    let (short, long) = ([sides[first], sides[first + 2]], [sides[1 - first], sides[3 - first]])
    // A wedge or a skewed floor is no corridor with end walls.
    guard abs(short[0] - short[1]) < 100, abs(long[0] - long[1]) < 100 else { return nil }
    let ends = [
      middle(ring[first], ring[first + 1]), middle(ring[first + 2], ring[(first + 3) % 4]),
    ].sorted()
    let (start, end) = (ends[0], ends[1])
    let count = max(1, Int((length(start, end) / Double(spacing) - 1e-9).rounded(.up)))
    return (0..<count).map { index in
      let share = Double(2 * index + 1) / Double(2 * count)
      return PlanPoint(
        start.x + Int64((Double(end.x - start.x) * share).rounded()),
        start.y + Int64((Double(end.y - start.y) * share).rounded()))
    }
  }

  /// The radius (mm) that serves half a spacing of a corridor's middle line over its full width.
  static func radius(spacing: Int64, width: Double) -> Int64 {
    let half = Double(spacing) / 2
    return Int64((half * half + width * width / 4).squareRoot())
  }

  private static func length(_ a: PlanPoint, _ b: PlanPoint) -> Double {
    Double(squaredDistance(a, b)).squareRoot()
  }

  private static func middle(_ a: PlanPoint, _ b: PlanPoint) -> PlanPoint {
    PlanPoint((a.x + b.x) / 2, (a.y + b.y) / 2)
  }
}
