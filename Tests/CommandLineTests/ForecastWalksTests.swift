import Foundation
import Testing

@Suite("The forecast commands about walks and who goes where")
struct ForecastWalksTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: - Assignments

  /// Thirty pupils at 0 in zone w and thirty at 900 m in zone e; a serves w with 40 seats, b e with 20.
  private func assign(_ options: String...) throws -> TwinSimRun {
    let blocks = try workspace.write(
      "blocks.csv", "block,zone,x,y,pupils\n1,w,0,0,30\n2,e,900,0,30\n")
    let schools = try workspace.write(
      "schools.csv", "school,zones,x,y,seats\na,w,100,0,40\nb,e,1000,0,20\n")
    return try TwinSimRun(
      [
        "forecast", "assign", "--blocks", blocks, "--schools", schools, "--detour", "1",
        "--crossing", "1000", "--walking-speed", "1",
      ] + options)
  }

  @Test("say how far and how long pupils walk, by the limits that are asked for")
  func limits() throws {
    // 30 × 100, 20 × 100 and 10 × 800 m; these are 13.3 min at 1 m/s, whatever the border counts as.
    let both = try assign()
    #expect(both.status == 0, "\(both.stderr)")
    #expect(
      both.stderr.contains(
        "60 pupils seated, 0 without a seat, 10 walk more than 500 m, 10 longer than 10 min; "
          + "217 m and 3.6 min on average"), "\(both.stderr)")
    let minutes = try assign("--walk-limit", "minutes")
    #expect(minutes.stderr.contains("seat, 10 walk longer than 10 min; 217 m"), "\(minutes.stderr)")
    let metres = try assign("--walk-limit", "metres")
    #expect(metres.stderr.contains("seat, 10 walk more than 500 m; 217 m and 3.6 min"))
    let own = try assign("--far", "900", "--long", "13.5")
    #expect(own.stderr.contains("0 walk more than 900 m, 0 longer than 13.5 min"))
    let wrong = try assign("--walking-speed", "0")
    #expect(wrong.status == 64 && wrong.stderr.contains("expected 0.1 to 10 m/s"))
  }

  @Test("compare with where pupils go today, and write the matrix of homes and schools")
  func today() throws {
    let today = try workspace.write(
      "today.csv", "block,school,pupils\n1,a,20\n1,b,5\n1,,5\n2,a,5\n2,b,25\n")
    let run = try assign(
      "--today", today, "--matrix", workspace.path("m.csv"), "--in-out", workspace.path("io.csv"))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      run.stderr.contains(
        "of 55 pupils whose school today is known, 45 keep it and 10 change; today 10 walk more than "
          + "500 m, 10 longer than 10 min; 245 m and 4.1 min on average"), "\(run.stderr)")
    #expect(
      run.stderr.contains(
        "45 of 55 live inside a zone of their school today, 50 of 60 in the assignment"))
    #expect(
      try String(contentsOfFile: workspace.path("m.csv"), encoding: .utf8) == """
        zone,school,inside,today,assigned
        e,a,no,5,10
        e,b,yes,25,20
        w,a,yes,20,30
        w,b,no,5,0
        w,,,5,0

        """)
    #expect(
      try String(contentsOfFile: workspace.path("io.csv"), encoding: .utf8) == """
        of,id,today_inside,today_outside,today_unknown,assigned_inside,assigned_outside,unplaced
        zone,e,25,5,0,20,10,0
        zone,w,20,5,5,30,0,0
        school,a,20,5,,30,10,
        school,b,25,5,,20,0,

        """)
    let nearest = try assign("--matrix", workspace.path("n.csv"), "--matrix-by", "nearest")
    #expect(nearest.stderr.contains("50 of 60 live nearest to their own school in the assignment"))
    #expect(
      try String(contentsOfFile: workspace.path("n.csv"), encoding: .utf8)
        == "nearest,school,inside,assigned\na,a,yes,30\nb,a,no,10\nb,b,yes,20\n")
    let many = try assign(
      "--today", workspace.write("many.csv", "block,school,pupils\n1,a,20\n1,b,11\n"))
    #expect(many.status == 65 && many.stderr.contains("many.csv:3: column “pupils”: 31 pupils"))
  }

  // MARK: - Forecasts

  /// Two schools of three grades; all pupils live at 800 m, and s2 closes.
  private func inputs(homes: String) throws -> [String] {
    var rows = "year,district,school,a,b,c\n"
    var births = "area,year,births\n"
    for year in 2010...2021 {
      births += "D,\(year - 2),\(100 + 2 * (year - 2010))\n"
      for (school, size) in [("s1", 30), ("s2", 60)] {
        let now = size + (year * 7 + size) % 5
        rows += "\(year),D,\(school),\(now),\(now - 2),\(now - 3)\n"
      }
    }
    return try [
      "--enrolment", workspace.write("enrolment.csv", rows), "--births",
      workspace.write("births.csv", births), "--grades", "a,b,c", "--entry-lag", "2", "--stage",
      "primary=a,b,c", "--sites",
      workspace.write("sites.csv", "school,stage,seats,x,y\ns1,primary,,0,0\ns2,primary,,900,0\n"),
      "--changes", workspace.write("changes.csv", "year,school,kind\n2022,s2,close\n"),
      "--homes", workspace.write("homes.csv", homes), "--housing",
      workspace.write(
        "housing.csv", "development,district,type,dwellings,first_year\nQuay,D,flat,10,2022\n"),
    ]
  }

  @Test("say in a run and in an explanation how pupils walk, and what is unverified")
  func explanation() throws {
    struct Document: Decodable {
      struct Move: Decodable {
        let mean_walk_m: Double
        let mean_walk_min: Double
        let pupils: Double
        let far_pupils: Double
        let long_pupils: Double
      }
      struct Finding: Decodable { let code: String }
      let moves: [Move]
      let findings: [Finding]
    }
    let inputs = try inputs(homes: "block,district,x,y,pupils\n1,D,800,0,1\n")
    let whole = ["forecast", "run", "--horizon", "1"] + inputs
    let one = ["forecast", "explain", "--school", "s1", "--grade", "a", "--year", "2022"] + inputs
    var documents: [Document] = []
    for command in [whole, one] {
      let run = try TwinSimRun(command + ["--format", "json"])
      #expect(run.status == 0, "\(run.stderr)")
      documents.append(try JSONDecoder().decode(Document.self, from: Data(run.stdout.utf8)))
    }
    #expect(documents[0].findings.map(\.code) == documents[1].findings.map(\.code))
    #expect(documents[1].findings.contains { $0.code == "forecast.housing.unverified" })
    for document in documents {
      let move = try #require(document.moves.first)
      // 1.3 × 800 m at 1.07 m/s, too far and too long for all.
      #expect(document.moves.count == 1 && abs(move.mean_walk_m - 1040) < 1e-6)
      #expect(abs(move.mean_walk_min - 1040 / 64.2) < 1e-6)
      #expect(abs(move.far_pupils - move.pupils) < 1e-6)
      #expect(abs(move.long_pupils - move.pupils) < 1e-6)
    }
    let run = try TwinSimRun(whole)
    #expect(run.stdout.contains("because  walk m  far  min   long\n"), "\(run.stdout)")
    let explained = try TwinSimRun(one + ["--walk-limit", "minutes"])
    #expect(explained.stdout.contains("closed; 1040 m and 16.2 min on average, "))
    #expect(explained.stdout.contains(" too long") && !explained.stdout.contains("too far"))
    for text in [run.stderr, explained.stderr] {
      #expect(text.contains("the pupils per dwelling of type flat are an unverified prior"))
    }
  }

  @Test("say beside seats and pupils how all of them walk, with or without changes")
  func balances() throws {
    struct Document: Decodable {
      struct Balance: Decodable {
        let school: String
        let pupils: Double
        let mean_walk_m: Double
        let far_pupils: Double
        let long_pupils: Double
      }
      let balances: [Balance]
    }
    var inputs = try inputs(homes: "block,district,x,y,pupils\n1,D,800,0,1\n")
    _ = try workspace.write(
      "sites.csv", "school,stage,seats,x,y\ns1,primary,100,0,0\ns2,primary,200,900,0\n")
    let changes = try #require(inputs.firstIndex(of: "--changes"))
    inputs.removeSubrange(changes...(changes + 1))
    let run = try TwinSimRun(
      ["forecast", "run", "--horizon", "1", "--format", "json"] + inputs)
    #expect(run.status == 0, "\(run.stderr)")
    let found = try JSONDecoder().decode(Document.self, from: Data(run.stdout.utf8)).balances
    // All live at 800 m: 1.3 × 800 m from s1, 1.3 × 100 m from s2.
    #expect(found.map(\.school) == ["s1", "s2"])
    #expect(found.map { $0.mean_walk_m.rounded() } == [1040, 130])
    #expect(found.map(\.far_pupils).last == 0 && found.map(\.long_pupils).last == 0)
    // Homes are in thousandths of a pupil.
    #expect(abs((found.first?.far_pupils ?? 0) - (found.first?.pupils ?? 0)) < 1e-3)
    let text = try TwinSimRun(["forecast", "run", "--horizon", "1"] + inputs)
    #expect(text.stdout.contains("level"), "\(text.stdout)")
    #expect(text.stdout.contains("walk m  far  min   long\n"), "\(text.stdout)")
    let explain = try TwinSimRun(
      ["forecast", "explain", "--school", "s1", "--grade", "a", "--year", "2022"] + inputs)
    #expect(explain.status == 64 && explain.stderr.contains("--changes"))
  }

  @Test("take the schools that homes name, and say the line of one that is not there")
  func schools() throws {
    let command = ["forecast", "run", "--horizon", "1", "--format", "json"]
    // Each school's pupils live at the other one, as the shortest ways would never have it.
    let header = "block,district,x,y,pupils,school\n"
    let crossed = try inputs(homes: header + "1,D,900,0,91,s1\n2,D,0,0,181,s2\n")
    let run = try TwinSimRun(command + crossed)
    #expect(run.status == 0, "\(run.stderr)")
    struct Document: Decodable {
      struct Move: Decodable { let mean_walk_m: Double }
      let moves: [Move]
    }
    let moves = try JSONDecoder().decode(Document.self, from: Data(run.stdout.utf8)).moves
    // s2 closes: nearly all of its pupils live beside s1, to which they go.
    #expect(moves.count == 1 && moves[0].mean_walk_m < 50, "\(run.stdout)")
    let wrong = try TwinSimRun(command + inputs(homes: header + "1,D,0,0,1,s9\n"))
    #expect(wrong.status == 65, "\(wrong.stderr)")
    #expect(
      wrong.stderr.contains(
        "homes.csv:2: column “school”: school “s9” has no forecast; expected one of district D, s1, s2"
      ),
      "\(wrong.stderr)")
    let useless = try TwinSimRun(
      command + Array(try inputs(homes: header).prefix(10)) + ["--walk-limit", "both"])
    #expect(useless.status == 64 && useless.stderr.contains("judge the walks from --homes"))
  }
}
