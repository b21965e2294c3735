/// How far a forecast is summed up.
package enum ForecastLevel: String, Hashable, Sendable, CaseIterable {
  /// All districts together.
  case region
  /// A district.
  case district
  /// A school.
  case school
}

/// Which grades of a unit are counted together.
package enum ForecastUnit: Hashable, Sendable {
  /// Each grade by itself.
  case grade
  /// Each stage by itself.
  case phase
  /// All grades together.
  case total
  /// The entry grade alone.
  case entry
  /// One stage alone, by its place.
  case stage(Int)

  /// The name in the backtest's table.
  func name(_ panel: EnrolmentPanel) -> String {
    switch self {
    case .grade: "grade"
    case .phase: "phase"
    case .total: "total"
    case .entry: panel.grades[0]
    case .stage(let index):
      if let first = panel.stages.ranges[index].names.first,
        let last = panel.stages.ranges[index].names.last, first != last
      {
        "\(first)-\(last)"
      } else {
        panel.stages.ranges[index].names.joined()
      }
    }
  }

  /// The sums that the unit has in one row of grades.
  func sums(_ cube: Cube, _ place: Int, _ year: Int, _ stages: GradeStages) -> [Double] {
    func sum(_ grades: Range<Int>) -> Double {
      var result = 0.0
      for grade in grades { result += cube[place, year, grade] }
      return result
    }
    switch self {
    case .grade: return (0..<cube.grades).map { cube[place, year, $0] }
    case .phase: return stages.ranges.map { sum($0.grades) }
    case .total: return [cube.total(place, year)]
    case .entry: return [cube[place, year, 0]]
    case .stage(let index): return [sum(stages.ranges[index].grades)]
    }
  }

  /// Bounds between size classes, in pupils; errors of cells of like size are looked at together.
  func sizeClasses(_ level: ForecastLevel) -> [Double] {
    switch (level, self) {
    case (.region, _): []
    case (.district, .grade), (.district, .entry): [200, 500, 1000, 2500, 5000]
    case (.district, .phase), (.district, .stage): [1500, 3000, 6000, 15000]
    case (.district, .total): [5000, 10000, 20000, 50000]
    case (.school, .grade), (.school, .entry): [15, 30, 60, 120, 250]
    case (.school, .phase), (.school, .stage): [100, 250, 400, 600, 1000]
    case (.school, .total): [150, 300, 500, 800, 1500]
    }
  }
}
