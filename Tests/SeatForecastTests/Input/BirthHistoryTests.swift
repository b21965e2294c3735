import SeatForecast
import Testing
import TwinModel

@Suite("A birth history")
struct BirthHistoryTests {
  @Test("goes by the heading of the enrolment's area, else of its district")
  func headings() throws {
    let columns = try BirthColumns(beside: EnrolmentColumns(mappings: ["district=lea"]))
    let births = try BirthHistory(
      csv: Array("lea,name,year,births,partial\n01,x,2001,751,0\n01,x,2003,684.5,1\n".utf8),
      file: "b.csv", columns: columns)
    #expect(births.births == ["01": [2001: 751, 2003: 684.5]])
    #expect(births.findings.map(\.code) == ["births.partial", "births.year.missing"])
  }

  @Test("takes headings of its own, and names the option for one that is missing")
  func ownHeadings() throws {
    let csv = Array("county,born,count,part,year\n01,2001,751,1,x\n".utf8)
    let missing = #expect(throws: ForecastError.self) {
      try BirthHistory(csv: Array("area,year,count\n1,2001,7\n".utf8), file: "b.csv")
    }
    #expect(missing?.reason.hasSuffix("name the right one with --column births=HEADING") == true)
    let mappings = [
      "births=count", "births.area=county", "births.year=born", "births.partial=part", "name=n",
    ]
    let births = try BirthHistory(
      csv: csv, file: "b.csv",
      columns: BirthColumns(beside: EnrolmentColumns(mappings: mappings), mappings: mappings))
    #expect(births.births == ["01": [2001: 751]])
    #expect(
      births.findings.map(\.message) == ["1 number of births is marked as a completed part-year"])
  }

  @Test("says once which areas lack years in between")
  func gaps() throws {
    let births = try BirthHistory(
      csv: Array("area,year,births\na,2001,1\na,2003,1\nb,2001,1\nb,2004,1\nc,2001,1\n".utf8),
      file: "b.csv")
    #expect(
      births.findings.map(\.message) == [
        "2 areas have no births for years in between (a: 2002, b: 2002, 2003)"
      ])
  }

  @Test("refuses a year of an area that stands there twice")
  func twice() {
    let error = #expect(throws: ForecastError.self) {
      try BirthHistory(csv: Array("area,year,births\na,2001,1\na,2001,2\n".utf8), file: "b.csv")
    }
    #expect(error?.line == 3)
  }

  @Test("tells nothing of the years after the year of knowledge")
  func series() {
    let series = BirthSeries([[2001: 10, 2002: 20, 2004: 40], nil])
    #expect(
      (1999...2006).map { series.births(0, in: $0, known: 2010) }
        == [10, 10, 10, 20, 30, 40, 40, 40])
    #expect((2001...2004).map { series.births(0, in: $0, known: 2002) } == [10, 20, 20, 20])
    // Nothing is known yet: one birth a year, as for an area without births.
    #expect(series.births(0, in: 1995, known: 2000) == 1)
    #expect(series.births(1, in: 2004, known: 2010) == 1)
    #expect(series.lastYear(0, known: 2003) == 2003)
    #expect(series.lastYear(1, known: 2003) == nil)
  }
}
