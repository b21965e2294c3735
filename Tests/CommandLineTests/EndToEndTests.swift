import Foundation
import Testing
import TwinTestSupport

@Suite("From a generated school to its verdicts")
struct EndToEndTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
  }

  private func run(_ arguments: String...) throws -> TwinSimRun {
    try TwinSimRun(arguments + ["--db", workspace.path("city.sqlite")])
  }

  private var school: String { workspace.path("d/ifc/qingyun-primary.ifc") }

  @Test("an unchanged file is imported once, and the database leaves no log behind")
  func importOnce() throws {
    let first = try run("import", school, "--campus", "P01", "--kind", "new", "--stage", "primary")
    #expect(first.status == 0, "\(first.stderr)")
    let again = try run("import", school, "--campus", "P01", "--format", "json")
    #expect(again.status == 0)
    #expect(again.stdout.contains("\"unchanged\" : true"))
    let files = try FileManager.default.contentsOfDirectory(atPath: workspace.url.path)
    #expect(files.filter { $0.hasPrefix("city.sqlite") } == ["city.sqlite"])
  }

  @Test("capacity names the rooms that limit the seats")
  func capacity() throws {
    _ = try run("import", school, "--campus", "P01", "--stage", "primary")
    let capacity = try run("capacity")
    #expect(capacity.status == 0, "\(capacity.stderr)")
    #expect(capacity.stdout.contains("ordinary classrooms"))
  }

  @Test("check exits with 1 when a clause is open, and its verdicts are JSON with evidence")
  func check() throws {
    _ = try run("import", school, "--campus", "P01", "--kind", "new", "--stage", "primary")
    let check = try run("check", "--format", "json")
    // Nothing was declared of its links, so Bao'an's clauses are unknown, and unknown is not met.
    #expect(check.status == 1, "\(check.stderr)")
    let documents = try #require(
      JSONSerialization.jsonObject(with: Data(check.stdout.utf8)) as? [[String: Any]])
    let verdicts = try #require(documents.first?["verdicts"] as? [[String: Any]])
    let classroom = try #require(
      verdicts.first { ($0["clause"] as? String) == "gb50099.7.1.1.ordinary.primary" })
    #expect((classroom["evidence"] as? [String])?.isEmpty == false)
    #expect((classroom["requirement"] as? String)?.contains("1.36") == true)
  }

  @Test("the store opens in ogrinfo with its layers on the map of Shenzhen")
  func opensInGDAL() throws {
    _ = try run("import", school, "--campus", "P01", "--stage", "primary")
    let info = try ShellRun("ogrinfo -so '\(workspace.path("city.sqlite"))' spaces")
    #expect(info.status == 0, "\(info.output)")
    #expect(info.output.contains("CGCS2000 / 3-degree Gauss-Kruger CM 114E"))
    #expect(info.output.contains("Multi Polygon"))
  }
}

@Suite("Input that cannot be used")
struct BadInputTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test("a missing file is 66, a file that is no model is 65, each with one clear sentence")
  func refusals() throws {
    let missing = try TwinSimRun("inspect", workspace.path("none.ifc"))
    #expect(missing.status == 66)
    #expect(missing.stderr.contains("none.ifc"))
    let text = try TwinSimRun("inspect", workspace.write("notes.ifc", "just some notes\n"))
    #expect(text.status == 65)
    #expect(text.stderr.split(separator: "\n").count == 1)
  }

  @Test("a broken instance is a finding, and the rest is read")
  func brokenInstance() throws {
    let file = try workspace.write(
      "broken.ifc",
      """
      ISO-10303-21;
      HEADER;
      FILE_DESCRIPTION((''),'2;1');
      FILE_NAME('','',(''),(''),'','','');
      FILE_SCHEMA(('IFC4'));
      ENDSEC;
      DATA;
      #1=IFCBUILDING('0aaaaaaaaaaaaaaaaaaaa1',$,'A',$,$,$,$,$,$,$,$,$);
      #2=IFCWALL('0aaaaaaaaaaaaaaaaaaaa2',$,;
      #3=IFCBUILDINGSTOREY('0aaaaaaaaaaaaaaaaaaaa3',$,'1F',$,$,$,$,$,$,0.);
      ENDSEC;
      END-ISO-10303-21;

      """)
    let run = try TwinSimRun("inspect", file, "--format", "json")
    #expect(run.status == 0, "\(run.stderr)")
    let found = try #require(
      JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    #expect((found["storeys"] as? [Any])?.count == 1)
    let findings = try #require(found["findings"] as? [[String: Any]])
    #expect(findings.contains { ($0["message"] as? String)?.contains("#2") == true }, "\(findings)")
  }

  @Test("an unknown campus is 66 and the known ones are named")
  func unknownCampus() throws {
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--out", workspace.path("d"))
    #expect(generated.status == 0)
    let database = workspace.path("c.sqlite")
    let imported = try TwinSimRun(
      "import", "--register", workspace.path("d/schools.csv"), "--db", database)
    #expect(imported.status == 0, "\(imported.stderr)")
    let run = try TwinSimRun("capacity", "--db", database, "--campus", "nowhere")
    #expect(run.status == 66)
    #expect(run.stderr.contains("qingyun-primary"))
  }

  @Test("a scenario with a wrong key stops with file, line and what was expected")
  func scenario() throws {
    let file = try workspace.write("s.yaml", "scenario: x\ntitel: y\n")
    let database = workspace.path("c.sqlite")
    _ = try TwinSimRun("generate", "district", "--schools", "1", "--out", workspace.path("d"))
    _ = try TwinSimRun("import", "--register", workspace.path("d/schools.csv"), "--db", database)
    let run = try TwinSimRun("sweep", "plan", file, "--db", database)
    #expect(run.status == 65)
    #expect(run.stderr.contains("s.yaml:2: unknown key “titel”; expected one of scenario, title"))
  }
}
