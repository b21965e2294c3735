import Foundation

/// Past out-of-sample errors of a method at one level and unit, as `log(actual / forecast)`.
struct PastErrors {
  /// The errors of one origin, a number of years ahead.
  struct Sample {
    let origin: Int
    let ahead: Int
    /// The school, district or region of each error.
    var places: [Int] = []
    var forecasts: [Double] = []
    var errors: [Double] = []

    fileprivate mutating func reserve(_ count: Int) {
      places.reserveCapacity(count)
      forecasts.reserveCapacity(count)
      errors.reserveCapacity(count)
    }
  }

  /// How many schools or districts there are.
  let units: Int
  /// The most years ahead that were forecast.
  let horizon: Int
  /// Bounds between size classes, in pupils.
  let edges: [Double]
  private let samples: [[Sample]]

  /// Compares everything that was forecast with what came; those without pupils are left out.
  init(_ past: PastForecasts, unit: ForecastUnit) {
    let stages = past.panel.stages
    let actual = past.actual
    units = actual.units
    horizon = past.horizon
    edges = unit.sizeClasses(past.level)
    let sums = CellSums(unit, stages: stages, grades: actual.grades)
    samples = past.forecasts.map { origin, cube in
      stride(from: 1, through: past.horizon, by: 1).compactMap { ahead -> Sample? in
        guard past.hasTarget(origin, ahead: ahead) else { return nil }
        var sample = Sample(origin: origin, ahead: ahead)
        let living = past.living(origin, ahead: ahead)
        sample.reserve(living.count * sums.count)
        for place in living {
          sums.compare(cube, place, ahead, actual, place, origin + ahead) { forecast, value in
            guard forecast > 1, value > 0 else { return }
            sample.places.append(place)
            sample.forecasts.append(forecast)
            sample.errors.append(log(value / forecast))
          }
        }
        return sample
      }
    }
  }

  /// The errors known at `origin`, so many years ahead; empty when none are.
  func known(at origin: Int, ahead: Int) -> [Sample] {
    samples.compactMap { list in
      list.first { $0.ahead == ahead && $0.origin + ahead <= origin }
    }
  }

  /// The most years ahead, up to `ahead`, with errors known at `origin`; nil when there are none.
  func reach(at origin: Int, ahead: Int) -> Int? {
    stride(from: ahead, through: 1, by: -1).first { years in
      samples.contains { list in
        list.contains { $0.ahead == years && $0.origin + years <= origin }
      }
    }
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
