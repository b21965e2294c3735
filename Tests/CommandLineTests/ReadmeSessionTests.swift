import Foundation
import Testing
import TwinTestSupport

@Suite("The README")
struct ReadmeSessionTests {
  @Test("has a session that runs as it stands")
  func session() throws {
    let readme = try String(
      contentsOf: Checkout.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(
      readme.components(separatedBy: "```sh\n").dropFirst().first?
        .components(separatedBy: "```").first)
    let lines = block.split(separator: "\n").filter { $0.hasPrefix("twin-sim ") }
    #expect(lines.count >= 10)
    let workspace = try Workspace()
    let programs = TwinSimRun.program.deletingLastPathComponent().path
    let run = try ShellRun(
      """
      set -euo pipefail
      cd '\(workspace.url.path)'
      export PATH='\(programs)':"$PATH" TWIN_SIM_SEEDS='\(Checkout.seeds)'
      \(block)
      """)
    #expect(run.status == 0, "\(run.output.suffix(2000))")
    let report = try String(contentsOfFile: workspace.path("report/index.html"), encoding: .utf8)
    #expect(report.contains("宝安区青云小学"))
    let plans = try FileManager.default.contentsOfDirectory(atPath: workspace.path("plans"))
    #expect(plans.contains { $0.hasSuffix(".svg") })
  }
}
