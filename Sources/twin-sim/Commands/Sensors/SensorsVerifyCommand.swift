import ArgumentParser
import Foundation
import SensorCheck
import SpatialCore

/// `twin-sim sensors verify`: whether a certificate holds for a model.
struct SensorsVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the certificate of a plan of devices against a model.",
    discussion: """
      The checker shares no code with the search: it cuts the floor into boxes until devices surely
      serve each, and adds up the weights that show that no cheaper choice of candidates can do. The
      exit status is 1 when a plan does not hold.

      EXAMPLE
        twin-sim sensors verify proof.json school.ifc
      """)

  @Argument(help: ArgumentHelp("The certificate.", valueName: "certificate"))
  var certificate: String
  @Argument(help: ArgumentHelp("The model that it is of.", valueName: "model"))
  var model: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let file = try InputFile(certificate)
    let proof: PlacementCertificate
    do {
      proof = try JSONDecoder().decode(PlacementCertificate.self, from: file.data)
    } catch {
      throw CommandFailure(.badInput, "\(certificate): not a certificate: \(Self.words(error))")
    }
    guard proof.format == PlacementCertificate.currentFormat else {
      throw CommandFailure(
        .badInput,
        "\(certificate): the format is “\(proof.format)”, expected "
          + "“\(PlacementCertificate.currentFormat)”")
    }
    let campus = try BareCampus.read(model)
    let outcomes = CertificateChecker(plans: StoreyPlanBuilder.plans(of: campus).plans).check(proof)
    try output.show(outcomes.map(VerifiedArea.init)) { text(outcomes) }
    if outcomes.contains(where: { !$0.faults.isEmpty }) {
      throw ExitCode(ExitStatus.notMet.rawValue)
    }
  }

  private func text(_ outcomes: [CertificateChecker.Outcome]) -> String {
    var table = TextTable("kind", "rooms", "cost ¥", "at least ¥", "undecided m²", "")
    for outcome in outcomes {
      table.add(
        outcome.kind, outcome.rooms.joined(separator: ","), "\(outcome.cost)", "\(outcome.bound)",
        "\((outcome.undecided * 100).rounded() / 100)",
        outcome.faults.isEmpty
          ? outcome.bound >= outcome.cost ? "holds, least cost shown" : "holds"
          : outcome.faults.joined(separator: "; "))
    }
    let wrong = outcomes.count { !$0.faults.isEmpty }
    let shown = outcomes.count { $0.faults.isEmpty && $0.bound >= $0.cost }
    return table.text
      + "\(outcomes.count) areas: \(outcomes.count - wrong) hold, \(shown) with the least cost shown, "
      + "\(wrong) do not hold\n"
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, let context):
      return "“\(key.stringValue)” is missing" + path(context)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.debugDescription + path(context)
    case .dataCorrupted(let context): return context.debugDescription + path(context)
    @unknown default: return "\(error)"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty
      ? "" : " at " + context.codingPath.map(\.stringValue).joined(separator: ".")
  }
}

/// The outcome of one area as JSON.
private struct VerifiedArea: Encodable {
  let storey: String
  let rooms: [String]
  let kind: String
  let cost: Int64
  let bound: Int64
  let undecided_m2: Double
  let holds: Bool
  let least_cost_shown: Bool
  let faults: [String]

  init(_ outcome: CertificateChecker.Outcome) {
    storey = outcome.storey
    rooms = outcome.rooms
    kind = outcome.kind
    cost = outcome.cost
    bound = outcome.bound
    undecided_m2 = (outcome.undecided * 1e4).rounded() / 1e4
    holds = outcome.faults.isEmpty
    least_cost_shown = holds && bound >= cost
    faults = outcome.faults
  }
}
