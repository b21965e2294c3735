import Foundation
import SeatForecast
import Testing
import TwinModel
import TwinTestSupport

/// Real enrolment of Maryland's public schools (CC0) and what an independent program makes of it.
///
/// Provenance: `backtest.py` beside the data, numpy; `golden_dev_origin2014.csv` holds its forecasts
/// from the origin 2014, rounded to 4 decimals.
@Suite(
  "Seat demand against an independent program",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct ForecastReferenceTests {
  private static let panel = Result { try maryland() }
  private static let rows = Result { try Backtest().rows(panel: panel.get()) }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let shared = try #require(Checkout.shared)
    return Array(try Data(contentsOf: shared.appendingPathComponent(path)))
  }

  private static func maryland() throws -> EnrolmentPanel {
    let (enrolment, births) = try history()
    return try EnrolmentPanel(enrolment, births: births, stages: stages(), entryLag: 6)
  }

  private static func stages() throws -> [StageDefinition] {
    try StageDefinition.parse(["primary=K,1-5", "junior=6-8", "senior=9-12"])
  }

  private static func history() throws -> (EnrolmentHistory, BirthHistory) {
    let columns = try EnrolmentColumns(
      mappings: ["district=lea", "name=school_name"], grades: "K,1-12")
    let all = try EnrolmentHistory(
      csv: bytes("data/forecast/maryland_school_grade.csv"), file: "maryland_school_grade.csv",
      columns: columns)
    // District 32 is one boarding school for the whole state; the program leaves it out, too.
    let enrolment = try EnrolmentHistory(
      grades: all.grades, rows: all.rows.filter { $0.district != "32" })
    let births = try BirthHistory(
      csv: bytes("data/forecast/maryland_births.csv"), file: "maryland_births.csv",
      columns: BirthColumns(beside: columns))
    return (enrolment, births)
  }

  @Test(
    "agrees cell by cell, to the four decimals that are printed",
    arguments: [GradeProgression.lastThreeYears, PooledProgression()] as [any ForecastMethod])
  func golden(_ method: any ForecastMethod) throws {
    let panel = try Self.panel.get()
    let forecast = try #require(
      method.forecasts(
        of: panel, origins: [2014 - panel.firstYear], horizon: 5, assumptions: .unchanged
      ).first)
    let table = try CSVTable(
      bytes: Self.bytes("anchors/forecast/golden_dev_origin2014.csv"), file: "golden")
    let places = [
      "district": Dictionary(uniqueKeysWithValues: panel.districts.enumerated().map { ($1, $0) }),
      "school": Dictionary(
        uniqueKeysWithValues: panel.schools.enumerated().map { ($1.district + $1.school, $0) }),
    ]
    var worst = 0.0
    var cells = 0
    for record in table.records where record.fields[2] == method.name {
      let cube = record.fields[0] == "district" ? forecast.district : forecast.school
      let unit = try #require(places[record.fields[0]]?[record.fields[1]])
      let ahead = try #require(Int(record.fields[3]))
      for grade in panel.grades.indices {
        let golden = try #require(Double(record.fields[4 + grade]))
        worst = max(worst, abs(cube[unit, ahead, grade] - golden))
        cells += 1
      }
    }
    #expect(cells == 7160 * 13)
    // Half a unit of the fourth decimal, and the rounding of sums in another order.
    #expect(worst <= 0.5e-4 + 1e-8, "\(method.name) differs by \(worst)")
  }
}

extension ForecastReferenceTests {
  @Test("has the accuracy, coverage and scores that the independent program prints")
  func backtest() throws {
    let rows = try Self.rows.get()
    let ours = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        ("\(row.level),\(row.unit),\(row.horizon),\(row.method)", row.csv)
      })
    let table = try CSVTable(bytes: Self.bytes("anchors/forecast/results_dev.csv"), file: "results")
    var compared = 0
    for record in table.records
    where ForecastMethods.compared.contains(record.fields[3])
      || ["ebgpr/t", "stack/t"].contains(record.fields[3])
    {
      let row = try #require(ours[record.fields[..<4].joined(separator: ",")])
      let found = row.split(separator: ",").map(String.init)
      #expect(found[4] == record.fields[4] && found[5] == record.fields[5], "\(row)")
      for column in 6..<13 {
        let (a, b) = (
          try #require(Double(found[column])), try #require(Double(record.fields[column]))
        )
        // One unit of the last printed digit, for numbers that lie on its edge.
        #expect(abs(a - b) < 0.005, "\(table.header[column]) of \(row), printed \(b)")
      }
      compared += 1
    }
    #expect(compared == 8 * 7 * 3 * 3)
  }
}

