/// The line a·x + b·y + c·w = 0 through two points.
struct ExactLine {
  let a: BigInteger
  let b: BigInteger
  let c: BigInteger

  init(_ p: ExactPoint, _ q: ExactPoint) {
    a = p.y * q.w - p.w * q.y
    b = p.w * q.x - p.x * q.w
    c = p.x * q.y - p.y * q.x
  }

  /// Whether the line goes straight up.
  var isVertical: Bool { b.sign == 0 }

  /// The height of a line that is not vertical at `x`.
  func height(at x: ExactNumber) -> ExactNumber {
    ExactNumber(-(a * x.numerator + c * x.denominator), b * x.denominator)
  }

  /// The point on both lines; nil when they are parallel.
  func crossing(_ other: ExactLine) -> ExactPoint? {
    let w = a * other.b - b * other.a
    guard w.sign != 0 else { return nil }
    return ExactPoint(x: b * other.c - c * other.b, y: c * other.a - a * other.c, w: w)
  }
}
