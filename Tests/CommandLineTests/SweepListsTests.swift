import Foundation
import Testing
import TwinTestSupport

/// A district of a generated school and a small old one that closes in one variant.
@Suite("A sweep over lists of dwellings and changes of schools")
struct SweepListsTests {
  private let workspace: Workspace
  private let scenario: String

  init() throws {
    workspace = try Workspace()
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
    let imported = try TwinSimRun(
      "import", "--register", workspace.path("d/schools.csv"), "--db", workspace.path("c.sqlite"))
    try #require(imported.status == 0, "\(imported.stderr)")
    var enrolment = "year,district,school,1,2,3,4,5,6,7,8,9,10,11,12\n"
    var births = "area,year,births\n"
    for year in 2016...2025 {
      births += "宝安区,\(year - 6),\(140 + year % 3)\n"
      enrolment += "\(year),宝安区,qingyun-primary,100,101,99,102,\(98 + year % 2),100,,,,,,\n"
      enrolment += "\(year),宝安区,old-primary,20,21,19,\(20 + year % 3),20,20,,,,,,\n"
    }
    _ = try workspace.write("enrolment.csv", enrolment)
    _ = try workspace.write("births.csv", births)
    _ = try workspace.write(
      "plan.csv", "year,school,kind,into\n2027,old-primary,merge,qingyun-primary\n")
    _ = try workspace.write(
      "flats.csv",
      "development,district,type,dwellings,first_year\nQuay,宝安区,flat,1300,2026\n")
    scenario = """
      scenario: lists
      title: Lists
      question: What do flats and a merger change?
      district: 宝安区
      years: {first: 2025, last: 2028}
      inputs: {enrolment: enrolment.csv, births: births.csv, register: d/schools.csv, entry_lag: 6}
      assumptions:
        birth_rate: 1.0
        in_migration: 0.0
        class_size: {primary: 45, secondary: 50}
      vary:
        points: [none, {share: 0.5, places: 1.4}]
        housing: [none, flats.csv]
        changes: [none, plan.csv]
      """
  }

  private func sweep(_ word: String, _ text: String) throws -> TwinSimRun {
    try TwinSimRun(
      "sweep", word, workspace.write("s.yaml", text), "--db", workspace.path("c.sqlite"))
  }

  /// Pupils of a school in 2027, in variants whose assumptions are like a pattern.
  private func pupils(_ school: String, _ pattern: String) throws -> [Double] {
    let info = try ShellRun(
      "ogrinfo -q '\(workspace.path("c.sqlite"))' -sql \"SELECT f.number AS pupils FROM fact f "
        + "JOIN task t ON t.number = f.task WHERE f.subject_id = '\(school)' AND f.year = 2027 AND "
        + "f.quantity = 'demand.pupils' AND f.stage = 'primary' AND (\(pattern)) ORDER BY t.number\""
    )
    return info.output.matches(of: /pupils \(Real\) = ([0-9.]+)/).compactMap { Double($0.1) }
  }

  @Test("moves pupils, adds those of flats and more entrants, each variant for itself")
  func variants() throws {
    let run = try sweep("run", scenario)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("8 variants, 9 tasks, 0 failed"))
    let (changed, plain) = (
      "t.assumptions LIKE '%plan.csv%'", "t.assumptions NOT LIKE '%plan.csv%'"
    )
    #expect(try pupils("old-primary", changed) == [0, 0, 0, 0])
    let apart = zip(try pupils("old-primary", plain), try pupils("qingyun-primary", plain))
      .map { $0 + $1 }
    let merged = try pupils("qingyun-primary", changed)
    #expect(apart.count == 4 && merged.count == 4)
    for (one, two) in zip(apart, merged) { #expect(abs(one - two) < 1e-3) }
    // 1300 flats × 0.14 / 13 grades in six grades = 84 pupils; 1 − 0.5 + 0.5 × 1.4 = 1.2 times the
    // entrants of 2026 and 2027, who are two grades of six.
    let base = try pupils(
      "宝安区", "\(plain) AND t.assumptions NOT LIKE '%flats%' AND t.assumptions NOT LIKE '%share%'")
    let flats = try pupils(
      "宝安区", "\(plain) AND t.assumptions LIKE '%flats%' AND t.assumptions NOT LIKE '%share%'")
    let points = try pupils(
      "宝安区", "\(plain) AND t.assumptions NOT LIKE '%flats%' AND t.assumptions LIKE '%share%'")
    try #require(base.count == 1 && flats.count == 1 && points.count == 1)
    #expect(abs(flats[0] - base[0] - 84) < 1e-3)
    #expect(abs(points[0] - base[0] - 0.2 * 2 * 120) < 4)
  }

