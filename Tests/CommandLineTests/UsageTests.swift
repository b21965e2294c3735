import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  @Test(
    "says what went wrong and exits with 64 for wrong usage", arguments: ["nonsense", "--nonsense"])
  func wrongUsage(_ argument: String) throws {
    let run = try TwinSimRun(argument)
    #expect(run.status == 64)
    #expect(run.stderr.contains("nonsense"))
    #expect(run.stdout.isEmpty)
  }

  @Test("lists the quantities as JSON that a program can read")
  func quantities() throws {
    let run = try TwinSimRun("quantities", "--format", "json")
    #expect(run.status == 0)
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [[String: Any]])
    #expect(
      rows.contains { $0["name"] as? String == "room.usable_area" && $0["unit"] as? String == "m²" }
    )
  }

  @Test("states its exit statuses in the help")
  func help() throws {
    let run = try TwinSimRun("--help")
    #expect(run.status == 0)
    for status in ["65  unusable input", "66  no such input", "130  interrupted"] {
      #expect(run.stdout.contains(status), "\(status)")
    }
  }
}
