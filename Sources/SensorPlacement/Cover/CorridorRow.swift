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
  /// Evenly spread where all of them are clear, else each as far along as it may be, in steps of 50 mm.
  /// Nil for any other shape, and where no row is clear. The count is the least for places on the middle
  /// line: a place serves no more than a spacing of it.
  static func places(
    in area: DetectionArea, spacing: Int64, isClear: (PlanPoint) -> Bool = { _ in true }
  ) -> [PlanPoint]? {
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
    let whole = length(start, end)
    func place(at share: Double) -> PlanPoint {
      PlanPoint(
        start.x + Int64((Double(end.x - start.x) * share).rounded()),
        start.y + Int64((Double(end.y - start.y) * share).rounded()))
    }
    let count = max(1, Int((whole / Double(spacing) - 1e-9).rounded(.up)))
    let even = (0..<count).map { place(at: Double(2 * $0 + 1) / Double(2 * count)) }
    if even.allSatisfy(isClear) { return even }
    return shifted(along: whole, spacing: Double(spacing)) { isClear(place(at: $0 / whole)) }
      .map { $0.map { place(at: $0 / whole) } }
  }

  /// Distances from the start (mm): each as far as the one before and what is clear allow, the last no
  /// farther than the end asks for.
  private static func shifted(
    along whole: Double, spacing: Double, isClear: (Double) -> Bool
  ) -> [Double]? {
    var row: [Double] = []
    var last = -spacing / 2
    let end = whole - spacing / 2
    while last < end {
      let farthest = min(last + spacing, whole)
      let next =
        stride(from: end, through: farthest, by: 50).first { $0 > 0 && isClear($0) }
        ?? stride(from: farthest, to: max(last, 0), by: -50).first(where: isClear)
      guard let next else { return nil }
      row.append(next)
      last = next
    }
    return row
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
