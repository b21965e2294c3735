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

  /// The cells of row `y` that lie in the shadow; `x(i) = x0 + i·step` are their centres.
  ///
  /// The interval is found from the lines that bound the shadow and then moved, cell by cell, until
  /// its ends agree with ``holds(_:_:)``, so that rounding decides nothing.
  func cells(y: Double, x0: Double, step: Double, count: Int) -> Range<Int> {
    var low = -Double.infinity
    var high = Double.infinity
    let sign: Double = side > 0 ? 1 : -1
    let dy = y - ty
    // Side of the receiver against the segment: sign · (across − ey·x) ≤ 0.
    let across = ex * (y - ay) + ey * ax
    func keep(_ slope: Double, _ constant: Double) -> Bool {
      if slope > 1e-12 {
        low = max(low, -constant / slope)
      } else if slope < -1e-12 {
        high = min(high, -constant / slope)
      } else {
        return constant >= -1e-9
      }
      return true
    }
    guard keep(sign * ey, -sign * across) else { return 0..<0 }
    // Inside the wedge: left of one end, right of the other, as seen by the transmitter.
    let turn: Double = va * ub - vb * ua > 0 ? 1 : -1
    guard keep(-turn * ua, turn * (va * dy + ua * tx)), keep(turn * ub, turn * (-tx * ub - dy * vb))
    else { return 0..<0 }
    if tz < z0 || tz >= z1 || tz + rise < z0 || tz + rise >= z1 {
      let (under, over) = (tz - z0, z1 - tz)
      guard
        keep(sign * under * ey, sign * (under * (side - across) + side * rise)),
        keep(sign * over * ey, sign * (over * (side - across) - side * rise))
      else { return 0..<0 }
    }
    guard low <= high + step else { return 0..<0 }
    func index(_ x: Double) -> Int {
      Int(min(max(((x - x0) / step).rounded(.up), 0), Double(count)))
    }
    var (first, end) = (index(low), index(high))
    if end < first { end = first }
    while first > 0, holds(x0 + Double(first - 1) * step, y) { first -= 1 }
    while first < end, !holds(x0 + Double(first) * step, y) { first += 1 }
    if first >= end { end = first }
    while end < count, holds(x0 + Double(end) * step, y) { end += 1 }
    while end > first, !holds(x0 + Double(end - 1) * step, y) { end -= 1 }
    return first..<end
  }
}
