import SpatialCore
import TwinModel

/// A piece of a curve with how much of the curve's parameter it takes.
struct CurveSpan {
  var points: [Vector3]
  var parameterLength: Double

  /// Metres along some spans up to a parameter of the whole, from 0.
  static func station(of parameter: Double, in spans: [CurveSpan]) -> Double {
    var before = 0.0
    var left = parameter
    for (index, span) in spans.enumerated() {
      let length = MeasuredLine(span.points).length
      if left <= span.parameterLength || index == spans.count - 1 {
        let share = span.parameterLength > 0 ? left / span.parameterLength : 1
        return before + length * min(max(share, 0), 1)
      }
      before += length
      left -= span.parameterLength
    }
    return before
  }
}

extension ShapeReader {
  /// The pieces of a curve.
  ///
  /// Source: ISO 10303-42: a polyline takes one unit a piece; a composite curve adds what its segments'
  /// curves take: trimmed lines and conics the difference of their trims, B-splines that of their knots.
  func spans(of curve: STEPInstance, depth: Int = 0) throws(ShapeProblem) -> [CurveSpan] {
    try spend(depth: depth)
    if model.isKind(curve, of: .compositeCurve) {
      var result: [CurveSpan] = []
      for segment in model.instances(curve, .segments) {
        guard let parent = model.instance(segment, .parentCurve) else {
          throw .unsupported(model.className(segment))
        }
        let inner = try spans(of: parent, depth: depth + 1)
        if model.flag(segment, .sameSense) == false {
          result += inner.reversed().map {
            CurveSpan(points: $0.points.reversed(), parameterLength: $0.parameterLength)
          }
        } else {
          result += inner
        }
      }
      return result
    }
    let points = try self.curve(curve, depth: depth)
    switch model.known(curve) {
    case .trimmedCurve:
      if let length = trimLength(curve, points) {
        return [CurveSpan(points: points, parameterLength: length)]
      }
    case .bSplineCurveWithKnots, .rationalBSplineCurveWithKnots, .bezierCurve,
      .rationalBezierCurve:
      let range = try bSplineCurve(curve).basis.range
      return [CurveSpan(points: points, parameterLength: range.upperBound - range.lowerBound)]
    case .circle, .ellipse:
      return [CurveSpan(points: points, parameterLength: 2 * .pi / units.angle)]
    default: break
    }
    return zip(points, points.dropFirst()).map { CurveSpan(points: [$0, $1], parameterLength: 1) }
  }

  /// How much of its parameter a trimmed line or conic takes; nil for other curves.
  private func trimLength(_ curve: STEPInstance, _ points: [Vector3]) -> Double? {
    guard let basis = model.instance(curve, .basisCurve), let first = points.first,
      let last = points.last
    else { return nil }
    switch model.known(basis) {
    case .line:
      let magnitude = model.instance(basis, .dir).flatMap { length($0, .magnitude) } ?? 0
      return (last - first).length / (magnitude > 0 ? magnitude : units.length)
    case .circle, .ellipse:
      guard let start = try? angle(of: first, on: basis),
        let end = try? angle(of: last, on: basis)
      else { return nil }
      let isForward = model.flag(curve, .senseAgreement) ?? true
      var sweep = (isForward ? end - start : start - end).truncatingRemainder(dividingBy: 2 * .pi)
      if sweep <= 1e-9 { sweep += 2 * .pi }
      return sweep / units.angle
    default: return nil
    }
  }
}
