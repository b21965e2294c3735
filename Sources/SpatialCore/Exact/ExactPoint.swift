/// A point of the plane with coordinates x/w and y/w, exact, and near doubles to decide most questions
/// without long numbers.
package struct ExactPoint: Sendable {
  let x: BigInteger
  let y: BigInteger
  /// Positive.
  let w: BigInteger
  /// x/w and y/w, each off by less than 2⁻⁵⁰ of itself.
  package let nearX: Double
  package let nearY: Double

  init(x: BigInteger, y: BigInteger, w: BigInteger) {
    let flips = w.sign < 0
    (self.x, self.y, self.w) = flips ? (-x, -y, -w) : (x, y, w)
    nearX = ExactNumber(self.x, self.w).approximate
    nearY = ExactNumber(self.y, self.w).approximate
  }

  /// Creates a point from its coordinates.
  package init(_ x: ExactNumber, _ y: ExactNumber) {
    self.x = x.numerator * y.denominator
    self.y = y.numerator * x.denominator
    w = x.denominator * y.denominator
    (nearX, nearY) = (x.approximate, y.approximate)
  }

  /// The coordinates as fractions.
  package var coordinates: (x: ExactNumber, y: ExactNumber) {
    (ExactNumber(x, w), ExactNumber(y, w))
  }

  /// −1, 0 or 1 as `a` is left of, level with or right of `b`; among points one above the other, below
  /// comes first.
  static func order(_ a: ExactPoint, _ b: ExactPoint) -> Int {
    let byX = order(a.nearX, b.nearX) { (a.x * b.w - b.x * a.w).sign }
    return byX != 0 ? byX : order(a.nearY, b.nearY) { (a.y * b.w - b.y * a.w).sign }
  }

  private static func order(_ a: Double, _ b: Double, exact: () -> Int) -> Int {
    abs(a - b) > 0x1p-48 * max(abs(a), abs(b)) ? (a < b ? -1 : 1) : exact()
  }
}

/// +1 when `c` lies left of the line from `a` to `b`, −1 when right of it, 0 when on it; exact.
///
/// Doubles decide when they must be right: each coordinate is off by less than 2⁻⁵⁰ M, M the greatest
/// coordinate, so the determinant is off by less than 2⁻⁴⁶ M times the sum of the differences in it.
///
/// Source: Shewchuk: Adaptive precision floating-point arithmetic and fast robust geometric predicates,
/// Discrete & Computational Geometry 18 (1997), for the idea of the filter.
func orientation(_ a: ExactPoint, _ b: ExactPoint, _ c: ExactPoint) -> Int {
  let (bx, by) = (b.nearX - a.nearX, b.nearY - a.nearY)
  let (cx, cy) = (c.nearX - a.nearX, c.nearY - a.nearY)
  let determinant = bx * cy - by * cx
  let size = max(
    max(abs(a.nearX), abs(a.nearY)), max(abs(b.nearX), abs(b.nearY)),
    max(abs(c.nearX), abs(c.nearY)))
  let error = 0x1p-46 * size * (abs(bx) + abs(by) + abs(cx) + abs(cy) + 0x1p-46 * size)
  if determinant > error { return 1 }
  if determinant < -error { return -1 }
  return
    (a.x * (b.y * c.w - b.w * c.y) - a.y * (b.x * c.w - b.w * c.x)
    + a.w * (b.x * c.y - b.y * c.x)).sign
}