  @Test("lets pupils of a closed school go to the seats of the scenario's interventions")
  func interventions() throws {
    let register = try String(contentsOfFile: workspace.path("d/schools.csv"), encoding: .utf8)
    let lines = register.split(separator: "\n").map(String.init)
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    // Both stand 100 km from the generated school and 1 km from each other.
    func line(_ campus: String, _ east: Int) -> String {
      let known = [
        "campus": campus, "name": campus, "kind": "existing", "stages": "primary",
        "easting": "\(east)", "northing": "2600000", "district": "宝安区",
      ]
      return columns.map { known[$0] ?? "" }.joined(separator: ",")
    }
    _ = try workspace.write(
      "register.csv",
      (lines + [line("old-primary", 480_000), line("new-primary", 481_000)])
        .joined(separator: "\n") + "\n")
    _ = try workspace.write("plan.csv", "year,school,kind\n2026,old-primary,close\n")
    func text(_ seats: Int) -> String {
      scenario.replacing("register: d/schools.csv", with: "register: register.csv")
        .replacing("points: [none, {share: 0.5, places: 1.4}]", with: "points: [none]")
        .replacing("housing: [none, flats.csv]", with: "housing: [none]")
        + "\ninterventions:\n"
        + "  - {campus: new-primary, year: 2027, action: open, seats: {primary: \(seats)}}\n"
    }
    let run = try sweep("run", text(200))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("2 variants, 3 tasks, 0 failed"))
    let (changed, plain) = (
      "t.assumptions LIKE '%plan.csv%'", "t.assumptions NOT LIKE '%plan.csv%'"
    )
    // All of the closed school's pupils find a seat 1 km away.
    let before = try #require(pupils("old-primary", plain).first)
    let moved = try #require(pupils("new-primary", changed).first)
    #expect(before > 100 && abs(moved - before) < 0.01)
    #expect(try pupils("old-primary", changed) == [0])
    #expect(try pupils("new-primary", plain).isEmpty)
    // Fewer seats are another question; what the campus has is known.
    let fewer = try sweep("plan", text(50))
    #expect(fewer.stdout.contains("3 tasks, 1 of them done before"), "\(fewer.stdout)")
    #expect(try sweep("run", text(50)).status == 0)
    let taken = try #require(pupils("new-primary", changed).last)
    #expect(abs(taken - 50) < 0.01)
    let report = try TwinSimRun(
      "report", "--db", workspace.path("c.sqlite"), "--out", workspace.path("report"))
    #expect(report.status == 0, "\(report.stderr)")
    let html = try String(contentsOfFile: workspace.path("report/index.html"), encoding: .utf8)
    #expect(html.contains("<td>2026</td><td>old-primary</td><td>撤销 closes</td>"))
    #expect(
      html.contains("<td>old-primary</td><td>new-primary</td><td>撤销 closed</td>"))
    #expect(html.contains("2027 new-primary: 新建 opens: 小学 primary 50 学位 seats"))
  }

  @Test("finds lists that cannot be before the first task runs")
  func refuses() throws {
    let missing = try sweep("plan", scenario.replacing("flats.csv", with: "none.csv"))
    #expect(missing.status == 66 && missing.stderr.contains("none.csv"))
    _ = try workspace.write("plan.csv", "year,school,kind,into\n2027,older,merge,qingyun-primary\n")
    let unknown = try sweep("plan", scenario)
    #expect(unknown.status == 65 && unknown.stderr.contains("plan.csv: "), "\(unknown.stderr)")
    #expect(unknown.stderr.contains("older"))
    _ = try workspace.write("plan.csv", "year,school,kind\n2027,old-primary,shut\n")
    let line = try sweep("plan", scenario)
    #expect(line.status == 65 && line.stderr.contains("plan.csv:2"), "\(line.stderr)")
    _ = try workspace.write("plan.csv", "year,school,kind\n2027,qingyun-primary,close\n")
    let twice = try sweep(
      "plan",
      scenario
        + "\ninterventions:\n  - {campus: qingyun-primary, year: 2026, action: close}\n")
    #expect(twice.status == 65 && twice.stderr.contains("interventions"), "\(twice.stderr)")
  }
}
