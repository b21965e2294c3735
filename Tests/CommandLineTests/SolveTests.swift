import Foundation
import Testing

@Suite("twin-sim solve")
struct SolveTests {
  @Test("set-cover prints objective, bound, proof and columns as JSON")
  func setCover() throws {
    let work = try Workspace()
    let file = try work.write("scp.txt", "2 3\n4 5 6\n2\n1 3\n1\n2\n")
    let run = try TwinSimRun("solve", "set-cover", file, "--format", "json")
    #expect(run.status == 0)
    let document = try Self.object(run.stdout)
    #expect(document["objective"] as? Double == 9)
    #expect(document["bound"] as? Double == 9)
    #expect(document["proven"] as? Bool == true)
    #expect(document["chosen"] as? [Int] == [1, 2])
    #expect(
      Set(document.keys) == ["objective", "bound", "proven", "seconds", "nodes", "chosen"])
    let alike = try TwinSimRun("solve", "set-cover", file, "--unicost", "--format", "json")
    #expect(try Self.object(alike.stdout)["objective"] as? Double == 2)
  }

  @Test("max-cover chooses places for a budget")
  func maxCover() throws {
    let work = try Workspace()
    let points = try work.write("p.txt", "3\n0 0\n3 4\n100 0\n")
    let demand = try work.write("d.dat", "1\n2\n9\n")
    let run = try TwinSimRun(
      "solve", "max-cover", points, "--demand", demand, "--radius", "5", "--budget", "1",
      "--format", "json")
    let document = try Self.object(run.stdout)
    #expect(document["objective"] as? Double == 9)
    #expect(document["chosen"] as? [Int] == [3])
    #expect(document["proven"] as? Bool == true)
  }

  @Test("guards writes a certificate that verify-guards accepts, and no other")
  func guards() throws {
    let work = try Workspace()
    let polygon = try work.write("l.pol", "6 0/1 0/1 4/1 0/1 4/1 2/1 2/1 2/1 2/1 4/1 0/1 4/1")
    let certificate = work.path("l.json")
    let run = try TwinSimRun(
      "solve", "guards", polygon, "--certificate", certificate, "--format", "json")
    #expect(try Self.object(run.stdout)["objective"] as? Double == 1)
    let check = try TwinSimRun("solve", "verify-guards", polygon, certificate)
    #expect(check.status == 0)
    #expect(check.stdout == "holds: 1 guards see everything, and 1 are needed\n")
    // The same certificate for a triangle, and with a guard that is no corner.
    let triangle = try work.write("triangle.pol", "3 0 0 9 0 0 9")
    let stranger = try TwinSimRun("solve", "verify-guards", triangle, certificate)
    #expect(stranger.status == 1)
    #expect(stranger.stdout.hasPrefix("does not hold: it is for a polygon of 6 corners"))
    let broken = try work.write("broken.json", "{}")
    #expect(try TwinSimRun("solve", "verify-guards", polygon, broken).status == 65)
  }

  @Test(
    "says what is wrong with a file, and where",
    arguments: [
      (["set-cover"], "1 1\n1\nx", "3: the number of columns of row 1 is “x”"),
      (["set-cover"], "", "1: the number of rows is missing"),
      (["guards"], "4 0 0 1 0 1 1 0 z", "1: y of corner 3 of the outer ring is “z”"),
      (["guards"], "", "1: the number of corners of the outer ring is “”"),
    ])
  func refusals(_ command: [String], _ text: String, _ message: String) throws {
    let work = try Workspace()
    let file = try work.write("odd.txt", text)
    let run = try TwinSimRun(["solve"] + command + [file])
    #expect(run.status == 65)
    #expect(run.stderr.contains("odd.txt:" + message))
    #expect(run.stdout.isEmpty)
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
