import ArgumentParser
import Foundation
import GuardPlacement
import SpatialCore

/// `twin-sim solve verify-guards`: whether a certificate holds, checked without the optimisers.
struct VerifyGuardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-guards",
    abstract: "Check a certificate of `solve guards` in exact numbers.",
    discussion: """
      Checked are, without rounding and without the code that found them: that the guards see every
      point of the polygon; that every witness lies in it; and that the weights in the proof leave no
      room for fewer guards. Exit status 1 means that the certificate does not hold.
      """)

  @Argument(help: "Polygon (AGPLIB).")
  var file: String
  @Argument(help: "Certificate (JSON).")
  var certificate: String
  @OptionGroup var output: OutputOptions

  /// What the command prints.
  private struct Verdict: Encodable {
    var holds: Bool
    var guards: Int
    var bound: Int
    var proven: Bool
    var reason: String?
  }

  func run() throws {
    let (input, claim) = (try InputFile(file), try InputFile(certificate))
    let polygon = try ExactPolygon(agplib: Array(input.data), name: input.name)
    let found: GuardCertificate
    do { found = try JSONDecoder().decode(GuardCertificate.self, from: claim.data) } catch {
      throw CommandFailure(
        .badInput, "\(claim.name): this is no certificate of `solve guards` (\(error))")
    }
    let fault = found.firstFault(for: polygon)
    let isProven = fault == nil && found.bound == found.guards.count
    let verdict = Verdict(
      holds: fault == nil, guards: found.guards.count, bound: found.bound, proven: isProven,
      reason: fault)
    try output.show(verdict) {
      if let fault { return "does not hold: \(fault)\n" }
      return "holds: \(found.guards.count) guards see everything, and \(found.bound) are needed"
        + (isProven ? "\n" : " at least\n")
    }
    if fault != nil { throw ExitCode(ExitStatus.notMet.rawValue) }
  }
}
