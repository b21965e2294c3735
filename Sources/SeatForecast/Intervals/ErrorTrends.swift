import Foundation

/// The power of the years ahead that errors grow with, as known at an origin.
///
/// Errors so many years ahead are compared with those one year ahead *of the same origins*: far errors
/// are known of old origins only, which knew less. The power is drawn towards 0.75, between 0 (errors
/// that do not grow) and the 1 of a steady drift.
struct ErrorGrowth {
  private static let prior = 0.75
  /// Spread of the logarithms that the prior weighs as much as.
  private static let priorWeight = 1.0

  let power: Double

  init(_ past: PastErrors, origin: Int) {
    let first = past.known(at: origin, ahead: 1)
    var products = Self.priorWeight * Self.prior
    var squares = Self.priorWeight
    for years in stride(from: 2, through: past.horizon, by: 1) {
      let far = past.known(at: origin, ahead: years)
      let origins = Set(far.map(\.origin))
      let near = first.filter { origins.contains($0.origin) }
      guard let farSize = Self.meanSize(far), let nearSize = Self.meanSize(near) else { continue }
      let distance = log(Double(years))
      products += Double(far.count) * distance * log(farSize / nearSize)
      squares += Double(far.count) * distance * distance
    }
    power = min(max(products / squares, 0), 1)
  }

  private static func meanSize(_ samples: [PastErrors.Sample]) -> Double? {
    let count = samples.reduce(0) { $0 + $1.misses.count }
    let sizes = samples.reduce(0) { $0 + $1.sizes }
    return sizes > 0 ? sizes / Double(count) : nil
  }
}

/// The power of the observed years that errors shrink with, as known at an origin: a forecast from three
/// years misses more than one from ten.
///
/// The slope of the logarithm of errors' mean size over that of the observed years, within each number of
/// years ahead, shrunk to 0. A slope within 0.3 of 0 is chance, and errors are not taken to grow.
struct LearningCurve {
  /// Spread of the logarithms that no slope at all weighs as much as.
  private static let priorWeight = 1.0
  private static let chance = 0.3
  private static let steepest = -1.5
  /// Keeps the logarithm of an error of nothing finite.
  private static let least = 1e-6

  let power: Double

  init(_ past: PastErrors, origin: Int) {
    var products = 0.0
    var squares = Self.priorWeight
    for years in stride(from: 1, through: past.horizon, by: 1) {
      let points = past.known(at: origin, ahead: years).compactMap { sample in
        sample.meanSize.map { (x: log(Double(sample.observed)), y: log($0 + Self.least)) }
      }
      let count = Double(points.count)
      let x = points.reduce(0) { $0 + $1.x } / count
      let y = points.reduce(0) { $0 + $1.y } / count
      for point in points {
        products += (point.x - x) * (point.y - y)
        squares += (point.x - x) * (point.x - x)
      }
    }
    power = min(max(products / squares + Self.chance, Self.steepest), 0)
  }

  /// What errors from an origin with `observed` years come to with `now` of them.
  func factor(observed: Int, now: Int) -> Double {
    power == 0 ? 1 : pow(Double(now) / Double(observed), power)
  }
}
