import SeatForecast
import Testing
import TwinModel

@Suite("An explanation of a forecast")
struct ForecastExplanationTests {
  private func model() throws -> DemandModel {
    try DemandModel(
      enrolment: World.enrolment(noise: 4), births: World.births(), stages: World.stages,
      entryLag: 2, horizon: 3)
  }

  @Test(
    "comes to the number of the forecast, from the last roll or from births",
    arguments: [("3", 2020), ("3", 2022), ("1", 2021), ("2", 2022)])
  func adds(_ grade: String, _ year: Int) throws {
    let model = try model()
    let found = try model.explanation(school: "01", grade: grade, year: year)
    let school = try #require(model.forecast().schools.first { $0.subject.id == "01" })
    let column = try #require(["1", "2", "3"].firstIndex(of: grade))
    let value = try #require(school[year]?.grades[column])
    #expect(found.result == value)
    #expect(abs(found.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    #expect(abs(found.mixed * found.reconciliation - value.value) < 1e-9)
    let hier = try #require(found.parts.first { $0.method == "hier" })
    #expect(abs((found.steps.last?.pupils ?? 0) - hier.pupils) < 1e-9)
    let product = found.steps.reduce(1) { $0 * $1.factor }
    #expect(abs(product - hier.pupils) < 1e-9)
  }

  @Test(
    "says what each lever is of the number, and comes to that of the forecast with them",
    arguments: [("00", "1", 2022), ("00", "3", 2021), ("02", "2", 2022), ("02", "1", 2020)])
  func levers(_ id: String, _ grade: String, _ year: Int) throws {
    let model = try model()
    let assumptions = try ForecastAssumptions(
      birthRate: 0.8, inMigration: 0.02, points: .init(share: 0.3, places: 1.5))
    let yields = DwellingYields(byType: [
      "flat": .init(prior: GammaRate(mean: 0.3, factor: 2), grades: 3, isVerified: true)
    ])
    let housing = [("R", "00"), ("S", nil)].map { name, school in
      HousingDevelopment(
        name: name, district: "D0", school: school, type: "flat", dwellings: 50, firstYear: 2020)
    }
    let found = try model.explanation(
      school: id, grade: grade, year: year, assumptions: assumptions, housing: housing,
      yields: yields)
    let column = try #require(["1", "2", "3"].firstIndex(of: grade))
    let run = try model.forecast(assumptions).adding(housing, yields: yields)
    let wanted = try #require(run.schools.first { $0.subject.id == id }?[year]?.grades[column])
    #expect(found.result == wanted)
    let plain = try model.explanation(school: id, grade: grade, year: year)
    #expect(plain.levers.isEmpty && plain.steps == found.steps && plain.parts == found.parts)
    let sum = found.levers.reduce(found.mixed * found.reconciliation) { $0 + $1.pupils }
    #expect(abs(sum - wanted.value) < 1e-9)
    #expect(found.levers.count == 5)
    // Births are known to 2017 and two years old at entry: 0.8 acts on grade 1 from 2020 on.
    let entered = year - 2019 > column
    #expect((found.levers[0].pupils < 0) == (entered && year - column - 2 > 2017))
    #expect(found.levers[1].pupils > 0)
    // 1 − 0.3 + 0.3 × 1.5 = 1.15 on cohorts that enter after 2019.
    let before =
      found.mixed * found.reconciliation + found.levers[0].pupils + found.levers[1].pupils
    #expect(abs(found.levers[2].pupils - (entered ? 0.15 * before : 0)) < 1e-9)
    // 50 flats × 0.3 / 3 grades = 5 pupils in the grade of the school named.
    #expect(abs(found.levers[3].pupils - (id == "00" ? 5 : 0)) < 1e-9)
    #expect(found.levers[4].pupils > 0 && found.levers[4].pupils < 5)
  }

  @Test("refuses schools, grades and years that are not forecast")
  func refuses() throws {
    let model = try model()
    for (school, grade, year) in [("99", "1", 2020), ("01", "9", 2020), ("01", "1", 2019)] {
      #expect(throws: ForecastError.self) {
        try model.explanation(school: school, grade: grade, year: year)
      }
    }
  }
}
