import Foundation

/// Bands of a forecast some years ahead from all past errors up to there.
///
/// Errors of fewer years ahead count, too, grown to these years (``ErrorGrowth``); errors of forecasts
/// that knew fewer years are shrunk (``LearningCurve``), and old origins count less. Errors are measured
/// in steps of their size class, and every grade, every school or district and every cell of the two has
/// a volatility of its own, shrunk to that of all. What is left is one distribution of sizes, whose
/// quantiles make a band alike up and down: which way a few past years erred says little about the next.
///
/// As far as all units of a year erred together, the years count and not the units: that share of the
/// variance is widened by Student's factor for the independent years.
struct VolatilityBands {
  /// What an origin counts against the one a year later.
  private static let memory = 0.8
  /// The least errors that a size class has a scale of its own with.
  private static let classErrors = 30
  /// The share of errors that a step holds.
  private static let stepShare = 0.8

  /// Years ahead that errors were known of.
  let reach: Int
  /// Origins that errors so far ahead come from.
  let origins: Int
  private let edges: [Double]
  private let scales: [Double]
  private let parts: Volatility
  private let places: Volatility
  private let cells: Volatility
  /// By the place of each confidence in ``Confidence/allCases``.
  private let quantiles: [Double]

  /// Collects the errors known at `origin`; nil when there are none.
  ///
  /// `confidences` are those that will be asked for.
  init?(
    _ past: PastErrors, origin: Int, ahead: Int,
    confidences: [Confidence] = Confidence.allCases
  ) {
    guard let reach = past.reach(at: origin, ahead: ahead) else { return nil }
    self.reach = reach
    let samples = (1...reach).map { past.known(at: origin, ahead: $0) }
    origins = samples[reach - 1].count
    edges = past.edges
    var errors = Self.errors(past, samples, origin: origin, ahead: ahead)
    guard !errors.isEmpty else { return nil }
    scales = Self.scales(errors, past.edges.count + 1)
    for index in errors.indices { errors[index].size /= scales[Int(errors[index].sizeClass)] }

    let count = past.parts
    parts = Volatility(&errors, groups: count, priorErrors: 10) { Int($0.part) }
    places = Volatility(&errors, groups: past.units, priorErrors: 10) { Int($0.place) }
    cells =
      count > 1
      ? Volatility(&errors, groups: past.units * count, priorErrors: 20) {
        Int($0.place) * count + Int($0.part)
      } : .alike
    var sample = WeightedQuantile(capacity: errors.count)
    for error in errors { sample.add(error.size, weight: error.weight) }

    let share = Self.commonShare(samples)
    // Errors of several years ahead overlap: so many years as they are long on average are one.
    let periods = Int((2 * Double(samples[0].count) / Double(1 + reach)).rounded())
    quantiles = Confidence.allCases.map { confidence in
      guard confidences.contains(confidence) else { return 0 }
      let student = StudentFactor.factor(confidence, periods: max(1, periods))
      return sample.value(selecting: 1 - 2 * confidence.tail)
        * (1 - share + share * student * student).squareRoot()
    }
  }

  /// Half the width of the band of one cell, as a logarithm.
  func halfWidth(_ forecast: Double, place: Int, part: Int, _ confidence: Confidence) -> Double {
    quantiles[confidence.place] * scales[PastErrors.place(forecast, edges)] * parts[part]
      * places[place] * cells[place * parts.count + part]
  }

  /// The band around a forecast number of pupils of one cell.
  func band(
    _ forecast: Double, place: Int, part: Int, _ confidence: Confidence
  ) -> (low: Double, high: Double) {
    let factor = exp(halfWidth(forecast, place: place, part: part, confidence))
    return (forecast / factor, forecast * factor)
  }

  // MARK: - Parts

  /// The size of an error, as of now and of these years ahead.
  struct Error {
    var size: Double
    var weight: Double
    var place: Int32
    var part: Int16
    var sizeClass: Int16
  }

  private static func errors(
    _ past: PastErrors, _ samples: [[PastErrors.Sample]], origin: Int, ahead: Int
  ) -> [Error] {
    let growth = ahead == 1 ? 1 : ErrorGrowth(past, origin: origin).power
    let learning = LearningCurve(past, origin: origin)
    let observed = past.observed(through: origin)
    let newest = samples.joined().reduce(0) { max($0, $1.origin) }
    var errors: [Error] = []
    errors.reserveCapacity(samples.joined().reduce(0) { $0 + $1.misses.count })
    for (index, known) in samples.enumerated() {
      let grown = pow(Double(ahead) / Double(index + 1), growth)
      for sample in known {
        let factor = grown * learning.factor(observed: sample.observed, now: observed)
        let weight = pow(memory, Double(newest - sample.origin))
        for miss in sample.misses {
          errors.append(
            Error(
              size: abs(miss.error) * factor, weight: weight, place: miss.place, part: miss.part,
              sizeClass: miss.size))
        }
      }
    }
    return errors
  }

  /// What four errors in five stay below, by size class.
  private static func scales(_ errors: [Error], _ count: Int) -> [Double] {
    var counts = [Int](repeating: 0, count: count)
    for error in errors { counts[Int(error.sizeClass)] += 1 }
    var classes = counts.map { WeightedQuantile(capacity: $0) }
    for error in errors { classes[Int(error.sizeClass)].add(error.size, weight: error.weight) }
    var whole: Double?
    return classes.indices.map { place in
      if classes[place].count >= classErrors {
        return max(classes[place].value(selecting: stepShare), 1e-9)
      }
      if let whole { return whole }
      var all = WeightedQuantile(capacity: errors.count)
      for error in errors { all.add(error.size, weight: error.weight) }
      let scale = max(all.value(selecting: stepShare), 1e-9)
      whole = scale
      return scale
    }
  }

  /// The share of the variance that all units of a year have in common.
  private static func commonShare(_ samples: [[PastErrors.Sample]]) -> Double {
    let newest = samples.joined().reduce(0) { max($0, $1.origin) }
    var common = 0.0
    var all = 0.0
    for sample in samples.joined() where !sample.misses.isEmpty {
      let count = Double(sample.misses.count)
      let weight = pow(memory, Double(newest - sample.origin))
      // Independent errors have a mean, too: what chance makes of it is no common shock.
      let shared = (sample.sum * sample.sum - sample.squares) / (count * (count - 1))
      common += weight * (count > 1 ? max(0, shared) : sample.squares)
      all += weight * sample.squares / count
    }
    return all > 0 ? min(1, common / all) : 0
  }
}
