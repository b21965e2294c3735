import SeatForecast
import Testing
import TwinModel

@Suite("An enrolment history")
struct EnrolmentHistoryTests {
  private func read(
    _ text: String, _ columns: EnrolmentColumns = EnrolmentColumns(grades: ["1", "2"])
  ) throws(ForecastError) -> EnrolmentHistory {
    try EnrolmentHistory(csv: Array(text.utf8), file: "e.csv", columns: columns)
  }

  @Test("counts suppressed fields as five and empty ones as none, and says so")
  func suppressed() throws {
    let history = try read(
      """
      year,district,school,1,2,notes
      2022,南山,A,-1,,x
      2020,南山,A,30,28,
      """)
    #expect(history.rows.map(\.year) == [2020, 2022])
    #expect(history.rows.map(\.pupils) == [[30, 28], [5, 0]])
    #expect(history.rows.map(\.area) == ["南山", "南山"])
    #expect(
      history.findings.map(\.code) == [
        "enrolment.suppressed", "enrolment.year.missing", "enrolment.column.unused",
      ])
    #expect(history.findings[1].message == "the years 2021 are missing")
  }

  @Test("takes other headings and lists of grades")
  func headings() throws {
    let columns = try EnrolmentColumns(
      mappings: ["district=lea", "area=county", "name=title"], grades: "K,1-2")
    #expect(columns.grades == ["K", "1", "2"])
    let history = try read(
      "year,lea,school,title,county,K,1,2\n2020,01,0301,Flintstone,Allegany,1,2,3\n", columns)
    #expect(
      history.rows == [
        .init(
          year: 2020, district: "01", school: "0301", name: "Flintstone", area: "Allegany",
          pupils: [1, 2, 3])
      ])
  }

  @Test(
    "says file, line and column of what is wrong",
    arguments: [
      ("year,district,school,1,2\n20,a,b,1,1\n", 2, "year"),
      ("year,district,school,1,2\n2020,,b,1,1\n", 2, "district"),
      ("year,district,school,1,2\n2020,a,b,1,1\n2021,a,b,many,1\n", 3, "1"),
      ("year,district,school,1,2\n2020,a,b,1,-7\n", 2, "2"),
      ("year,district,school,1,2\n2020,a,b,nan,7\n", 2, "1"),
      ("year,lea,school,1,2\n2020,a,b,1,1\n", 1, ""),
      ("year,district,school,1\n2020,a,b,1\n", 1, ""),
      ("year,district,school,1,2\n2020,a,b,1,1\n2020,a,b,1,1\n", 3, ""),
      ("year,district,school,1,2\n", 0, ""),
    ])
  func refuses(_ text: String, _ line: Int, _ column: String) {
    let error = #expect(throws: ForecastError.self) { try read(text) }
    #expect(error?.file == "e.csv")
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("names the option that maps a missing column")
  func missingColumn() {
    let error = #expect(throws: ForecastError.self) {
      try read("year,lea,school,1,2\n2020,a,b,1,1\n")
    }
    #expect(
      error?.description
        == "e.csv:1: there is no column “district”; the columns are “year”, “lea”, “school”, “1”, "
        + "“2”; name the right one with --column district=HEADING")
  }

  @Test("refuses mappings and grades that make no sense")
  func refusesMappings() {
    #expect(throws: ForecastError.self) { try EnrolmentColumns(mappings: ["district"]) }
    #expect(throws: ForecastError.self) { try EnrolmentColumns(mappings: ["county=x"]) }
    #expect(throws: ForecastError.self) { try EnrolmentColumns(mappings: [], grades: "1,2,1") }
    #expect(throws: ForecastError.self) { try EnrolmentColumns(mappings: [], grades: "1,,2") }
    #expect(throws: ForecastError.self) { try StageDefinition.parse(["college=1"]) }
  }
}
