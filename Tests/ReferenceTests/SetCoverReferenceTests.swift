import Foundation
import Optimisation
import Testing
import TwinTestSupport

/// Weighted set covers of the OR-Library against the optima published with them.
///
/// Left out here for their time: scpb2, scpb4, scpc3, scpd1, scpd3, scpd5 (5 to 12 s each; proven when
/// tried), the classes nre, nrf, nrg, nrh and the unicost CLR and CYC instances (not tried).
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
      "scp63", "scp65", "scpa1", "scpa3", "scpa5", "scpc1", "scpc5",
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

  /// Column `weighted_best` of `optima_scp.tsv`.
  private func published(_ name: String, in folder: URL) throws -> Double {
    let table = try String(
      contentsOf: folder.appendingPathComponent("optima_scp.tsv"), encoding: .utf8)
    let line = try #require(table.split(separator: "\n").first { $0.hasPrefix("\(name).txt\t") })
    return try #require(Double(line.split(separator: "\t")[4]))
  }
}
