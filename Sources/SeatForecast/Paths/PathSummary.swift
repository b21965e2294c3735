public import TwinModel

/// What many sample paths say together: quantiles of pupils by school, district and the region, stage
/// and year.
public struct PathSummary: Hashable, Sendable {
  /// The shares of paths below each of ``Row/quantiles``.
  public static let levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  /// The pupils of one unit, stage and year.
  public struct Row: Hashable, Sendable {
    /// A campus, a district, or the programme for all together.
    public var subject: Subject
    /// The stage; nil for all grades together.
    public var stage: Stage?
    /// The school year.
    public var year: Int
    /// The mean over the paths.
    public var mean: Double
    /// Quantiles at ``PathSummary/levels``.
    public var quantiles: [Double]
  }

  /// Rows by unit (schools, districts, the region), stage and year.
  public var rows: [Row]

  /// Draws paths 0 ..< `count`, on all cores, and sums them up.
  ///
  /// - Throws: ``ForecastError`` for fewer than 1 or more than 100,000 paths, and where changes of
  ///   schools cannot be solved.
  public init(_ paths: SamplePaths, count: Int) throws(ForecastError) {
    guard (1...100_000).contains(count) else {
      throw ForecastError(reason: "the paths are \(count), but must be 1 to 100000")
    }
    let panel = paths.panel
    let groups = Self.groups(paths)
    let years = paths.horizon
    let columns = groups.count * years
    let chunk = 25
    let chunks = Parallel.map((count + chunk - 1) / chunk) { piece in
      Result { () throws(ForecastError) -> [Float] in
        try Self.sums(paths, (piece * chunk)..<min(count, (piece + 1) * chunk), groups)
      }
    }
    let values = try chunks.map { chunk throws(ForecastError) in try chunk.get() }
    rows = Parallel.map(columns) { column in
      var sample: [Double] = []
      sample.reserveCapacity(count)
      for values in values {
        for place in stride(from: column, to: values.count, by: columns) {
          sample.append(Double(values[place]))
        }
      }
      let group = groups[column / years]
      let mean = sample.reduce(0, +) / Double(count)
      var quantile = Quantile(of: sample)
      return Row(
        subject: group.subject, stage: group.stage,
        year: panel.firstYear + paths.origin + 1 + column % years, mean: mean,
        quantiles: Self.levels.map { quantile.value(selecting: $0) })
    }
  }

  /// Pupils of each group and year, path after path.
  private static func sums(
    _ paths: SamplePaths, _ range: Range<Int>, _ groups: [Group]
  ) throws(ForecastError) -> [Float] {
    let years = paths.horizon
    var values: [Float] = []
    values.reserveCapacity(range.count * groups.count * years)
    for index in range {
      let cube = try paths.path(index)
      for members in groups {
        for year in 1...years {
          var sum = 0.0
          for row in members.rows {
            for grade in members.grades { sum += cube[row, year, grade] }
          }
          values.append(Float(sum))
        }
      }
    }
    return values
  }

  private struct Group: Sendable {
    var subject: Subject
    var stage: Stage?
    var rows: [Int]
    var grades: Range<Int>
  }

  private static func groups(_ paths: SamplePaths) -> [Group] {
    let panel = paths.panel
    let all = 0..<panel.grades.count
    let stages: [(stage: Stage?, grades: Range<Int>)] =
      panel.stages.ranges.map { ($0.stage, $0.grades) } + [(nil, all)]
    var groups: [Group] = []
    func add(_ subject: Subject, _ rows: [Int]) {
      for (stage, grades) in stages {
        groups.append(Group(subject: subject, stage: stage, rows: rows, grades: grades))
      }
    }
    for row in paths.schools.indices {
      // A stage that a school does not teach has no pupils in any path.
      let taught = stages.filter { paths.teaches(row, $0.stage, $0.grades) }
      for (stage, grades) in taught where stage != nil || taught.count > 2 {
        groups.append(
          Group(subject: paths.schools[row], stage: stage, rows: [row], grades: grades))
      }
    }
    for (number, district) in panel.districts.enumerated() {
      let rows = paths.schools.indices.filter { paths.districtOf[$0] == number }
      add(Subject(.district, district), rows)
    }
    add(Subject(.programme, "region"), Array(paths.schools.indices))
    return groups
  }
}
