import SeatForecast
import Testing
import TwinModel

@Suite("A demand model")
struct DemandModelTests {
  private func model(years: Int, horizon: Int = 3) throws -> DemandModel {
    try DemandModel(
      enrolment: World.enrolment(years: years, noise: 4), births: World.births(),
      stages: World.stages, entryLag: 2, horizon: horizon)
  }

  @Test("gives schools, districts and the region by grade, stage and year, with intervals")
  func result() throws {
    let result = try model(years: 10).forecast()
    #expect(result.originYear == 2019)
    #expect(result.schools.map(\.subject.id) == ["00", "01", "02", "10", "11", "12"])
    #expect(result.districts.map(\.subject) == [.init(.district, "D0"), .init(.district, "D1")])
    let school = result.schools[0]
    #expect(school.years.map(\.year) == [2019, 2020, 2021, 2022])
    #expect(school.years.map(\.isObserved) == [true, false, false, false])
    for year in school.years {
      #expect(abs(year.total.value - year.grades.reduce(0) { $0 + $1.value }) < 1e-9)
      #expect(year.stages.map(\.value) == [year.total.value])
    }
    #expect(school[2019]?.total.interval == nil)
    let next = try #require(school[2020]?.total)
    let later = try #require(school[2022]?.total)
    let (near, far) = (try #require(next.interval), try #require(later.interval))
    #expect(near.low < next.value && next.value < near.high)
    #expect(far.high - far.low > near.high - near.low)
    #expect(school[2018] == nil)
  }

  @Test("gives what its method gives, although it tunes once for all assumptions")
  func tunedOnce() throws {
    let panel = try World.panel(World.enrolment(noise: 4))
    let result = try model(years: 10).forecast()
    let forecast = try #require(
      TwinForecast().forecasts(
        of: panel, origins: [9], horizon: 3, assumptions: .unchanged
      ).first)
    for (place, school) in result.schools.enumerated() {
      for ahead in 0...3 {
        #expect(
          school.years[ahead].grades.map(\.value)
            == (0..<3).map { forecast.school[place, ahead, $0] })
      }
    }
  }

  @Test("says that it has no intervals when too few past errors are known")
  func shortHistory() throws {
    let result = try model(years: 4).forecast()
    #expect(result.region.years.allSatisfy { $0.total.interval == nil })
    #expect(result.findings.contains { $0.code == "forecast.interval.none" })
    #expect(try model(years: 5).forecast().region.years[1].total.interval != nil)
  }

  @Test("says how far its errors and its births reach")
  func reach() throws {
    let result = try model(years: 8, horizon: 9).forecast()
    let codes = result.findings.map(\.code)
    #expect(codes.contains("forecast.interval.extrapolated"))
    let births = try #require(result.findings.first { $0.code == "forecast.births.assumed" })
    // 2017 is the last year of enrolment and of births; its children enter in 2019.
    #expect(births.message.hasPrefix("entrants from 2020 on rest on assumed births: those of 2017"))
  }

  @Test("says whose births end before the others', and that schools add up")
  func differentReach() throws {
    var births = try World.births().births
    births["D1"] = births["D1"]?.filter { $0.key <= 2015 }
    let result = try DemandModel(
      enrolment: World.enrolment(years: 8, noise: 4), births: BirthHistory(births: births),
      stages: World.stages, entryLag: 2, horizon: 9
    ).forecast()
    func message(_ code: String) -> String? { result.findings.first { $0.code == code }?.message }
    #expect(
      message("births.ended")
        == "births of area D1 end in 2015, before the others: from then on they are taken to change as "
        + "the others do, to 2017")
    #expect(message("forecast.births.assumed")?.hasPrefix("entrants from 2020 on rest") == true)
    #expect(message("forecast.reconciliation") == "in 2026 the schools add up to the districts")
  }

  @Test("speaks in facts: counted years as declared, years ahead as simulated")
  func facts() throws {
    let result = try model(years: 10).forecast()
    let facts = result.facts(gradePupils: true)
    #expect(facts.count == (6 + 2) * 4 * (1 + 3))
    let first = try #require(facts.first)
    #expect(first.subject == .init(.campus, "00"))
    #expect(first.quantity == "demand.pupils")
    #expect(first.stage == .primary && first.year == 2019 && first.method == .declaration)
    #expect(first.unit == "pupils")
    let last = try #require(facts.last)
    #expect(last.subject == .init(.district, "D1"))
    #expect(last.note == "grade 3" && last.year == 2022 && last.method == .simulation)
    #expect(last.source == "forecast/2" && last.interval != nil)
    #expect(result.facts().count == (6 + 2) * 4)
  }

  @Test("puts the district before the id of schools that share it")
  func sharedIDs() throws {
    let rows = ["D0", "D1"].flatMap { district in
      [2020, 2021].map {
        EnrolmentHistory.Row(year: $0, district: district, school: "7", pupils: [9, 9])
      }
    }
    let result = try DemandModel(
      enrolment: EnrolmentHistory(grades: ["1", "2"], rows: rows),
      stages: [.init(.primary, grades: ["1", "2"])]
    ).forecast()
    #expect(result.schools.map(\.subject.id) == ["D0-7", "D1-7"])
    #expect(result.findings.contains { $0.code == "forecast.school.id" })
  }

  @Test("changes cohorts that enter after the last roll by the policy of points, and no others")
  func points() throws {
    let model = try model(years: 10)
    let base = model.forecast().region
    // A quarter of the entrants with half as many places more: 1 − 0.25 + 0.25 × 1.5 = 1.125.
    let more = try model.forecast(
      ForecastAssumptions(birthRate: 1, inMigration: 0, points: .init(share: 0.25, places: 1.5))
    ).region
    for ahead in 0...3 {
      for grade in 0..<3 {
        let expected = base.years[ahead].grades[grade].value * (grade < ahead ? 1.125 : 1)
        #expect(abs(more.years[ahead].grades[grade].value - expected) < 1e-9)
      }
    }
  }

  @Test("changes cohorts that enter junior schools after the last roll by a policy of their own")
  func juniorPoints() throws {
    let model = try DemandModel(
      enrolment: World.enrolment(years: 10, noise: 4), births: World.births(),
      stages: [.init(.primary, grades: ["1"]), .init(.junior, grades: ["2", "3"])], entryLag: 2,
      horizon: 3)
    let base = model.forecast().region
    // At the first grade 1 − 0.5 + 0.5 × 1.2 = 1.1, at the first junior one 1 − 0.4 + 0.4 × 0.5 = 0.8;
    // grade 3 of year 2 entered junior school in year 1 and the first grade before the last roll.
    let more = try model.forecast(
      ForecastAssumptions(
        birthRate: 1, inMigration: 0, points: .init(share: 0.5, places: 1.2),
        juniorPoints: .init(share: 0.4, places: 0.5))
    ).region
    let factors = [
      [1, 1, 1], [1.1, 0.8, 1], [1.1, 1.1 * 0.8, 0.8], [1.1, 1.1 * 0.8, 1.1 * 0.8],
    ]
    for (ahead, factors) in factors.enumerated() {
      for (grade, factor) in factors.enumerated() {
        let expected = base.years[ahead].grades[grade].value * factor
        #expect(abs(more.years[ahead].grades[grade].value - expected) < 1e-9)
      }
    }
  }

  @Test("says that places at junior schools change nothing where there are none")
  func noJuniorPoints() throws {
    let model = try model(years: 10)
    let policy = try ForecastAssumptions(
      birthRate: 1, inMigration: 0, juniorPoints: .init(share: 0.4, places: 0.5))
    let result = model.forecast(policy)
    #expect(result.region == model.forecast().region)
    #expect(result.findings.contains { $0.code == "forecast.points.junior" })
    #expect(!model.forecast().findings.contains { $0.code == "forecast.points.junior" })
  }

  @Test("refuses horizons, lags and assumptions out of range")
  func refuses() {
    #expect(throws: ForecastError.self) { try model(years: 3, horizon: 0) }
    #expect(throws: ForecastError.self) { try ForecastAssumptions(birthRate: -1, inMigration: 0) }
    #expect(throws: ForecastError.self) {
      try ForecastAssumptions(birthRate: 1, inMigration: .nan)
    }
    #expect(throws: ForecastError.self) { try ForecastAssumptions.PointsPolicy(share: 1.1) }
    #expect(throws: ForecastError.self) { try ForecastAssumptions.PointsPolicy(places: -1) }
  }
}
