import SeatForecast
import Testing
import TwinModel

/// Two districts of three primary schools, forecast to 2023 (the last roll is of 2019).
@Suite("Sample paths with a plan")
struct PlannedPathsTests {
  private func model() throws -> DemandModel {
    try DemandModel(
      enrolment: World.enrolment(noise: 6), births: World.births(), stages: World.stages,
      entryLag: 2, horizon: 4)
  }

  private func yields(_ mean: Double) -> DwellingYields {
    DwellingYields(byType: [
      "flat": .init(prior: GammaRate(mean: mean, factor: 2), grades: 3, isVerified: false)
    ])
  }

  private func site(_ school: String, seats: Int?, x: Double) -> SchoolSite {
    SchoolSite(school: school, stage: .primary, seats: seats, position: Point2(x, 0))
  }

  private func pupils(_ cube: Cube, _ row: Int, _ year: Int) -> Double {
    (0..<3).reduce(0) { $0 + cube[row, year, $1] }
  }

  @Test("are those without one to the bit when nothing is planned or nothing is due yet")
  func empty() throws {
    let model = try model()
    let plain = try SamplePaths(model, seed: 3)
    let late = DemandPlan(
      developments: [
        HousingDevelopment(
          name: "R", district: "D0", type: "flat", dwellings: 90, firstYear: 2024)
      ],
      yields: yields(0.3),
      changes: [SchoolChange(year: 2024, school: "00", kind: .merge(into: "01"))])
    for plan in [DemandPlan(), late] {
      let paths = try SamplePaths(model, plan: plan, seed: 3)
      for index in 0..<5 { #expect(try paths.path(index) == plain.path(index)) }
    }
  }

  @Test("send all pupils of a merged school to the other, in every path and grade")
  func merger() throws {
    let model = try model()
    let plain = try SamplePaths(model, seed: 3).path(7)
    let paths = try SamplePaths(
      model,
      plan: DemandPlan(
        changes: [SchoolChange(year: 2021, school: "00", kind: .merge(into: "01"))]),
      seed: 3)
    let merged = try paths.path(7)
    #expect(paths.findings.isEmpty)
    for year in 1...4 {
      for grade in 0..<3 {
        let (one, two) = (plain[0, year, grade], plain[1, year, grade])
        #expect(merged[0, year, grade] == (year < 2 ? one : 0))
        #expect(abs(merged[1, year, grade] - (year < 2 ? two : one + two)) < 1e-9)
        for row in 2..<6 { #expect(merged[row, year, grade] == plain[row, year, grade]) }
      }
    }
  }

  @Test("fill a new school with the surplus that each path has itself, up to its seats")
  func opening() throws {
    let model = try model()
    let paths = try SamplePaths(model, seed: 3)
    let changes = [
      SchoolChange(
        year: 2020, school: "N",
        kind: .open(.primary, seats: 30, district: "D0", position: Point2(50, 0)))
    ]
    let planned = try SamplePaths(
      model,
      plan: DemandPlan(
        changes: changes,
        sites: [
          site("00", seats: 150, x: 0), site("01", seats: 165, x: 100),
          site("02", seats: nil, x: 200),
        ]), seed: 3)
    #expect(planned.schools.map(\.id) == paths.schools.map(\.id) + ["N"])
    var taken: Set<Int> = []
    for index in 0..<40 {
      let (before, after) = (try paths.path(index), try planned.path(index))
      for year in 1...4 {
        let surplus =
          max(0, pupils(before, 0, year) - 150) + max(0, pupils(before, 1, year) - 165)
        let new = pupils(after, 6, year)
        // Flows are solved in thousandths of a pupil.
        #expect(abs(new - min(30, surplus)) < 0.01)
        taken.insert(Int(new))
        let sums = [before, after].map { cube in
          (0..<cube.units).filter { $0 < 3 || $0 == 6 }.reduce(0) { $0 + pupils(cube, $1, year) }
        }
        #expect(abs(sums[0] - sums[1]) < 1e-6)
      }
    }
    #expect(planned.findings.isEmpty)
    // Paths differ in their surplus, and so in what moves.
    #expect(taken.count > 5)
    let rows = try PathSummary(planned, count: 40).rows
    #expect(
      rows.contains { $0.subject.id == "N" && $0.stage == .primary && $0.quantiles[6] <= 30.01 })
  }

  @Test("move pupils of a closed school to seats that come later, from their year on")
  func laterSeats() throws {
    let model = try model()
    let plain = try SamplePaths(model, seed: 3)
    var grown = site("01", seats: 1, x: 100)
    grown.later = [.init(year: 2021, seats: 5000)]
    let planned = try SamplePaths(
      model,
      plan: DemandPlan(
        changes: [SchoolChange(year: 2020, school: "00", kind: .close)],
        sites: [site("00", seats: 150, x: 0), grown, site("02", seats: 5000, x: 200)]),
      seed: 3)
    for index in 0..<20 {
      let (before, after) = (try plain.path(index), try planned.path(index))
      for year in 1...4 {
        // 01 is nearer than 02, but full in 2020.
        let taker = year < 2 ? 2 : 1
        #expect(pupils(after, 0, year) == 0)
        for row in [1, 2] {
          let moved = row == taker ? pupils(before, 0, year) : 0
          #expect(abs(pupils(after, row, year) - pupils(before, row, year) - moved) < 1e-6)
        }
      }
    }
  }

  @Test("draw one rate a development and path, and counts of pupils around it")
  func housing() throws {
    let model = try model()
    let development = HousingDevelopment(
      name: "R", district: "D0", school: "00", type: "flat", dwellings: 600, firstYear: 2020,
      years: 2)
    let plain = try SamplePaths(model, seed: 3)
    let planned = try SamplePaths(
      model, plan: DemandPlan(developments: [development], yields: yields(0.3)), seed: 3)
    #expect(planned.findings.map(\.code) == ["forecast.housing.unverified"])
    let count = 2000
    var totals: [Double] = []
    var halves: [Double] = []
    for index in 0..<count {
      let (before, after) = (try plain.path(index), try planned.path(index))
      for row in 1..<6 { #expect(after[row, 2, 1] == before[row, 2, 1]) }
      totals.append(pupils(after, 0, 2) - pupils(before, 0, 2))
      halves.append(pupils(after, 0, 1) - pupils(before, 0, 1))
    }
    func moments(_ sample: [Double]) -> (mean: Double, variance: Double) {
      let mean = sample.reduce(0, +) / Double(count)
      return (mean, sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count))
    }
    // 600 × 0.3 = 180 pupils, half of them in 2020. The prior's shape is 3.7592 (HousingTests), so
    // the variance is 180² / 3.7592 of the rate and 180 of the count: 8799; four standard errors of
    // the mean are 4 × 93.8 / √2000 = 8.4.
    let (whole, half) = (moments(totals), moments(halves))
    #expect(abs(whole.mean - 180) < 8.4)
    #expect(abs(half.mean - 90) < 4.3)
    #expect(abs(whole.variance.squareRoot() / 93.8 - 1) < 0.1)
    // One rate in both years: the two go up and down together.
    let joint = zip(totals, halves).reduce(0) { $0 + ($1.0 - whole.mean) * ($1.1 - half.mean) }
    #expect(joint / Double(count) / (whole.variance * half.variance).squareRoot() > 0.95)
  }

  @Test("share the pupils of dwellings without a school by the schools' pupils")
  func shared() throws {
    let model = try model()
    let planned = try SamplePaths(
      model,
      plan: DemandPlan(
        developments: [
          HousingDevelopment(
            name: "R", district: "D1", type: "flat", dwellings: 600, firstYear: 2020)
        ], yields: yields(0.3)), seed: 3
    ).path(1)
    let plain = try SamplePaths(model, seed: 3).path(1)
    let forecast = model.forecast()
    let added = (3..<6).map { planned[$0, 1, 0] - plain[$0, 1, 0] }
    let middle = (3..<6).map { forecast.schools[$0].years[1].grades[0].value }
    let (sum, all) = (added.reduce(0, +), middle.reduce(0, +))
    // A whole number of pupils of the grade.
    #expect(sum > 0 && abs(sum - sum.rounded()) < 1e-9)
    for (part, school) in zip(added, middle) { #expect(abs(part / sum - school / all) < 1e-9) }
    #expect(planned[0, 1, 0] == plain[0, 1, 0])
  }

  @Test("refuse what the forecast refuses")
  func refuses() throws {
    let model = try model()
    for change in [
      SchoolChange(year: 2021, school: "77", kind: .close),
      SchoolChange(year: 2021, school: "00", kind: .close),
      SchoolChange(year: 2019, school: "00", kind: .merge(into: "01")),
    ] {
      #expect(throws: ForecastError.self) {
        try SamplePaths(model, plan: DemandPlan(changes: [change]), seed: 3)
      }
    }
    let castle = HousingDevelopment(
      name: "R", district: "D0", type: "castle", dwellings: 9, firstYear: 2020)
    #expect(throws: ForecastError.self) {
      try SamplePaths(
        model, plan: DemandPlan(developments: [castle], yields: yields(0.3)), seed: 3)
    }
  }
}
