import ArgumentParser
import Foundation
import GuardPlacement
import Optimisation
import SpatialCore

/// `twin-sim solve guards`: the fewest corners that see a whole polygon, with a certificate.
struct SolveGuardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guards", abstract: "Find the fewest corners that see all of a polygon.",
    discussion: """
      FILE.pol is a polygon of AGPLIB, with or without holes. Guards are numbered from 0, along the
      outer ring and then along the holes. The certificate shows to `verify-guards`, or anyone else,
      that they see everything and that fewer cannot.
      """)

  @Argument(help: "Polygon (AGPLIB).")
  var file: String
  @Option(help: ArgumentHelp("Write the certificate (JSON).", valueName: "file"))
  var certificate: String?
  @OptionGroup var limits: SolveLimitOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let input = try InputFile(file)
    let polygon = try ExactPolygon(agplib: Array(input.data), name: input.name)
    let clock = SolveClock(seconds: limits.timeLimit)
    let (answer, seconds) = try timed {
      var problem = GuardProblem(polygon)
      return try problem.solve(
        SetCoverLimits(nodes: limits.nodeLimit, clock: clock),
        proofNodes: limits.nodeLimit ?? GuardProblem.usualProofNodes)
    }
    if let certificate {
      let text = try JSONText.of(answer.certificate, isPretty: false) + "\n"
      do { try Data(text.utf8).write(to: URL(fileURLWithPath: certificate)) } catch {
        throw CommandFailure(.cannotWrite, "\(certificate): \(error.localizedDescription)")
      }
    }
    let document = SolveDocument(
      objective: Double(answer.guards.count), bound: Double(answer.bound),
      proven: answer.bound == answer.guards.count, seconds: seconds, nodes: answer.nodes,
      chosen: answer.guards)
    try output.show(document) { document.text }
  }
}
