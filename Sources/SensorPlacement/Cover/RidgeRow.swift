import SpatialCore
import TwinModel

/// The row of detectors that a roof of two slopes takes at its ridge (GB 50116-2013 6.2.10).
///
/// The clause gives no spacing. As many stand in the row as the area asks for, but no nearer to each
/// other than half the protection radius R, and so many that all of the ridge is within R of one.
enum RidgeRow {
  /// How far from the ridge a place may be moved to keep clear of what runs along it, and in what steps
  /// (mm).
  private static let farthest: Int64 = 1_500
  private static let step: Int64 = 100

  /// Places of the row in an area, relative to its corner; empty when the ridge is not above it.
  static func places(along ridge: CeilingRidge, in part: RoomTask.Part) -> [PlanPoint] {
    let cover = part.cover
    let (start, end) = (moved(ridge.start, part.origin), moved(ridge.end, part.origin))
    guard let (first, last) = cut(start, end, by: cover.area) else { return [] }
    let length = Double(squaredDistance(first, last)).squareRoot()
    let radius = Double(cover.radius)
    let least = max(1, Int((length / (2 * radius) - 1e-9).rounded(.up)))
    let count = max(least, min(cover.minimum, Int(2 * length / radius)))
    return (0..<count).map { index in
      let share = Double(2 * index + 1) / Double(2 * count)
      return clear(
        PlanPoint(
          first.x + Int64((Double(last.x - first.x) * share).rounded()),
          first.y + Int64((Double(last.y - first.y) * share).rounded())),
        across: (Double(first.y - last.y) / length, Double(last.x - first.x) / length), in: cover)
    }
  }

  private static func moved(_ point: PlanPoint, _ origin: PlanPoint) -> PlanPoint {
    PlanPoint(point.x - origin.x, point.y - origin.y)
  }

  /// The piece of a ridge from its first to its last point above an area; nil when that is under half a
  /// metre.
  private static func cut(
    _ start: PlanPoint, _ end: PlanPoint, by area: DetectionArea
  ) -> (PlanPoint, PlanPoint)? {
    let length = Double(squaredDistance(start, end)).squareRoot()
    let steps = max(1, Int(length / 50))
    let above = (0...steps).map { number in
      PlanPoint(
        start.x + (end.x - start.x) * Int64(number) / Int64(steps),
        start.y + (end.y - start.y) * Int64(number) / Int64(steps))
    }.filter(area.contains)
    guard let first = above.first, let last = above.last,
      squaredDistance(first, last) >= 500 * 500
    else { return nil }
    return (first, last)
  }

  /// The place nearest to one on the ridge that keeps all distances; the one on the ridge when none does.
  private static func clear(
    _ place: PlanPoint, across: (x: Double, y: Double), in cover: CeilingCover
  ) -> PlanPoint {
    for aside in stride(from: Int64(0), through: farthest, by: Int64.Stride(step)) {
      for side in [aside, -aside] {
        let moved = PlanPoint(
          place.x + Int64((Double(side) * across.x).rounded()),
          place.y + Int64((Double(side) * across.y).rounded()))
        if cover.area.contains(moved), cover.clearance(of: moved) >= Double(cover.clearance) {
          return moved
        }
      }
    }
    return place
  }
}
