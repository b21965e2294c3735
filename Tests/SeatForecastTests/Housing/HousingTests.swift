import SeatForecast
import SeedFiles
import Testing
import TwinModel

@Suite struct GammaRateTests {
  @Test func thePriorSpreadsByItsFactor() {
    let prior = GammaRate(mean: 0.14, factor: 2)
    // 2^(2/3) = 1.5874; 0.065267 u² + 1.10532 u − 0.5874 = 0 has u = 0.51577.
    #expect(abs(prior.shape - 3.7592) < 0.001)
    #expect(abs(prior.mean - 0.14) < 1e-12)
    let ratio = prior.quantile(deviations: 1.2816) / prior.quantile(deviations: -1.2816)
    #expect(abs(ratio - 4) < 1e-9)
  }

  @Test func occupancyPullsTheRateToWhatWasCounted() {
    let prior = GammaRate(mean: 0.14, factor: 2)
    // (3.7592 + 30) / (26.851 + 100)
    #expect(abs(prior.updated(pupils: 30, dwellings: 100).mean - 0.26613) < 1e-4)
    #expect(prior.updated(pupils: 0, dwellings: 0) == prior)
  }

  @Test func quantilesAreNearThoseOfTables() {
    // Chi-square with 8 degrees of freedom is twice a gamma of shape 4: 90 % at 13.362, 10 % at 3.490.
    // So shape 4 and exposure 1 have 6.681 and 1.745, which are 1.9567² apart.
    let four = GammaRate(mean: 4, factor: 1.9567)
    #expect(abs(four.shape - 4) < 0.02)
    #expect(abs(four.quantile(deviations: 1.2816) - 6.681) < 0.03)
    #expect(abs(four.quantile(deviations: -1.2816) - 1.745) < 0.03)
  }
}

/// The three schools of ``SchoolChangesTests``: A, B and C with 100, 80 and 60 pupils in two grades.
@Suite struct HousingTests {
  private let yields = DwellingYields(byType: [
    "flat": .init(prior: GammaRate(mean: 0.13, factor: 2), grades: 13, isVerified: false)
  ])

  private func development(school: String? = nil, years: Int = 1) -> HousingDevelopment {
    HousingDevelopment(
      name: "Riverside", district: "d", school: school, type: "flat", dwellings: 260,
      firstYear: 2026, years: years)
  }

  private func year(_ forecast: ForecastResult, _ school: String) throws -> YearForecast {
    try #require(forecast.schools.first { $0.subject.id == school }?[2026])
  }

  @Test func aNamedSchoolTakesAll() throws {
    let after = try SchoolChangesTests.forecast().adding(
      [development(school: "B")], yields: yields)
    // 260 flats × 0.13 / 13 grades = 2.6 pupils a grade.
    let grades = try year(after, "B").grades.map(\.value)
    #expect(abs(grades[0] - 50.6) < 1e-9 && abs(grades[1] - 34.6) < 1e-9)
    #expect(try year(after, "A") == year(SchoolChangesTests.forecast(), "A"))
    let district = try #require(after.districts[0][2026]).total.value
    #expect(abs(district - 245.2) < 1e-9)
    #expect(after.findings.contains { $0.code == "forecast.housing.unverified" })
  }

  @Test func otherwiseSchoolsShareByTheirPupils() throws {
    let after = try SchoolChangesTests.forecast().adding([development(years: 2)], yields: yields)
    // Half are occupied: 2.6 pupils in two grades, 100 / 240 of them at A.
    #expect(abs(try year(after, "A").total.value - (100 + 2.6 * 100 / 240)) < 1e-9)
  }

  @Test func intervalsWidenBySquares() throws {
    let after = try SchoolChangesTests.forecast().adding(
      [development(school: "B")], yields: yields)
    let total = try year(after, "B").total
    let interval = try #require(total.interval)
    // 40 flats' worth: the rate's quantiles are 0.13 × (1 − 1/33.833 ∓ 1.2816 × 0.17193)³ = 0.055 and
    // 0.2201; 72 was 8 below 80. √(8² + (40 × 0.075)² + 1.2816² × 5.2) = 9.03.
    #expect(abs(total.value - interval.low - 9.03) < 0.03)
    #expect(abs(interval.high - total.value - 9.24) < 0.03)
  }

  @Test func occupiedDwellingsAreInTheRollAlready() throws {
    var full = development()
    (full.occupied, full.pupils) = (260, 40)
    let after = try SchoolChangesTests.forecast().adding([full], yields: yields)
    #expect(after.schools == SchoolChangesTests.forecast().schools)
  }

  @Test func unknownNamesAreSaid() {
    var (type, district) = (development(), development())
    type.type = "castle"
    district.district = "e"
    for wrong in [type, district, development(school: "Z")] {
      #expect(throws: ForecastError.self) {
        try SchoolChangesTests.forecast().adding([wrong], yields: yields)
      }
    }
  }

  @Test(arguments: [
    ("development,district,type,dwellings,first_year\nR,d,flat,-3,2026\n", 2),
    ("development,district,type,dwellings,first_year,occupied\nR,d,flat,3,2026,4\n", 2),
    ("development,district,type,dwellings,first_year,pupils\nR,d,flat,3,2026,4\n", 2),
    ("development,district,type,dwellings\nR,d,flat,3\n", 1),
  ])
  func mistakesAreSaidWithTheirLine(_ text: String, _ line: Int) {
    let error = #expect(throws: ForecastError.self) {
      try HousingDevelopment.developments(csv: Array(text.utf8), file: "housing.csv")
    }
    #expect(error?.line == line)
  }

  @Test(arguments: ["0", "-1", "9"])
  func yieldsOutOfRangeAreSaid(_ mean: String) throws {
    let node = try YAMLNode.parse(
      "format: dwelling-yields/1\nyields:\n  - type: flat\n    pupils_per_dwelling: \(mean)\n"
        + "    factor: 2\n    grades: 13\n    status: seen\n", file: "yields.yaml")
    #expect(throws: SeedError.self) { try DwellingYields.load(from: node) }
  }
}
