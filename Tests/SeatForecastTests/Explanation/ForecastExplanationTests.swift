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
