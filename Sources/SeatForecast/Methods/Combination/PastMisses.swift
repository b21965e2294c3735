/// What several methods missed at earlier origins: forecast minus what came, side by side.
///
/// Units count that had pupils at origin and target.
struct PastMisses {
  /// What is compared.
  enum Measure: Hashable {
    /// Every grade of every unit.
    case grade
    /// The sum of a unit's grades.
    case total
  }

  /// The misses of one origin, a number of years ahead.
  struct Sample {
    let origin: Int
    let ahead: Int
    /// One column a method, of equal length.
    let columns: [[Double]]
  }

  private var samples: [[Sample?]] = []
  private let origins: [Int]

  /// Compares forecasts from origins with at least `observed` observed years.
  init(
    _ parts: [[OriginForecast]], level: ForecastLevel, measure: Measure, panel: EnrolmentPanel,
    horizon: Int, observed: Int
  ) {
    origins = parts.first?.map(\.origin) ?? []
    let actual = level == .school ? panel.school : panel.district
    let last = origins.last ?? 0
    samples = origins.indices.map { index in
      let isTaught = panel.observedCount(through: origins[index]) >= observed
      return (0...horizon).map { ahead in
        let target = origins[index] + ahead
        guard isTaught, ahead > 0, target <= last, panel.isObserved[target] else { return nil }
        let alive = (0..<actual.units).filter {
          actual.total($0, origins[index]) > 0 && actual.total($0, target) > 0
        }
        let columns = Self.columns(
          parts.map { level == .school ? $0[index].school : $0[index].district }, ahead: ahead,
          actual, target: target, alive, measure)
        return Sample(origin: origins[index], ahead: ahead, columns: columns)
      }
    }
  }

  /// The misses known at `origin`, as many years ahead as `ahead` or, where none are known yet, the
  /// most that are.
  func known(at origin: Int, ahead: Int) -> [Sample] {
    for years in stride(from: ahead, through: 1, by: -1) {
      let found = origins.indices.compactMap { index -> Sample? in
        origins[index] + years <= origin ? samples[index][years] : nil
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The misses, one column a method; cells that are empty in all forecasts and stayed so are left out.
  private static func columns(
    _ cubes: [Cube], ahead: Int, _ actual: Cube, target: Int, _ alive: [Int], _ measure: Measure
  ) -> [[Double]] {
    guard measure == .grade else {
      return cubes.map { cube in
        alive.map { cube.total($0, ahead) - actual.total($0, target) }
      }
    }
    // Which cells count, unit by unit.
    var counts = [Bool](repeating: false, count: alive.count * actual.grades)
    for (cube, year) in cubes.map({ ($0, ahead) }) + [(actual, target)] {
      for (index, unit) in alive.enumerated() {
        cube.withRow(unit, year) { row in
          for grade in row.indices where row[grade] > 0 {
            counts[index * row.count + grade] = true
          }
        }
      }
    }
    let size = counts.count { $0 }
    return cubes.map { cube in
      var column: [Double] = []
      column.reserveCapacity(size)
      for (index, unit) in alive.enumerated() {
        cube.withRow(unit, ahead) { said in
          actual.withRow(unit, target) { came in
            for grade in said.indices where counts[index * said.count + grade] {
              column.append(said[grade] - came[grade])
            }
          }
        }
      }
      return column
    }
  }
}
