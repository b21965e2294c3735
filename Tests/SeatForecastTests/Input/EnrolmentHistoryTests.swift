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
    #expect(history.findings[1].message == "the year 2021 is missing")
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

  @Test("takes other marks of suppressed fields, and names them where a field is unreadable")
  func marks() throws {
    let text = "year,district,school,1,2\n2020,a,b,<10,7\n"
    let columns = try EnrolmentColumns(mappings: [], grades: "1,2", suppressed: ["<10"])
    let history = try read(text, columns)
    #expect(history.rows.map(\.pupils) == [[5, 7]])
    #expect(
      history.findings.map(\.message) == ["1 grade field is suppressed and counts as 5.0 pupils"])
    let error = #expect(throws: ForecastError.self) { try read(text) }
    #expect(
      error?.reason
        == "found “<10”; expected a number from 0 to 10000000, nothing for a grade that is not offered, "
        + "or * or -1 for too few to be published; name other marks of these with --suppressed")
  }

  @Test("minds a heading that stands there twice only where its column is used")
  func repeatedHeadings() throws {
    let history = try read("year,district,school,x,1,2,x\n2020,a,b,,1,2,\n")
    #expect(history.rows.map(\.pupils) == [[1, 2]])
    let error = #expect(throws: ForecastError.self) {
      try read("year,district,school,2,1,2\n2020,a,b,9,1,2\n")
    }
    #expect(error?.description == "e.csv:1: the heading “2” stands here twice")
  }

  @Test(
    "takes ranges of grades with text around the numbers",
    arguments: [
      ("G01-G03", ["G01", "G02", "G03"]), ("Grade9-Grade11", ["Grade9", "Grade10", "Grade11"]),
      ("08-11", ["08", "09", "10", "11"]), ("1年级-3年级", ["1年级", "2年级", "3年级"]),
      ("K,1-2", ["K", "1", "2"]), ("G1-H3", ["G1-H3"]), ("G01-G3", ["G01-G3"]),
      ("G3-G1", ["G3-G1"]), ("P1A2-P1A3", ["P1A2-P1A3"]), ("pre-school", ["pre-school"]),
    ])
  func ranges(_ text: String, _ grades: [String]) throws {
    #expect(try EnrolmentColumns.gradeList(text) == grades)
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
