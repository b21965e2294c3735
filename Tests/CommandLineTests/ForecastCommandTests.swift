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

  @Test("assign primary pupils, then junior ones by feeder links, with seats of a year")
  func feeders() throws {
    let (_, _, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let url = folder.appendingPathComponent(name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    let command = [
      "forecast", "assign", "--detour", "1", "--blocks",
      try file(
        "blocks.csv", "stage,block,zone,x,y,pupils\njunior,1,w,0,0,5\nprimary,1,w,0,0,10\n"),
      "--schools",
      try file(
        "schools.csv",
        """
        school,stage,zones,x,y,seats
        N,primary,w,10,0,3
        P,primary,w,100,0,9
        J,junior,w,200,0,5
        N,junior,w,10,0,1
        K,junior,w,20,0,9

        """), "--feeders",
    ]
    let links = try file("links.csv", "from,to\nP,J\n")
    let map = folder.appendingPathComponent("flows.svg").path
    let run = try TwinSimRun(command + [links, "--map", map])
    #expect(run.status == 0, "\(run.stderr)")
    // Five leave as ten sit, 3 to 7: 1.5 and 3.5, so 2 and 3. N has one seat for its two.
    #expect(
      run.stdout == """
        stage,block,priority,school,pupils,walk_m,from,right
        primary,1,1,N,3,10,,
        primary,1,1,P,7,100,,
        junior,1,1,K,1,20,N,
        junior,1,1,N,1,10,N,own
        junior,1,1,J,3,200,P,feeder

        """)
    #expect(run.stderr.contains("1 stay at their school of both stages, 3 go by a feeder link"))
    for stage in ["primary", "junior"] {
      let drawn = folder.appendingPathComponent("flows-\(stage).svg")
      #expect(try String(contentsOf: drawn, encoding: .utf8).hasPrefix("<svg"))
    }
    let changes = try file(
      "changes.csv",
      "year,school,kind,stage,seats\n2027,N,expand,junior,1\n2029,N,expand,junior,9\n")
    let later = try TwinSimRun(command + [links, "--changes", changes, "--year", "2028"])
    #expect(later.stdout.contains("junior,1,1,N,2,10,N,own\n"), "\(later.stderr)")
    let unknown = try file("unknown.csv", "from,to\nP,X\n")
    let wrong = try TwinSimRun(command + [unknown])
    #expect(wrong.status == 65 && wrong.stderr.contains("no stage has a school X"))
  }

  @Test("show seats by class size, and move pupils from their homes")
  func classSizeAndHomes() throws {
    let (enrolment, births, folder) = try files()
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let url = folder.appendingPathComponent(name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    let sites = try file(
      "sites.csv", "school,stage,seats,classes,x,y\ns1,primary,,3,0,0\ns2,primary,100,4,900,0\n")
    let command = [
      "forecast", "--enrolment", enrolment, "--births", births, "--grades", "a,b,c",
      "--entry-lag", "2", "--stage", "primary=a,b,c", "--horizon", "1", "--format", "json",
    ]
    func seats(_ options: [String]) throws -> [Int] {
      struct Document: Decodable {
        struct Balance: Decodable { let seats: Int }
        let balances: [Balance]
      }
      let run = try TwinSimRun(command + options)
      #expect(run.status == 0, "\(run.stderr)")
      return try JSONDecoder().decode(Document.self, from: Data(run.stdout.utf8))
        .balances.map(\.seats)
    }
    #expect(try seats([]) == [])
    // 3 × 45, and 4 × 45 in rooms for 100; 3 × 20 and 4 × 20.
    #expect(try seats(["--sites", sites]) == [135, 100])
    #expect(try seats(["--sites", sites, "--class-size", "20/50"]) == [60, 80])
    let changes = try file("changes.csv", "year,school,kind\n2022,s2,close\n")
    let homes = try file("homes.csv", "block,district,x,y,pupils\n1,D,0,0,1\n2,D,800,0,2\n")
    let moved = try TwinSimRun(
      command + ["--sites", sites, "--changes", changes, "--homes", homes])
    #expect(moved.status == 0, "\(moved.stderr)")
    // All of s2 live at 800 m, 1.3 × 800 m from s1.
    #expect(moved.stdout.contains("\"mean_walk_m\""))
    let plain = try file("plain.csv", "school,stage,seats,x,y\ns1,primary,50,0,0\n")
    let useless = try TwinSimRun(command + ["--sites", plain, "--class-size", "20/50"])
    #expect(useless.status == 64 && useless.stderr.contains("no line of"))
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
    #expect(
      run.stdout
        == "option,year,cost,seats\nborder,2022,2,s1 primary +400; s2 primary -400\n")
    #expect(run.stderr.contains("cost 2.0, proven to be the least"))
    try "option,cost,first_year,place,stage,seats\nnew,9,2022,s9,primary,400\n"
      .write(to: options, atomically: true, encoding: .utf8)
    let unknown = try TwinSimRun(command + [options.path])
    #expect(unknown.status == 64 && unknown.stderr.contains("s9"))
  }
}
