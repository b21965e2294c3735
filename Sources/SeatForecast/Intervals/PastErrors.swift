import Foundation

/// Past out-of-sample errors of a method at one level and unit, as `log(actual / forecast)`.
///
/// Each sample is worked out when it is first asked for.
final class PastErrors {
  /// The error of one cell.
  struct Miss {
    /// The school, district or region.
    var place: Int32
    /// Which of the unit's sums, as ``ComparedCells/Cell/part``.
    var part: Int16
    /// The size class of the forecast.
    var size: Int16
    var error: Double
  }

  /// The errors of one origin, a number of years ahead.
  struct Sample {
    /// Index of the year that the forecast is from.
    var origin: Int
    /// Observed years up to and with the origin.
    var observed: Int
    var misses: [Miss] = []
    /// Sums of the errors, their squares and their sizes.
    var sum = 0.0
    var squares = 0.0
    var sizes = 0.0

    /// The mean size of an error; nil without any.
    var meanSize: Double? { misses.isEmpty ? nil : sizes / Double(misses.count) }
  }

  private struct Key: Hashable {
    var index: Int
    var ahead: Int
  }

  /// How many schools or districts there are.
  let units: Int
  /// How many sums the unit has of each.
  let parts: Int
  /// The most years ahead that were forecast.
  let horizon: Int
  /// Bounds between size classes, in pupils.
  let edges: [Double]
  private let past: PastForecasts
  private let unit: ForecastUnit
  private var samples: [Key: Sample] = [:]
  private var sorted: [Key: [[Double]]] = [:]

  /// Compares what was forecast with what came; cells without pupils are left out.
  init(_ past: PastForecasts, unit: ForecastUnit) {
    self.past = past
    units = past.actual.units
    horizon = past.horizon
    edges = unit.sizeClasses(past.level)
    self.unit = unit
    parts =
      switch unit {
      case .grade: past.actual.grades
      case .phase: past.panel.stages.ranges.count
      case .total, .entry, .stage: 1
      }
  }

  /// The errors known at `origin`, so many years ahead; empty when none are.
  func known(at origin: Int, ahead: Int) -> [Sample] {
    indices(at: origin, ahead: ahead).map { sample($0, ahead) }
  }

  /// The same, by size class.
  func knownBySize(at origin: Int, ahead: Int) -> [[[Double]]] {
    indices(at: origin, ahead: ahead).map { index in
      let key = Key(index: index, ahead: ahead)
      if let known = sorted[key] { return known }
      var errors = [[Double]](repeating: [], count: edges.count + 1)
      for miss in sample(index, ahead).misses { errors[Int(miss.size)].append(miss.error) }
      sorted[key] = errors
      return errors
    }
  }

  /// The most years ahead, up to `ahead`, with errors known at `origin`; nil when there are none.
  func reach(at origin: Int, ahead: Int) -> Int? {
    stride(from: ahead, through: 1, by: -1).first { !indices(at: origin, ahead: $0).isEmpty }
  }

  /// Observed years up to and with `origin`.
  func observed(through origin: Int) -> Int { past.panel.observedCount(through: origin) }

  private func indices(at origin: Int, ahead: Int) -> [Int] {
    guard ahead <= horizon else { return [] }
    return past.forecasts.indices.filter {
      past.forecasts[$0].origin + ahead <= origin
        && past.hasTarget(past.forecasts[$0].origin, ahead: ahead)
    }
  }

  private func sample(_ index: Int, _ ahead: Int) -> Sample {
    let key = Key(index: index, ahead: ahead)
    if let known = samples[key] { return known }
    let origin = past.forecasts[index].origin
    let cells = past.compared(index, ahead: ahead)[unit]
    var sample = Sample(origin: origin, observed: observed(through: origin))
    sample.misses.reserveCapacity(cells.count)
    for cell in cells where cell.forecast > 1 && cell.came > 0 {
      let error = log(cell.came / cell.forecast)
      sample.misses.append(
        Miss(
          place: cell.place, part: Int16(cell.part), size: Int16(sizeClass(cell.forecast)),
          error: error))
      sample.sum += error
      sample.squares += error * error
      sample.sizes += abs(error)
    }
    samples[key] = sample
    return sample
  }

  /// The size class of a number of pupils.
  func sizeClass(_ value: Double) -> Int { Self.place(value, edges) }

  /// The place of a value between bounds.
  static func place(_ value: Double, _ edges: [Double]) -> Int {
    var place = 0
    for edge in edges { place += value < edge ? 0 : 1 }
    return place
  }
}
