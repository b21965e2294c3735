import SpatialCore
import TwinModel

extension ShapeReader {
  /// A B-spline curve as points at even parameters.
  ///
  /// Source: L. Piegl, W. Tiller, The NURBS Book, algorithm A4.1 by de Boor's recursion.
  func bSpline(_ instance: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    guard let degree = model.integer(instance, .degree), degree >= 1, degree < 32 else {
      throw .degenerate("a B-spline curve without a usable degree")
    }
    var points: [Vector3] = []
    for target in model.instances(instance, .controlPointsList) { points.append(try point(target)) }
    var weights = model.reals(instance, .weightsData)
    if weights.isEmpty { weights = Array(repeating: 1, count: points.count) }
    var knots: [Double] = []
    for (knot, count) in zip(
      model.reals(instance, .knots), model.reals(instance, .knotMultiplicities))
    {
      guard count >= 1, count <= 1000 else { throw .degenerate("a B-spline curve with bad knots") }
      knots += Array(repeating: knot, count: Int(count))
    }
    guard points.count > degree, weights.count == points.count,
      knots.count == points.count + degree + 1
    else { throw .degenerate("a B-spline curve whose knots do not fit its points") }
    let controls = zip(points, weights).map { SIMD4($0 * $1, $1) }
    let (first, last) = (knots[degree], knots[points.count])
    let count = 8 * (points.count - degree) + 8
    return (0...count).map { index in
      let parameter = first + (last - first) * Double(index) / Double(count)
      let point = deBoor(degree, knots, controls, min(parameter, last))
      return Vector3(point.x, point.y, point.z) / point.w
    }
  }

  private func deBoor(
    _ degree: Int, _ knots: [Double], _ controls: [SIMD4<Double>], _ parameter: Double
  ) -> SIMD4<Double> {
    var span = degree
    while span < controls.count - 1, parameter >= knots[span + 1] { span += 1 }
    var local = Array(controls[span - degree...span])
    for level in 1...degree {
      for index in stride(from: degree, through: level, by: -1) {
        let low = knots[index + span - degree]
        let width = knots[index + 1 + span - level] - low
        let share = width > 0 ? (parameter - low) / width : 0
        local[index] = local[index - 1] * (1 - share) + local[index] * share
      }
    }
    return local[degree]
  }
}
