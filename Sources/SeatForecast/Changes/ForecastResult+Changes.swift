import TwinModel

extension ForecastResult {
  /// The forecast with schools that open, close, merge and grow.
  ///
  /// Pupils of a closed school go to the nearest schools of their district with free seats, those of a
  /// merged one to the school named; schools with more pupils than seats send the surplus to new and
  /// grown schools, nearest first. All others stay. Each year and stage is one transportation problem
  /// over straight lines, from pupils' homes where they are given, else from their school. Pupils take their part of the intervals with them, so that the schools' values
  /// and bounds add up to what they did before; districts do not change.
  ///
  /// - Parameters:
  ///   - changes: The changes, in any order.
  ///   - sites: Places and seats of schools by stage.
  ///   - homes: Where pupils live; from their school's place they move when nil.
  /// - Returns: The forecast, and the moves by year, stage and school.
  /// - Throws: ``ForecastError`` for changes that contradict one another or lack what they need.
  public func applying(
    _ changes: [SchoolChange], sites: [SchoolSite], homes: PupilHomes? = nil
  ) throws(ForecastError) -> (forecast: ForecastResult, moves: [SchoolMove]) {
    let plan = try ChangePlan(self, changes, sites, homes)
    var result = self
    result.schools += plan.opened.map { school in
      UnitForecast(
        subject: Subject(.campus, school.id), district: school.district, name: "",
        years: region.years.map { $0.emptied })
    }
    result.schools.sort { ($0.district, $0.subject.id) < ($1.district, $1.subject.id) }
    let place = Dictionary(
      uniqueKeysWithValues: result.schools.enumerated().map { ($1.subject.id, $0) })
    var moves: [SchoolMove] = []
    for (index, year) in region.years.enumerated() where !year.isObserved {
      for (row, stage) in stages.enumerated() {
        let columns = grades.indices.filter { stage.grades.contains(grades[$0]) }
        let found = try plan.moves(year: year.year, stage: stage.stage, row: row, index: index)
        for move in found {
          guard let from = place[move.from], let to = place[move.to],
            let before = schoolForecast(move.from)?.years[index]
          else { continue }
          let share = move.pupils / before.stages[row].value
          result.schools[from].years[index].add(before, row, columns, times: -share)
          result.schools[to].years[index].add(before, row, columns, times: share)
        }
        moves += found
      }
    }
    result.findings += plan.findings(moves)
    return (result, moves)
  }

  /// A school's forecast by its campus.
  func schoolForecast(_ id: String) -> UnitForecast? {
    schools.first { $0.subject.id == id }
  }
}

extension YearForecast {
  /// The same year with nobody in it.
  fileprivate var emptied: YearForecast {
    YearForecast(
      year: year, isObserved: isObserved, grades: grades.map { _ in Estimate(0) },
      stages: stages.map { _ in Estimate(0) }, total: Estimate(0))
  }

  /// Adds a share of the pupils of one stage of another school.
  fileprivate mutating func add(
    _ other: YearForecast, _ row: Int, _ columns: [Int], times share: Double
  ) {
    for column in columns { grades[column].add(other.grades[column], times: share) }
    let moved = other.total.value > 0 ? share * other.stages[row].value / other.total.value : 0
    stages[row].add(other.stages[row], times: share)
    total.add(other.total, times: moved)
  }
}

extension Estimate {
  /// Adds a share of another estimate; what is left over by rounding is nobody.
  fileprivate mutating func add(_ other: Estimate, times share: Double) {
    func sum(_ own: Double, _ added: Double) -> Double {
      let sum = own + share * added
      return sum < 1e-9 ? 0 : sum
    }
    func sum(_ own: Fact.Interval?, _ added: Fact.Interval?) -> Fact.Interval? {
      guard let added else { return own }
      return Fact.Interval(
        low: sum(own?.low ?? value, added.low), high: sum(own?.high ?? value, added.high))
    }
    let bounds = (
      sum(interval, other.interval), sum(narrow, other.narrow), sum(wide, other.wide)
    )
    value = sum(value, other.value)
    (interval, narrow, wide) = bounds
  }
}
