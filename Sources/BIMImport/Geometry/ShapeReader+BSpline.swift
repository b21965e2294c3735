import SpatialCore
import TwinModel

/// A B-spline curve, also a rational one.
struct BSplineCurve {
  let basis: BSplineBasis
  /// Control points times weight, and the weight.
  let controls: [SIMD4<Double>]

  func point(_ parameter: Double) -> Vector3 {
    var weights = BSplineBasis.Weights(repeating: 0)
    let first = basis.weigh(parameter, &weights)
    var sum = SIMD4<Double>.zero
    for index in 0...basis.degree { sum += controls[first + index] * weights[index] }
    return Vector3(sum.x, sum.y, sum.z) / sum.w
  }

  /// Chords between two parameters, at most `tolerance` from the curve.
  func points(_ from: Double, _ to: Double, tolerance: Double) -> [Vector3] {
    let (low, high) = (min(from, to), max(from, to))
    let knots = [low] + basis.breaks.filter { $0 > low && $0 < high } + [high]
    var result = [point(low)]
    for (a, b) in zip(knots, knots.dropFirst()) {
      // Even pieces between knots: the curve is a polynomial there and bends evenly enough.
      var count = basis.degree == 1 ? 1 : 2
      while count < 256 {
        let error = error(a, b, count)
        if error <= tolerance { break }
        // Shrinks with the square of the count where the curve bends evenly.
        let likely = (Double(count) * (error / tolerance).squareRoot()).rounded(.up)
        count = Int(min(max(likely, Double(count + 1)), Double(2 * count)))
      }
      for index in 1...count { result.append(point(a + (b - a) * Double(index) / Double(count))) }
    }
    return from <= to ? result : result.reversed()
  }

  private func error(_ a: Double, _ b: Double, _ count: Int) -> Double {
    let step = (b - a) / Double(count)
    return (0..<count).reduce(0) { worst, index in
      let here = a + step * Double(index)
      let middle = (point(here) + point(here + step)) / 2
      return max(worst, (point(here + step / 2) - middle).length)
    }
  }
}

extension ShapeReader {
  /// A B-spline curve as chords.
  func bSpline(_ instance: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    let curve = try bSplineCurve(instance)
    return points(curve, curve.basis.range.lowerBound, curve.basis.range.upperBound)
  }

  /// A B-spline curve between two parameters as chords.
  func points(_ curve: BSplineCurve, _ from: Double, _ to: Double) -> [Vector3] {
    let extent = curve.controls.reduce(0.0) { size, control in
      let point = Vector3(control.x, control.y, control.z) / control.w
      let first = Vector3(curve.controls[0].x, curve.controls[0].y, curve.controls[0].z)
      return max(size, (point - first / curve.controls[0].w).length)
    }
    return curve.points(from, to, tolerance: tolerance(extent: extent))
  }

  /// How far chords may lie from a curve of some extent (m): ``chordTolerance``, and less for small ones.
  func tolerance(extent: Double) -> Double {
    max(min(ShapeReader.chordTolerance, 0.001 * extent), 1e-7)
  }

  /// How far triangles may lie from a face of some extent (m): ``faceTolerance``, and less for small ones.
  func faceTolerance(extent: Double) -> Double {
    max(min(ShapeReader.faceTolerance, 0.001 * extent), 1e-7)
  }

  func bSplineCurve(_ instance: STEPInstance) throws(ShapeProblem) -> BSplineCurve {
    guard let degree = model.integer(instance, .degree) else {
      throw .degenerate("\(model.className(instance)) without a degree")
    }
    var points: [Vector3] = []
    for target in model.instances(instance, .controlPointsList) { points.append(try point(target)) }
    let known = model.known(instance)
    let basis =
      known == .bezierCurve || known == .rationalBezierCurve
      ? BSplineBasis(bezierDegree: degree, count: points.count)
      : BSplineBasis(
        degree: degree, knots: model.reals(instance, .knots),
        multiplicities: model.reals(instance, .knotMultiplicities), count: points.count)
    guard let basis else {
      throw .degenerate("\(model.className(instance)) whose knots do not fit its points")
    }
    return BSplineCurve(
      basis: basis, controls: try weighted(points, model.reals(instance, .weightsData), instance))
  }

  /// Control points with their weights; 1 where there are none.
  func weighted(
    _ points: [Vector3], _ weights: [Double], _ instance: STEPInstance
  ) throws(ShapeProblem) -> [SIMD4<Double>] {
    guard !weights.isEmpty else { return points.map { SIMD4($0, 1) } }
    guard weights.count == points.count, weights.allSatisfy({ $0 > 1e-12 && $0 < 1e12 }) else {
      throw .degenerate("\(model.className(instance)) whose weights do not fit its points")
    }
    return zip(points, weights).map { SIMD4($0 * $1, $1) }
  }
}
