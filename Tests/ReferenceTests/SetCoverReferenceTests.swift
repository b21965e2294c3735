import Foundation
import Optimisation
import Testing
import TwinTestSupport

/// Weighted set covers of the OR-Library against the optima published with them.
///
/// Left out here for their time: scpb2, scpb4, scpd1, scpd3 (3 to 6 s of CPU each), and some of the
/// classes nre to nrh; docs/solve.md has all of them.
///
/// Source: Beasley: OR-Library; optima as given in `optima_scp.tsv`.
@Suite(
  "Set covers of the OR-Library",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct SetCoverReferenceTests {
  @Test(
    "are solved to the proven optimum",
    arguments: [
      "scp41", "scp43", "scp45", "scp47", "scp49", "scp52", "scp54", "scp56", "scp58", "scp61",
      "scp63", "scp65", "scpa1", "scpa3", "scpa5", "scpc1", "scpc3", "scpc5", "scpd5",
    ])
  func optimum(_ name: String) throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/sensors")
    let data = try Data(contentsOf: folder.appendingPathComponent("scp/\(name).txt"))
    let expected = try published(name, in: folder)
    let problem = try SetCover(orLibrary: Array(data), name: name)
    let solution = try problem.solve()
    #expect(solution.objective == expected)
    #expect(solution.bound == expected)
    #expect(solution.isProven)
    let served = Set(solution.chosen.flatMap { problem.columns[$0].rows })
    #expect(served.count == problem.required.count)
  }

  @Test(
    "that nobody proves in a minute come within 2 % of the best known",
    arguments: [
      ("scpnrf5", false), ("scpnrg2", false), ("scpnrh5", false), ("scpclr11", true),
      ("scpcyc07", true),
    ])
  func large(_ name: String, _ isUnicost: Bool) throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/sensors")
    let data = try Data(contentsOf: folder.appendingPathComponent("scp/\(name).txt"))
    let known = try published(name, in: folder, column: isUnicost ? 7 : 4)
    var problem = try SetCover(orLibrary: Array(data), name: name)
    if isUnicost { problem = problem.unicost }
    let solution = try problem.solve()
    #expect(solution.objective <= 1.02 * known)
    #expect(solution.bound <= known)
    let served = Set(solution.chosen.flatMap { problem.columns[$0].rows })
    #expect(served.count == problem.required.count)
  }

  /// A column of `optima_scp.tsv`: 4 for the weighted best, 7 for the unicost one.
  private func published(_ name: String, in folder: URL, column: Int = 4) throws -> Double {
    let table = try String(
      contentsOf: folder.appendingPathComponent("optima_scp.tsv"), encoding: .utf8)
    let line = try #require(table.split(separator: "\n").first { $0.hasPrefix("\(name).txt\t") })
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    return try #require(Double(cells[column]))
  }
}
