import SeatForecast
import Testing
import TwinModel

@Suite("A backtest")
struct BacktestTests {
  @Test("measures the naive forecast as one would by hand")
  func naive() throws {
    // One school, two grades of 100 + 10 t pupils each: the last value is 10 pupils a year short.
    let rows = (0..<8).map { year in
      EnrolmentHistory.Row(
        year: 2010 + year, district: "d", school: "a",
        pupils: [Double(100 + 10 * year), Double(100 + 10 * year)])
    }
    let found = try Backtest(horizons: [1, 2], methods: ["naive"]).rows(
      enrolment: EnrolmentHistory(grades: ["1", "2"], rows: rows), births: .unknown,
      stages: [.init(.primary, grades: ["1", "2"])], entryLag: 6)
    #expect(found.count == 3 * 2 * 5)
    let total = try #require(
      found.first { $0.level == "school" && $0.unit == "total" && $0.horizon == 2 })
    // Origins need five years behind and two ahead: 2014 and 2015, against 320 and 340 pupils.
    #expect(total.origins == 2)
    #expect(abs(total.wMAPE - 100 * (40.0 + 40) / (320 + 340)) < 1e-9)
    #expect(abs(total.bias + total.wMAPE) < 1e-9)
    #expect(abs((total.mape ?? 0) - 50 * (40.0 / 320 + 40.0 / 340)) < 1e-9)
    #expect(found.first?.csv.hasPrefix("region,grade,1,naive,3,6,") == true)
  }

  @Test("compares nothing after the last target")
  func lastTarget() throws {
    let history = try World.enrolment(noise: 3)
    let cut = try EnrolmentHistory(
      grades: history.grades, rows: history.rows.filter { $0.year <= 2017 })
    func rows(_ history: EnrolmentHistory, _ last: Int?) throws -> [BacktestRow] {
      try Backtest(horizons: [1], lastTarget: last).rows(
        enrolment: history, births: World.births(), stages: World.stages, entryLag: 2)
    }
    #expect(try rows(history, 2017) == rows(cut, nil))
    #expect(try rows(history, 2017) != rows(history, nil))
  }

  @Test("says when the history is too short to compare anything")
  func tooShort() throws {
    let error = #expect(throws: ForecastError.self) {
      try Backtest().rows(
        enrolment: World.enrolment(years: 5), births: World.births(), stages: World.stages,
        entryLag: 2)
    }
    #expect(error?.description.contains("there are 5 years of enrolment") == true)
  }
}
