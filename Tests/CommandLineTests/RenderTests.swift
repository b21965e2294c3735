import Foundation
import Testing

@Suite("Pictures of a model without a database")
struct RenderTests {
  private let workspace: Workspace
  private let school: String

  init() throws {
    workspace = try Workspace()
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
    school = workspace.path("d/ifc/qingyun-primary.ifc")
  }

  @Test("one storey as one picture, with rooms, names and areas")
  func storey() throws {
    let run = try TwinSimRun(
      "render", school, "--storey", "1", "--out", workspace.path("plans/first.svg"))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout == workspace.path("plans/first.svg") + "\n")
    let picture = try String(contentsOfFile: workspace.path("plans/first.svg"), encoding: .utf8)
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(picture.contains("普通教室") && picture.contains(" m²</text>"))
  }

  @Test("all storeys into a folder, and the same bytes each time")
  func folder() throws {
    let first = try TwinSimRun("render", school, "--out", workspace.path("a"))
    let again = try TwinSimRun("render", school, "--out", workspace.path("b"))
    #expect(first.status == 0 && again.status == 0, "\(first.stderr)")
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.path("a")).sorted()
    #expect(names.contains("qingyun-primary-storey1.svg"))
    for name in names {
      #expect(
        FileManager.default.contentsEqual(
          atPath: workspace.path("a/\(name)"), andPath: workspace.path("b/\(name)")))
    }
  }

  @Test("a storey that is not there is 65 and the others are named; mixed sources are 64")
  func refusals() throws {
    let none = try TwinSimRun("render", school, "--storey", "9", "--out", workspace.path("x.svg"))
    #expect(none.status == 65)
    #expect(none.stderr.contains("it has 1, 2"))
    let both = try TwinSimRun(
      "render", school, "--db", "city.sqlite", "--campus", "a", "--out", workspace.path("x"))
    #expect(both.status == 64)
    #expect(try TwinSimRun("render", "--out", workspace.path("x")).status == 64)
    let missing = try TwinSimRun("render", workspace.path("no.ifc"), "--out", workspace.path("x"))
    #expect(missing.status == 66)
  }
}
