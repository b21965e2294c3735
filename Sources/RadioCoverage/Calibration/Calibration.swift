import Foundation

/// A multi-wall model fitted to a survey.
///
///     level = P − 10·n·log d − α·d + o_t − Σ k_m·L_m
///
/// P is the level at 1 m (dBm), n the exponent, d the distance (m, at least 1), α the loss of a metre of
/// furnished room (dB/m; 0 unless the prior has one), o_t the offset of the transmitter, k_m and L_m the
/// number and the loss (dB) of the walls of a material. The parameters are
/// those of the greatest posterior: the sum of (residual/σ)² and of ((parameter − mean)/deviation)² of
/// ``CalibrationPrior`` is least (ridge regression towards the prior; offsets are random effects). P is
/// free. An unknown transmitter has offset 0.
///
/// Source: Hoerl, Kennard: Ridge regression, Technometrics 12 (1970); the model is COST 231's multi-wall
/// model, α that of its linear attenuation model (final report, §4.7).
public struct Calibration: Hashable, Sendable {
  /// Level at 1 m (dBm).
  public let level: Double
  /// Exponent of the distance.
  public let exponent: Double
  /// α: loss (dB) of each metre of furnished room; 0 where the prior has none.
  public let absorption: Double
  /// Loss (dB) of one wall of each material.
  public let losses: [Double]
  /// Offsets (dB) of the transmitters, by name.
  public let offsets: [String: Double]

  /// Fits a model; `links` have as many crossings as `prior` has losses.
  ///
  /// - Returns: nil without links.
  public init?(_ links: [SurveyLink], prior: CalibrationPrior) {
    guard !links.isEmpty else { return nil }
    let materials = prior.losses.count
    // Columns: level, exponent, walls of each material, α if any, offsets.
    let hasAbsorption = prior.absorption != nil
    let firstOffset = 2 + materials + (hasAbsorption ? 1 : 0)
    precondition(
      links.allSatisfy { $0.crossings.count == materials }, "crossings of each material")
    let names = prior.transmitterDeviation == nil ? [] : Set(links.map(\.transmitter)).sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let size = firstOffset + names.count
    var normal = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var right = [Double](repeating: 0, count: size)
    for link in links {
      var row = [Double](repeating: 0, count: size)
      row[0] = 1
      row[1] = -Self.decades(link)
      for material in 0..<materials { row[2 + material] = -link.crossings[material] }
      if hasAbsorption { row[2 + materials] = -Self.metres(link) }
      if let index = place[link.transmitter] { row[firstOffset + index] = 1 }
      for i in 0..<size where row[i] != 0 {
        for j in 0..<size { normal[i][j] += row[i] * row[j] }
        right[i] += row[i] * link.level
      }
    }
    let variance = prior.residual * prior.residual
    func believe(_ index: Int, _ mean: Double, _ deviation: Double) {
      normal[index][index] += variance / (deviation * deviation)
      right[index] += mean * variance / (deviation * deviation)
    }
    believe(1, prior.exponent.mean, prior.exponent.deviation)
    for (material, loss) in prior.losses.enumerated() {
      believe(2 + material, loss.mean, loss.deviation)
    }
    if let absorption = prior.absorption {
      believe(2 + materials, absorption.mean, absorption.deviation)
    }
    if let deviation = prior.transmitterDeviation {
      for index in names.indices { believe(firstOffset + index, 0, deviation) }
    }
    let solution = solve(normal, right)
    level = solution[0]
    exponent = solution[1]
    absorption = hasAbsorption ? solution[2 + materials] : 0
    losses = Array(solution[2..<2 + materials])
    offsets = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($1, solution[firstOffset + $0]) })
  }

  /// The level (dBm) that the model expects.
  public func predicted(_ link: SurveyLink) -> Double {
    level - exponent * Self.decades(link) - absorption * Self.metres(link)
      + (offsets[link.transmitter] ?? 0)
      - zip(link.crossings, losses).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Measured minus expected (dB), link by link.
  public func errors(_ links: [SurveyLink]) -> [Double] { links.map { $0.level - predicted($0) } }

  /// Measured minus expected (dB), link by link, each by a model that has seen no link of the same
  /// transmitter; nil when there is only one transmitter.
  public static func errorsLeavingOut(
    _ links: [SurveyLink], prior: CalibrationPrior
  ) -> [Double]? {
    var errors = [Double](repeating: 0, count: links.count)
    for name in Set(links.map(\.transmitter)).sorted() {
      guard let model = Calibration(links.filter { $0.transmitter != name }, prior: prior) else {
        return nil
      }
      for (index, link) in links.enumerated() where link.transmitter == name {
        errors[index] = link.level - model.predicted(link)
      }
    }
    return errors
  }

  private static func decades(_ link: SurveyLink) -> Double { 10 * log10(metres(link)) }
  private static func metres(_ link: SurveyLink) -> Double { max(link.distance, 1) }
}

/// Mean, spread and size of errors (dB).
public struct ErrorSummary: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Mean of their absolute values.
  public let absoluteMean: Double
  /// Standard deviation around their mean.
  public let deviation: Double
  /// Root of the mean of their squares.
  public let rootMeanSquare: Double

  /// Sums errors up; nil when there is none.
  public init?(_ errors: [Double]) {
    guard !errors.isEmpty else { return nil }
    let count = Double(errors.count)
    let mean = errors.reduce(0, +) / count
    self.count = errors.count
    self.mean = mean
    absoluteMean = errors.reduce(0) { $0 + abs($1) } / count
    deviation = (errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    rootMeanSquare = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
  }
}

/// Solves a symmetric positive definite system by elimination.
private func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var (matrix, right) = (matrix, right)
  let size = right.count
  for pivot in 0..<size {
    for row in (pivot + 1)..<size where matrix[row][pivot] != 0 {
      let factor = matrix[row][pivot] / matrix[pivot][pivot]
      for column in pivot..<size { matrix[row][column] -= factor * matrix[pivot][column] }
      right[row] -= factor * right[pivot]
    }
  }
  for row in (0..<size).reversed() {
    for column in (row + 1)..<size { right[row] -= matrix[row][column] * right[column] }
    right[row] /= matrix[row][row]
  }
  return right
}
