import SeatForecast
import Testing
import TwinModel

@Suite("An enrolment panel")
struct EnrolmentPanelTests {
  private func panel(
    _ rows: [EnrolmentHistory.Row], stages: [StageDefinition], lag: Int = 1
  ) throws(ForecastError) -> EnrolmentPanel {
    try EnrolmentPanel(
      EnrolmentHistory(grades: ["1", "2"], rows: rows), births: .unknown, stages: stages,
      entryLag: lag)
  }

  private let rows: [EnrolmentHistory.Row] = [
    .init(year: 2020, district: "d", school: "b", pupils: [3, 4]),
    .init(year: 2020, district: "d", school: "a", pupils: [1, 2]),
    .init(year: 2022, district: "d", school: "a", pupils: [5, 6]),
  ]

  @Test("sums schools into districts and leaves years without rows unobserved")
  func sums() throws {
    let panel = try panel(rows, stages: [.init(.primary, grades: ["1", "2"])])
    #expect(panel.schools.map(\.school) == ["a", "b"])
    #expect(panel.isObserved == [true, false, true])
    #expect((0...2).map { panel.district[0, $0, 1] } == [6, 0, 6])
    #expect(panel.origins == [])
    #expect(panel.findings.map(\.code) == ["births.missing"])
  }

  @Test("counts a district to the area where most pupils learnt in its first year, and says so")
  func areas() throws {
    func row(_ year: Int, _ school: String, _ area: String, _ pupils: Double)
      -> EnrolmentHistory.Row
    {
      .init(year: year, district: "d", school: school, area: area, pupils: [pupils, pupils])
    }
    func births(_ rows: [EnrolmentHistory.Row]) throws -> (Double, [String]) {
      let panel = try EnrolmentPanel(
        EnrolmentHistory(grades: ["1", "2"], rows: rows),
        births: BirthHistory(births: ["A": [2015: 10], "B": [2015: 20]]),
        stages: [.init(.primary, grades: ["1", "2"])], entryLag: 1)
      return (
        panel.districtBirths.births(0, in: 2015, known: 2020),
        panel.findings.map(\.code).filter { $0.hasPrefix("births.area.several") }
      )
    }
    let first = [row(2018, "s1", "A", 9), row(2018, "s2", "B", 10)]
    #expect(try births(first) == (20, ["births.area.several"]))
    // Later years change no earlier forecast.
    let later = first + [row(2019, "s0", "A", 500), row(2019, "s1", "A", 500)]
    #expect(try births(later) == (20, ["births.area.several"]))
    #expect(try births([row(2018, "s1", "A", 9)]) == (10, []))
  }

  @Test("leaves a gap out of the pairs of years, and falls off with age over it")
  func weights() throws {
    let years = [2015, 2016, 2018, 2019, 2020]
    let panel = try panel(
      years.map { .init(year: $0, district: "d", school: "a", pupils: [1, 1]) },
      stages: [.init(.primary, grades: ["1", "2"])])
    let pairs = RecencyWeights.exponential(alpha: 0.5).pairs(panel, origin: 5)
    #expect(pairs.map(\.year) == [1, 4, 5])
    #expect(pairs.map(\.weight) == [0.0625, 0.5, 1])
    #expect(RecencyWeights.last(2).years(panel, origin: 4).map(\.year) == [3, 4])
  }

  @Test("leaves out stages that the file has no grades of")
  func stages() throws {
    let panel = try panel(
      rows,
      stages: StageDefinition.chinese.map { definition in
        definition.stage == .primary ? .init(.primary, grades: ["1", "2"]) : definition
      })
    #expect(panel.stages.ranges.map(\.stage) == [.primary])
  }

  @Test("refuses stages with foreign, repeated or shared grades, and lags out of range")
  func refuses() {
    for stages in [
      [StageDefinition(.primary, grades: ["1", "3"])], [],
      [StageDefinition(.primary, grades: ["2", "1"])],
      [StageDefinition(.primary, grades: ["1", "2"]), StageDefinition(.junior, grades: ["2"])],
    ] {
      #expect(throws: ForecastError.self) { try panel(rows, stages: stages) }
    }
    #expect(throws: ForecastError.self) {
      try panel(rows, stages: [.init(.primary, grades: ["1", "2"])], lag: -1)
    }
  }
}
