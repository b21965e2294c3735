/// The knots of a B-spline and its degree.
struct BSplineBasis {
  let degree: Int
  let knots: [Double]
  /// How many control points there are.
  let count: Int

  /// Takes knots with their multiplicities; nil when they do not fit the number of control points.
  init?(degree: Int, knots: [Double], multiplicities: [Double], count: Int) {
    guard degree >= 1, degree < 32, count > degree, knots.count == multiplicities.count else {
      return nil
    }
    var all: [Double] = []
    for (knot, times) in zip(knots, multiplicities) {
      guard times >= 1, times <= 1000, knot.isFinite, knot >= all.last ?? -.infinity else {
        return nil
      }
      all += Array(repeating: knot, count: Int(times))
    }
    guard all.count == count + degree + 1, all[degree] < all[count] else { return nil }
    self.degree = degree
    self.count = count
    self.knots = all
  }

  /// The knots of Bézier pieces put end to end; nil when the points do not make whole pieces.
  init?(bezierDegree degree: Int, count: Int) {
    guard degree >= 1, count > degree, (count - 1) % degree == 0 else { return nil }
    let pieces = (count - 1) / degree
    self.init(
      degree: degree, knots: (0...pieces).map(Double.init),
      multiplicities: (0...pieces).map { Double($0 == 0 || $0 == pieces ? degree + 1 : degree) },
      count: count)
  }

  var range: ClosedRange<Double> { knots[degree]...knots[count] }

  /// The knots within the range, each once: between them the curve is smooth.
  var breaks: [Double] {
    var result: [Double] = []
    for knot in knots[degree...count] where knot > result.last ?? -.infinity { result.append(knot) }
    return result
  }

  /// Room for the weights of the control points that count at a parameter.
  typealias Weights = [32 of Double]

  /// Writes the weights of the control points that count at a parameter, which is brought into the
  /// range, and how fast each grows with the parameter; there are `degree + 1`.
  ///
  /// Source: L. Piegl, W. Tiller, The NURBS Book, algorithms A2.1 and A2.2, equation 2.7.
  ///
  /// - Returns: The first control point that counts.
  func weigh(_ parameter: Double, _ weights: inout Weights, slopes: inout Weights) -> Int {
    let u = min(max(parameter, range.lowerBound), range.upperBound)
    var (low, high) = (degree, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if knots[middle] <= u { low = middle } else { high = middle - 1 }
    }
    weights[0] = 1
    for level in 1...degree {
      // What the weight before has given to this place, and how fast.
      var carried = 0.0
      var carriedSlope = 0.0
      for index in 0..<level {
        let right = knots[low + 1 + index]
        let left = knots[low + 1 + index - level]
        let share = right > left ? weights[index] / (right - left) : 0
        weights[index] = carried + (right - u) * share
        carried = (u - left) * share
        slopes[index] = Double(level) * (carriedSlope - share)
        carriedSlope = share
      }
      weights[level] = carried
      slopes[level] = Double(level) * carriedSlope
    }
    return low - degree
  }

  /// Writes the weights only.
  func weigh(_ parameter: Double, _ weights: inout Weights) -> Int {
    var slopes = Weights(repeating: 0)
    return weigh(parameter, &weights, slopes: &slopes)
  }
}
