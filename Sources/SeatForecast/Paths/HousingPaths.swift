import TwinModel

/// Pupils of new dwellings in sample paths.
///
/// Each path draws one rate a development from what is known of it (the gamma distribution of
/// ``GammaRate``), which holds in all years. Around it, the pupils of a grade are a Poisson count, whose
/// luck belongs to the cohort and moves up with it. Lines of the same development and type share
/// their rate.
struct HousingPaths {
  private struct Development {
    var name: String
    var firstYear: Int
    var rate: GammaRate
    /// Dwellings of each grade's pupils, by years ahead.
    var dwellings: [Double]
    /// The rows that share its pupils, and among them the school that takes all it has grades for.
    var rows: [Int]
    var named: Int?
  }

  private let developments: [Development]
  /// The forecast without dwellings, by row.
  private let middle: Cube
  /// Sums of the rows of each development, `[development][ahead × grades + grade]`.
  private let sums: [[Double]]

  /// Prepares developments whose names were checked against the forecast without them.
  init(_ plan: DemandPlan, _ forecast: ForecastResult) {
    let schools = forecast.schools
    var middle = Cube(
      units: schools.count, years: forecast.region.years.count, grades: forecast.grades.count)
    for (row, school) in schools.enumerated() {
      for (ahead, year) in school.years.enumerated() {
        for (grade, pupils) in year.grades.enumerated() { middle[row, ahead, grade] = pupils.value }
      }
    }
    var developments: [Development] = []
    for development in plan.developments {
      guard let yield = plan.yields.byType[development.type] else { continue }
      let rows = schools.indices.filter { schools[$0].district == development.district }
      developments.append(
        Development(
          name: "housing/\(development.name)/\(development.type)",
          firstYear: development.firstYear,
          rate: yield.prior.updated(pupils: development.pupils, dwellings: development.occupied),
          dwellings: (0..<forecast.region.years.count).map {
            forecast.region.years[$0].isObserved
              ? 0
              : development.added(in: forecast.region.years[$0].year) / Double(yield.grades)
          },
          rows: rows, named: rows.first { schools[$0].subject.id == development.school }))
    }
    self.developments = developments
    self.middle = middle
    let cells = middle
    sums = developments.map { development in
      (0..<cells.years * cells.grades).map { cell in
        development.rows.reduce(0) { $0 + cells[$1, cell / cells.grades, cell % cells.grades] }
      }
    }
  }

  /// Adds the pupils that a path draws; `seed` is the path's own.
  func add(to path: inout Cube, seed: UInt64) {
    let grades = middle.grades
    for (number, development) in developments.enumerated() {
      var luck = NormalNumbers(SeededRandom(seed, stream: development.name))
      let rate = development.rate.quantile(deviations: luck.next())
      // Cohorts from the oldest on, so that a longer horizon changes no earlier number.
      var counts = NormalNumbers(
        SeededRandom(seed, stream: "\(development.name)/\(development.firstYear)"))
      let deviations = (0..<grades + middle.years).map { _ in counts.next() }
      for year in 1..<middle.years where development.dwellings[year] > 0 {
        for grade in 0..<grades {
          let sum = sums[number][year * grades + grade]
          guard sum > 0 else { continue }
          let pupils = PoissonCount.count(
            mean: rate * development.dwellings[year],
            deviation: deviations[grades - 1 - grade + year])
          if let named = development.named, middle[named, year, grade] > 0 {
            path[named, year, grade] += pupils
          } else {
            for row in development.rows {
              path[row, year, grade] += pupils * middle[row, year, grade] / sum
            }
          }
        }
      }
    }
  }
}
