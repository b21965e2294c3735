import Foundation
import GuardPlacement
import Optimisation
import SpatialCore
import Testing
import TwinTestSupport

/// Maximal covers of São José dos Campos and guards of AGPLIB polygons against optima of other programs.
///
/// Left out here for their time: the larger radii and numbers of places, and polygons of 100 and 200
/// corners; docs/solve.md has all of them.
///
/// Source: `optima_mclp.tsv` (CBC and GLPK), `optima_agp_vertex_guard.tsv` (CGAL and CBC).
@Suite(
  "Coverage instances of others",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct CoverageReferenceTests {
  @Test("maximal covers have the published optimum, proven")
  func maximalCovers() throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/sensors")
    var count = 0
    for row in try rows("optima_mclp.tsv", in: folder) {
      let budget = try #require(Int(row[2]))
      guard row[1] == "150" || budget <= 3 else { continue }
      let points = folder.appendingPathComponent("mclp/\(row[0]).txt")
      let demand = folder.appendingPathComponent("mclp/demand-\(row[0]).dat")
      let problem = try MaximalCoverFile(
        points: Array(Data(contentsOf: points)), demand: Array(Data(contentsOf: demand)),
        names: ("points", "demand")
      ).problem(radius: row[1])
      let solution = try problem.solve(budget: budget)
      #expect(solution.objective == Double(row[3]), "\(row[0]), \(row[1]) m, \(budget) places")
      #expect(solution.isProven)
      count += 1
    }
    #expect(count == 15)
  }

  @Test("polygons have the published number of guards, with a certificate that holds")
  func guards() throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/sensors")
    var count = 0
    for row in try rows("optima_agp_vertex_guard.tsv", in: folder) {
      guard row[0].contains("-20-") || row[0].contains("-60-") || row[0].contains("100v-10h_1")
      else { continue }
      let data = try Data(contentsOf: folder.appendingPathComponent("agp/\(row[0])"))
      let polygon = try ExactPolygon(agplib: Array(data), name: row[0])
      var problem = GuardProblem(polygon)
      let answer = try problem.solve()
      #expect(answer.guards.count == Int(row[3]), "\(row[0])")
      #expect(answer.bound == answer.guards.count)
      #expect(answer.certificate.firstFault(for: polygon) == nil)
      count += 1
    }
    #expect(count == 32)
  }

  private func rows(_ name: String, in folder: URL) throws -> [[String]] {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
