/// How large the errors of groups are against those of all, as factors shrunk to 1.
struct Volatility {
  /// Squared errors count to this many steps: a school that closed says little about its rest.
  private static let cap = 9.0

  private let factors: [Double]

  /// Groups that are all alike.
  static let alike = Volatility(factors: [])

  private init(factors: [Double]) { self.factors = factors }

  /// Takes the factors of errors, and measures the errors in them.
  ///
  /// - Parameters:
  ///   - errors: In steps; afterwards in steps of their group.
  ///   - groups: How many groups there are.
  ///   - priorErrors: What the volatility of all weighs as much as.
  ///   - group: The group of an error.
  init(
    _ errors: inout [VolatilityBands.Error], groups: Int, priorErrors: Double,
    group: (VolatilityBands.Error) -> Int
  ) {
    var squares = [Double](repeating: 0, count: groups)
    var counts = squares
    for error in errors {
      squares[group(error)] += error.weight * min(error.size * error.size, Self.cap)
      counts[group(error)] += error.weight
    }
    let mean = squares.reduce(0, +) / max(counts.reduce(0, +), 1)
    guard mean > 0 else {
      factors = [Double](repeating: 1, count: groups)
      return
    }
    factors = zip(squares, counts).map {
      (($0 + priorErrors * mean) / ($1 + priorErrors) / mean).squareRoot()
    }
    for index in errors.indices { errors[index].size /= factors[group(errors[index])] }
  }

  /// How many groups there are; 0 where all are alike.
  var count: Int { factors.count }

  /// The factor of a group.
  subscript(group: Int) -> Double { factors.isEmpty ? 1 : factors[group] }
}
