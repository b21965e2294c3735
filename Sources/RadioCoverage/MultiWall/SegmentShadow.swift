import TwinModel

/// What one segment hides from one transmitter, on the plane of the receivers.
///
/// The shadow is convex: the part beyond the segment of the wedge through its ends, cut by the two
/// lines where rays pass just over and just under it. So it is one interval on every row of cells.
struct SegmentShadow {
  private let ax, ay, ex, ey: Double
  private let tx, ty, tz, rise: Double
  private let z0, z1: Double
  /// Twice the area of start, end, transmitter: which side the transmitter is on.
  private let side: Double
  private let ua, va, ub, vb: Double
  private let inverseLength: Double

  init(_ segment: WallSegment, from transmitter: Point3, receiverHeight: Double) {
    (ax, ay) = (segment.start.x, segment.start.y)
    (ex, ey) = (segment.end.x - segment.start.x, segment.end.y - segment.start.y)
    (tx, ty, tz) = (transmitter.x, transmitter.y, transmitter.z)
    rise = receiverHeight - transmitter.z
    (z0, z1) = (segment.bottom.value, segment.top.value)
    side = ex * (ty - ay) - ey * (tx - ax)
    (ua, va) = (segment.start.y - ty, segment.start.x - tx)
    (ub, vb) = (segment.end.y - ty, segment.end.x - tx)
    let length = (ex * ex + ey * ey).squareRoot()
    inverseLength = length > 0 ? 1 / length : 0
  }

  /// Whether a ray can cross the segment at all, by the heights of its ends.
  var isReachable: Bool { max(tz, tz + rise) >= z0 && min(tz, tz + rise) < z1 }

  private func receiverSide(_ x: Double, _ y: Double) -> Double { ex * (y - ay) - ey * (x - ax) }

  /// Whether the ray to (x, y) crosses the segment; see ``WallScene`` for ties.
  func holds(_ x: Double, _ y: Double) -> Bool {
    let here = receiverSide(x, y)
    guard (side > 0) != (here > 0) else { return false }
    let (dx, dy) = (x - tx, y - ty)
    guard (dx * ua - dy * va > 0) != (dx * ub - dy * vb > 0) else { return false }
    let z = tz + side / (side - here) * rise
    return z >= z0 && z < z1
  }

  /// Cosine of the angle between the ray to (x, y), `distance` long, and the segment's normal.
  func cosine(_ x: Double, _ y: Double, distance: Double) -> Double {
    distance > 0 ? abs(side - receiverSide(x, y)) * inverseLength / distance : 1
  }

  /// The cosine times the distance along row `y`, as a linear function of x before its absolute.
  func projection(_ y: Double) -> (constant: Double, slope: Double) {
    ((side - ex * (y - ay) - ey * ax) * inverseLength, ey * inverseLength)
  }

  /// The cells of row `y` that lie in the shadow, from a first guess; `x(i) = x0 + i·step` are their
  /// centres.
  ///
  /// The ends of the guess are moved, cell by cell, until they agree with ``holds(_:_:)``, so that
  /// rounding decides nothing.
  func settle(
    _ guess: Range<Int>, y: Double, x0: Double, step: Double, count: Int
  ) -> Range<Int> {
    var (first, end) = (guess.lowerBound, guess.upperBound)
    while first > 0, holds(x0 + Double(first - 1) * step, y) { first -= 1 }
    while first < end, !holds(x0 + Double(first) * step, y) { first += 1 }
    if first >= end { end = first }
    while end < count, holds(x0 + Double(end) * step, y) { end += 1 }
    while end > first, !holds(x0 + Double(end - 1) * step, y) { end -= 1 }
    return first..<end
  }

  /// A half-plane a·x + b·y + c ≥ 0 of the receivers' plane, from the transmitter.
  struct HalfPlane {
    var a, b, c: Double
  }

  /// The half-planes whose intersection is the shadow, but for its border; nil when nothing is hidden.
  var halfPlanes: [HalfPlane]? {
    guard isReachable else { return nil }
    if side == 0 {
      // On the segment's line and beyond its ends: rays slide along it and cross nothing.
      return ua * ub + va * vb > 0 ? nil : []
    }
    let sign: Double = side > 0 ? 1 : -1
    // Which side of the segment's line a receiver is on: ex·y − ey·x + across.
    let across = ey * va - ex * ua
    let turn: Double = va * ub - vb * ua > 0 ? 1 : -1
    var planes = [
      HalfPlane(a: sign * ey, b: -sign * ex, c: -sign * across),
      HalfPlane(a: -turn * ua, b: turn * va, c: 0),
      HalfPlane(a: turn * ub, b: -turn * vb, c: 0),
    ]
    if tz < z0 || tz >= z1 || tz + rise < z0 || tz + rise >= z1 {
      let (under, over) = (tz - z0, z1 - tz)
      planes += [
        HalfPlane(
          a: sign * under * ey, b: -sign * under * ex,
          c: sign * (under * (side - across) + side * rise)),
        HalfPlane(
          a: sign * over * ey, b: -sign * over * ex,
          c: sign * (over * (side - across) - side * rise)),
      ]
    }
    return planes
  }
}
