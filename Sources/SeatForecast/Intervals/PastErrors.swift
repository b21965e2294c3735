import Foundation

/// Past out-of-sample errors of a method at one level and unit, as `log(actual / forecast)`.
///
/// Each sample is worked out when it is first asked for.
final class PastErrors {
  /// The errors of one origin, a number of years ahead.
  struct Sample {
    /// The school, district or region of each error.
    var places: [Int] = []
    var forecasts: [Double] = []
    var errors: [Double] = []
  }

  private struct Key: Hashable {
    var index: Int
    var ahead: Int
  }

  /// How many schools or districts there are.
  let units: Int
  /// The most years ahead that were forecast.
  let horizon: Int
  /// Bounds between size classes, in pupils.
  let edges: [Double]
  private let past: PastForecasts
  private let sums: CellSums
  private var samples: [Key: Sample] = [:]

  /// Compares what was forecast with what came; cells without pupils are left out.
  init(_ past: PastForecasts, unit: ForecastUnit) {
    self.past = past
    units = past.actual.units
    horizon = past.horizon
    edges = unit.sizeClasses(past.level)
    sums = CellSums(unit, stages: past.panel.stages, grades: past.actual.grades)
  }

  /// The errors known at `origin`, so many years ahead; empty when none are.
  func known(at origin: Int, ahead: Int) -> [Sample] {
    indices(at: origin, ahead: ahead).map { sample($0, ahead) }
  }

  /// The most years ahead, up to `ahead`, with errors known at `origin`; nil when there are none.
  func reach(at origin: Int, ahead: Int) -> Int? {
    stride(from: ahead, through: 1, by: -1).first { !indices(at: origin, ahead: $0).isEmpty }
  }

  private func indices(at origin: Int, ahead: Int) -> [Int] {
    guard ahead <= horizon else { return [] }
    return past.forecasts.indices.filter {
      past.forecasts[$0].origin + ahead <= origin
        && past.hasTarget(past.forecasts[$0].origin, ahead: ahead)
    }
  }

  private func sample(_ index: Int, _ ahead: Int) -> Sample {
    let key = Key(index: index, ahead: ahead)
    if let sample = samples[key] { return sample }
    let (origin, cube) = past.forecasts[index]
    let actual = past.actual
    let living = past.living(origin, ahead: ahead)
    var sample = Sample()
    sample.places.reserveCapacity(living.count * sums.count)
    sample.forecasts.reserveCapacity(living.count * sums.count)
    sample.errors.reserveCapacity(living.count * sums.count)
    for place in living {
      sums.compare(cube, place, ahead, actual, place, origin + ahead) { forecast, value in
        guard forecast > 1, value > 0 else { return }
        sample.places.append(place)
        sample.forecasts.append(forecast)
        sample.errors.append(log(value / forecast))
      }
    }
    samples[key] = sample
    return sample
  }

  /// The size class of a number of pupils.
  func sizeClass(_ value: Double) -> Int { Self.place(value, edges) }

  /// The place of a value between bounds.
  static func place(_ value: Double, _ edges: [Double]) -> Int {
    edges.firstIndex { value < $0 } ?? edges.count
  }
}

/// Walks two rows of grades by the sums that a unit has, without making arrays of them.
struct CellSums {
  private let ranges: [Range<Int>]

  /// How many sums a row has.
  var count: Int { ranges.count }

  init(_ unit: ForecastUnit, stages: GradeStages, grades: Int) {
    ranges =
      switch unit {
      case .grade: (0..<grades).map { $0..<($0 + 1) }
      case .phase: stages.ranges.map(\.grades)
      case .total: [0..<grades]
      case .entry: [0..<1]
      case .stage(let index): [stages.ranges[index].grades]
      }
  }

  /// Calls `body` with each sum of one cube's row beside that of another's.
  func compare(
    _ first: Cube, _ firstUnit: Int, _ firstYear: Int, _ second: Cube, _ secondUnit: Int,
    _ secondYear: Int, _ body: (Double, Double) -> Void
  ) {
    for range in ranges {
      var left = 0.0
      var right = 0.0
      for grade in range {
        left += first[firstUnit, firstYear, grade]
        right += second[secondUnit, secondYear, grade]
      }
      body(left, right)
    }
  }
}
