import Foundation
import Testing

@Suite("The forecast commands")
struct ForecastCommandTests {
  /// Twelve years of two schools with three grades, and births two years before.
  private func files() throws -> (enrolment: String, births: String, folder: URL) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("forecast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var rows = "year,district,school,a,b,c\n"
    var births = "area,year,births\n"
    for year in 2010...2021 {
      births += "D,\(year - 2),\(100 + 2 * (year - 2010))\n"
      for (school, size) in [("s1", 30), ("s2", 60)] {
        let now = size + (year * 7 + size) % 5
        rows += "\(year),D,\(school),\(now),\(now - 2),\(now - 3)\n"
      }
    }
    let enrolment = folder.appendingPathComponent("enrolment.csv")
    let born = folder.appendingPathComponent("births.csv")
    try rows.write(to: enrolment, atomically: true, encoding: .utf8)
    try births.write(to: born, atomically: true, encoding: .utf8)
    return (enrolment.path, born.path, folder)
  }

  @Test("compare methods with the past, explain one number, draw paths and charts")
  func runs() throws {
    let (enrolment, births, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    let inputs = [
      "--enrolment", enrolment, "--births", births, "--grades", "a,b,c", "--entry-lag", "2",
      "--stage", "primary=a,b,c",
    ]
    let backtest = try TwinSimRun(
      ["forecast", "backtest"] + inputs + ["--horizons", "1,2", "--format", "csv"])
    #expect(backtest.status == 0, "\(backtest.stderr)")
    #expect(backtest.stdout.hasPrefix("level,unit,h,method,origins,n,wMAPE_%"))
    for method in ["naive", "gpr3", "gprew", "ets", "ebgpr", "stack", "twin"] {
      #expect(backtest.stdout.contains("school,total,2,\(method),"), "\(method)")
    }
    let explained = try TwinSimRun(
      ["forecast", "explain"] + inputs + ["--school", "s1", "--grade", "b", "--year", "2023"])
    #expect(explained.status == 0, "\(explained.stderr)")
    #expect(explained.stdout.contains("births of") && explained.stdout.contains("hier"))
    let paths = try TwinSimRun(
      ["forecast", "paths"] + inputs + ["--horizon", "3", "--paths", "20"])
    #expect(paths.stdout.split(separator: "\n").count == 1 + (2 + 2 + 2) * 3)
    let chart = try TwinSimRun(["forecast", "chart"] + inputs + ["--school", "s2"])
    #expect(chart.stdout.hasPrefix("<svg xmlns="))
  }

  @Test("draw paths with dwellings and changes of schools, and say what is wrong with them")
  func plans() throws {
    let (enrolment, births, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let url = folder.appendingPathComponent(name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    let inputs = [
      "--enrolment", enrolment, "--births", births, "--grades", "a,b,c", "--entry-lag", "2",
      "--stage", "primary=a,b,c",
    ]
    let paths = ["forecast", "paths"] + inputs + ["--horizon", "3", "--paths", "20"]
    let merger = try file("merger.csv", "year,school,kind,into\n2023,s1,merge,s2\n")
    let merged = try TwinSimRun(paths + ["--changes", merger])
    #expect(merged.status == 0, "\(merged.stderr)")
    #expect(
      merged.stdout.contains("campus,s1,primary,2023,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0\n"))
    let plain = try TwinSimRun(paths)
    func rows(_ run: TwinSimRun, _ of: String) -> [Substring] {
      run.stdout.split(separator: "\n").filter { $0.hasPrefix(of) }
    }
    #expect(rows(merged, "district") == rows(plain, "district"))
    #expect(rows(merged, "campus,s1,primary,2022") == rows(plain, "campus,s1,primary,2022"))
    let header = "development,district,type,dwellings,first_year\n"
    let dwellings = try file("known.csv", header + "R,D,flat,300,2023\n")
    let housed = try TwinSimRun(paths + ["--housing", dwellings])
    #expect(housed.status == 0, "\(housed.stderr)")
    #expect(rows(housed, "campus,s2,primary,2023") != rows(plain, "campus,s2,primary,2023"))
    #expect(rows(housed, "campus,s2,primary,2022") == rows(plain, "campus,s2,primary,2022"))
    for (name, text, word) in [
      ("zero.csv", header + "R,D,flat,0,2023\n", "zero.csv:2"), ("empty.csv", "", "empty.csv"),
      ("castle.csv", header + "R,D,castle,3,2023\n", "castle"),
    ] {
      let wrong = try TwinSimRun(paths + ["--housing", file(name, text)])
      #expect(wrong.status == 65 && wrong.stderr.contains(word), "\(wrong.stderr)")
    }
    let explained = try TwinSimRun(
      ["forecast", "explain"] + inputs + [
        "--school", "s1", "--grade", "a", "--year", "2024", "--in-migration", "0.02", "--housing",
        dwellings, "--format", "json",
      ])
    #expect(explained.status == 0, "\(explained.stderr)")
    let found = try #require(
      JSONSerialization.jsonObject(with: Data(explained.stdout.utf8)) as? [String: Any])
    let levers = try #require(found["levers"] as? [[String: Any]])
    let parts = levers.compactMap { $0["pupils"] as? Double }
    #expect(parts.count == 2 && parts.allSatisfy { $0 > 0 })
    let base =
      try #require(found["mixed"] as? Double) * #require(found["reconciliation"] as? Double)
    let pupils = try #require(found["pupils"] as? Double)
    #expect(abs(base + parts.reduce(0, +) - pupils) < 1e-6)
  }

  @Test("assign blocks to seats and draw the flows")
  func assign() throws {
    let (_, _, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    let blocks = folder.appendingPathComponent("blocks.csv")
    let schools = folder.appendingPathComponent("schools.csv")
    let map = folder.appendingPathComponent("map.svg")
    try "block,zone,x,y,pupils\n1,w,0,0,30\n2,w,900,0,30\n"
      .write(to: blocks, atomically: true, encoding: .utf8)
    try "school,zones,x,y,seats\na,w,100,0,40\nb,w e,1000,0,15\n"
      .write(to: schools, atomically: true, encoding: .utf8)
    let run = try TwinSimRun([
      "forecast", "assign", "--blocks", blocks.path, "--schools", schools.path, "--detour", "1",
      "--map", map.path,
    ])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      run.stdout
        == "block,priority,school,pupils,walk_m\n1,1,a,30,100\n2,1,a,10,800\n2,1,b,15,100\n2,1,,5,\n"
    )
    #expect(run.stderr.contains("55 pupils seated, 5 without a seat, 10 walk more than 500 m"))
    #expect(try String(contentsOf: map, encoding: .utf8).hasPrefix("<svg"))
  }

  @Test("choose the cheapest interventions, and say that it is proven")
  func interventions() throws {
    let (enrolment, births, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    let seats = folder.appendingPathComponent("seats.csv")
    let options = folder.appendingPathComponent("options.csv")
    try "place,stage,seats\ns1,primary,50\ns2,primary,900\n"
      .write(to: seats, atomically: true, encoding: .utf8)
    try """
    option,cost,first_year,place,stage,seats
    wing,9,2022,s1,primary,400
    border,2,2022,s1,primary,400
    border,2,2022,s2,primary,-400

    """.write(to: options, atomically: true, encoding: .utf8)
    let command = [
      "forecast", "interventions", "--enrolment", enrolment, "--births", births, "--grades",
      "a,b,c", "--entry-lag", "2", "--stage", "primary=a,b,c", "--horizon", "3", "--seats",
      seats.path, "--options",
    ]
    let run = try TwinSimRun(command + [options.path])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout == "option,year\nborder,2022\n")
    #expect(run.stderr.contains("cost 2.0, proven to be the least"))
    try "option,cost,first_year,place,stage,seats\nnew,9,2022,s9,primary,400\n"
      .write(to: options, atomically: true, encoding: .utf8)
    let unknown = try TwinSimRun(command + [options.path])
    #expect(unknown.status == 64 && unknown.stderr.contains("s9"))
  }
}
