/// The lines along which what a corner sees can end inside the polygon: from each reflex corner that it
/// sees and that hides something, on in the same direction.
///
/// A line may be longer than the true one; more lines than needed only cut cells smaller.
struct SightLine {
  let start: ExactPoint
  let end: ExactPoint

  /// All lines of corner `viewer`.
  static func lines(of viewer: Int, in polygon: ExactPolygon) -> [SightLine] {
    let eye = polygon.corners[viewer]
    return polygon.corners.indices.compactMap { corner in
      guard corner != viewer, polygon.isReflex(corner) else { return nil }
      let at = polygon.corners[corner]
      let before = orientation(eye, at, polygon.corners[polygon.previous[corner]])
      let after = orientation(eye, at, polygon.corners[polygon.next[corner]])
      // Walls on both sides hide nothing beyond that a wall does not end.
      guard before * after >= 0, polygon.sees(viewer, at) else { return nil }
      let beyond = along(eye, at, by: ExactNumber(1))
      guard polygon.isOpen(corner, toward: beyond) else { return nil }
      let reach = ExactNumber(reach(from: at, toward: beyond, in: polygon))
      return SightLine(start: at, end: along(eye, at, by: reach))
    }
  }

  /// The point at + factor (at − eye).
  private static func along(
    _ eye: ExactPoint, _ at: ExactPoint, by factor: ExactNumber
  ) -> ExactPoint {
    // Over the denominator at.w · eye.w · factor's.
    let (n, d) = (factor.numerator, factor.denominator)
    let onto = d + n
    return ExactPoint(
      x: at.x * eye.w * onto - eye.x * at.w * n, y: at.y * eye.w * onto - eye.y * at.w * n,
      w: at.w * eye.w * d)
  }

  /// How many times the way from `start` to `beyond` fits before a wall ends it; never too little, and a
  /// short number.
  private static func reach(
    from start: ExactPoint, toward beyond: ExactPoint, in polygon: ExactPolygon
  ) -> Double {
    let (dx, dy) = (beyond.nearX - start.nearX, beyond.nearY - start.nearY)
    let size = polygon.corners.reduce(1) { max($0, abs($1.nearX), abs($1.nearY)) }
    // Far enough to leave the polygon in any case.
    var least = 4 * size / max(abs(dx), abs(dy), 0x1p-40 * size) + 1
    let sides = polygon.corners.map { orientation(start, beyond, $0) }
    for corner in polygon.corners.indices {
      let follower = polygon.next[corner]
      guard sides[corner] * sides[follower] < 0 else { continue }
      let (a, b) = (polygon.corners[corner], polygon.corners[follower])
      let (ex, ey) = (b.nearX - a.nearX, b.nearY - a.nearY)
      let (fx, fy) = (a.nearX - start.nearX, a.nearY - start.nearY)
      let (top, bottom) = (fx * ey - fy * ex, dx * ey - dy * ex)
      let error = 0x1p-42 * size * (abs(dx) + abs(dy) + abs(ex) + abs(ey) + abs(fx) + abs(fy))
      guard abs(bottom) > 4 * error else { continue }
      let time = top / bottom
      let upper = time + 4 * (error + abs(time) * error) / abs(bottom)
      if orientation(a, b, start) * orientation(a, b, beyond) > 0, time < 0 { continue }
      if time >= 0, upper < least { least = upper }
    }
    // Rounded up to 20 bits.
    let unit = Double(sign: .plus, exponent: Int(least.exponent) - 20, significand: 1)
    return (least / unit).rounded(.up) * unit
  }
}