extension ForecastReferenceTests {
  private func row(
    _ level: String, _ unit: String, _ horizon: Int, _ method: String
  ) throws -> BacktestRow {
    try #require(
      Self.rows.get().first {
        $0.level == level && $0.unit == unit && $0.horizon == horizon && $0.method == method
      })
  }

  @Test(
    "misses less than the best of the independent program's methods, choosing by itself",
    arguments: [
      ("school", "grade", [6.6, 11.2, 13.9]), ("school", "total", [3.9, 7.9, 10.7]),
      ("district", "grade", [1.21, 2.5, 3.75]), ("district", "total", [0.56, 1.5, 2.5]),
    ] as [(String, String, [Double])])
  func accuracy(_ level: String, _ unit: String, _ limits: [Double]) throws {
    for (horizon, limit) in zip([1, 3, 5], limits) {
      let found = try row(level, unit, horizon, "twin").wMAPE
      #expect(found <= limit, "\(level) \(unit) at \(horizon): \(found) %")
    }
  }

  /// Rows of intervals that the years cannot judge: with 6, 4 and 2 origins, whose units a year moves
  /// together, a total of the region is covered in steps of 17, 25 and 50 %, and its stages and grades
  /// three and five years ahead rest on the same four and two years.
  private static let unjudged: Set<String> = [
    "region,total,1", "region,total,3", "region,total,5", "region,phase,3", "region,phase,5",
    "region,grade,3", "region,grade,5",
  ]

  @Test(
    "gives 80 % intervals that hold about four times in five",
    arguments: ["school", "district", "region"], ["grade", "phase", "total"])
  func coverage(_ level: String, _ unit: String) throws {
    for horizon in [1, 3, 5] where !Self.unjudged.contains("\(level),\(unit),\(horizon)") {
      let coverage = try #require(row(level, unit, horizon, "twin").coverage)
      #expect((75...88).contains(coverage), "\(level) \(unit) at \(horizon): \(coverage) %")
    }
  }

  @Test(
    "scores its intervals no worse than those of stack",
    arguments: ["school", "district", "region"], ["grade", "phase", "total"])
  func winkler(_ level: String, _ unit: String) throws {
    for horizon in [1, 3, 5] {
      // Two origins: intervals of stack miss every total of the region there, and still score better.
      if level == "region", unit != "grade", horizon == 5 { continue }
      let ours = try #require(row(level, unit, horizon, "twin").winkler)
      let stack = try #require(row(level, unit, horizon, "stack").winkler)
      #expect(ours <= stack, "\(level) \(unit) at \(horizon): \(ours), stack \(stack)")
    }
  }
}

extension ForecastReferenceTests {
  @Test(
    "says the same to the bit when every later year is scrambled", arguments: ["twin", "stack"])
  func leak(_ name: String) throws {
    let (all, births) = try Self.history()
    var random = SeededRandom(1, stream: "scramble")
    let cut = 2015
    let scrambled = try EnrolmentHistory(
      grades: all.grades,
      rows: all.rows.map { row in
        guard row.year > cut else { return row }
        var row = row
        row.pupils = row.pupils.map { _ in
          random.unit() < 0.6 ? (300 * random.unit()).rounded() : 0
        }
        return row
      })
    let wrongBirths = try BirthHistory(
      births: births.births.mapValues { counts in
        Dictionary(
          uniqueKeysWithValues: counts.map { ($0.key, $0.key > cut ? 1e5 : $0.value) })
      })
    let forecasts = try [(all, births), (scrambled, wrongBirths)].map { history, births in
      let panel = try EnrolmentPanel(
        history, births: births, stages: Self.stages(), entryLag: 6)
      return try ForecastMethods.method(name).forecasts(
        of: panel, origins: panel.origins.filter { panel.firstYear + $0 <= cut }, horizon: 5,
        assumptions: .unchanged)
    }
    #expect(forecasts[0].count == 6)
    #expect(forecasts[0] == forecasts[1])
  }
}
