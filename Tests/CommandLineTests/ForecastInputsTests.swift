import Foundation
import Testing
import TwinTestSupport

@Suite("The inputs of the forecast commands")
struct ForecastInputsTests {
  private let folder: Workspace
  private let births: String
  private let grades = ["--grades", "a,b,c", "--entry-lag", "2", "--stage", "primary=a,b,c"]

  init() throws {
    folder = try Workspace()
    births = try folder.write(
      "births.csv",
      "area,year,births\n" + (2008...2019).map { "D,\($0),\(2 * $0 - 3900)\n" }.joined())
  }

  /// Twelve years of two schools in district D, of which `move` may say other districts.
  private func enrolment(
    _ name: String = "e.csv", area: Bool = false, move: (Int, String) -> String = { _, _ in "D" }
  ) throws -> String {
    var rows = "year,district,school\(area ? ",area" : ""),a,b,c\n"
    for year in 2010...2021 {
      for (school, size) in [("s1", 30), ("s2", 60)] {
        let now = size + (year * 7 + size) % 5
        rows += "\(year),\(move(year, school)),\(school)\(area ? ",D" : "")"
        rows += ",\(now),\(now - 2),\(now - 3)\n"
      }
    }
    return try folder.write(name, rows)
  }

  private func run(
    _ command: String..., enrolment: String, births: String? = nil, grades: [String]? = nil,
    _ options: [String] = []
  ) throws -> TwinSimRun {
    try TwinSimRun(
      ["forecast"] + command + ["--enrolment", enrolment, "--births", births ?? self.births]
        + (grades ?? self.grades) + options)
  }

  @Test("print the same JSON whole and part by part")
  func json() throws {
    let run = try run(enrolment: enrolment(), ["--by-grade", "--format", "json", "--horizon", "2"])
    #expect(run.status == 0, "\(run.stderr)")
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(run.stdout.utf8))
    guard case .object(let members) = value, case .list(let facts) = members["facts"] else {
      Issue.record("there is no list of facts")
      return
    }
    // Two schools and a district, three years, a stage and three grades.
    #expect(facts.count == 3 * 3 * 4)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    #expect(run.stdout == String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  @Test("follow a school into another district, but not in a backtest")
  func moves() throws {
    let stays = try enrolment("stays.csv", area: true)
    let goes = try enrolment("goes.csv", area: true) { year, _ in year < 2021 ? "D" : "E" }
    let (before, after) = (try run(enrolment: stays), try run(enrolment: goes))
    #expect(after.stdout.replacing("district  E ", with: "district  D ") == before.stdout)
    #expect(
      after.stderr.contains(
        "info: 2 schools changed the district and count with all the past to the last one: 2 from D to "
          + "E since 2021"))
    let chart = try run("chart", enrolment: goes, ["--district", "E"])
    let base = try run("chart", enrolment: stays, ["--district", "D"])
    #expect(chart.stdout.replacing("District E", with: "District D") == base.stdout)
    let backtest = try run("backtest", enrolment: goes)
    #expect(backtest.status == 0 && !backtest.stderr.contains("changed the district"))
    let left = try run(enrolment: goes, ["--exclude-district", "D"])
    #expect(left.stdout == after.stdout)
  }

  @Test("are read from a pipe")
  func pipe() throws {
    let file = try enrolment()
    let options = (["--births", births] + grades).map { "'\($0)'" }.joined(separator: " ")
    let piped = try ShellRun(
      "export TWIN_SIM_SEEDS='\(Checkout.seeds)'; '\(TwinSimRun.program.path)' forecast "
        + "--enrolment <(cat '\(file)') \(options) 2> '\(folder.path("errors"))'")
    let read = try run(enrolment: file)
    #expect(piped.status == 0 && piped.output == read.stdout && !piped.output.isEmpty)
  }

  @Test("take marks of suppressed fields and headings of births")
  func options() throws {
    let text = try String(contentsOfFile: enrolment(), encoding: .utf8)
    let hidden = try folder.write("hidden.csv", text + "2021,D,s3,<10,<10,\n")
    let refused = try run(enrolment: hidden)
    #expect(refused.status == 65 && refused.stderr.contains("--suppressed"), "\(refused.stderr)")
    let taken = try run(enrolment: hidden, ["--suppressed", "<10"])
    #expect(taken.status == 0 && taken.stderr.contains("2 grade fields are suppressed"))
    let born = try folder.write(
      "born.csv",
      try String(contentsOfFile: births, encoding: .utf8).replacing(
        "area,year,births", with: "county,born,count"))
    let options = ["births=count", "births.area=county", "births.year=born"]
    let mapped = try run(
      enrolment: enrolment(), births: born, options.flatMap { ["--column", $0] })
    #expect(mapped.status == 0, "\(mapped.stderr)")
    #expect(try mapped.stdout == run(enrolment: enrolment()).stdout)
    let missing = try run(
      enrolment: enrolment(), births: born, ["--column", "births.area=county"])
    #expect(missing.status == 65 && missing.stderr.contains("births.year=HEADING"))
  }

  @Test("lead to the same findings in a forecast and a backtest")
  func findings() throws {
    let elsewhere = try folder.write("x.csv", "area,year,births\nX,2010,5\nX,2011,5\n")
    let grades = ["--grades", "a,b,c", "--stage", "primary=a,b"]
    for command in ["run", "backtest"] {
      let run = try run(command, enrolment: enrolment(), births: elsewhere, grades: grades)
      #expect(run.status == 0, "\(run.stderr)")
      #expect(
        run.stderr.contains(
          "warning: there are no births of area D: the entry grade of district D rests on its own past; "
            + "there are births of area X, which no district has"))
      #expect(run.stderr.contains("warning: grade c is in no stage"))
    }
  }

  @Test("name a school by its id, or by district and id, and say which ids there are")
  func schools() throws {
    func explain(_ school: String) throws -> TwinSimRun {
      try run(
        "explain", enrolment: enrolment(),
        ["--school", school, "--grade", "b", "--year", "2023", "--format", "json"])
    }
    #expect(try explain("D-s1").stdout == explain("s1").stdout)
    let wrong = try explain("nope")
    #expect(wrong.status != 0)
    #expect(
      wrong.stderr.contains(
        "there is no school nope in the enrolment; its schools are called s1, s2"))
    let chart = try run("chart", enrolment: enrolment(), ["--school", "D-s2"])
    #expect(try chart.stdout == run("chart", enrolment: enrolment(), ["--school", "s2"]).stdout)
  }
}

/// Any JSON, for reading it and writing it again.
private enum JSONValue: Codable {
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}
