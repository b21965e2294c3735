import ArgumentParser
import RadioCoverage
import TwinModel

/// `twin-sim radio backhaul`: a wired and a 5G link against the targets, with either down.
struct RadioBackhaulCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backhaul",
    abstract:
      "Hold a school's wired and 5G link against the targets, with both up and either down.",
    discussion: """
      Targets are those of seeds/radio/backhaul.yaml. The exit status is 1 when one is missed in a case
      that is asked about: both up, or with --survive either down too.

      EXAMPLE
        twin-sim radio backhaul --wired-mbit-s 1000 --nr-mbit-s 600 --survive
      """)

  @Option(help: ArgumentHelp("Rate of the wired link; 0 for none.", valueName: "Mbit/s"))
  var wiredMbitS: Double
  @Option(help: ArgumentHelp("Rate of the 5G link; 0 for none.", valueName: "Mbit/s"))
  var nrMbitS: Double
  @Option(help: ArgumentHelp("Only the target of this rate.", valueName: "Mbit/s"))
  var target: Double?
  @Flag(help: "Ask for the targets with either link down too.")
  var survive = false
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    struct Case: Encodable {
      let target: String
      let target_mbit_s: Double
      let down: String
      let mbit_s: Double
      let is_met: Bool
    }
    let schema_version = 1
    let is_dual: Bool
    let cases: [Case]
  }

  func validate() throws {
    for (name, rate) in [("--wired-mbit-s", wiredMbitS), ("--nr-mbit-s", nrMbitS)]
    where !(rate.isFinite && rate >= 0) {
      throw ValidationError("\(name) is \(rate); expected 0 or more")
    }
  }

  func run() throws {
    let link = Backhaul(wired: MegabitsPerSecond(wiredMbitS), nr: MegabitsPerSecond(nrMbitS))
    let all = try BackhaulTarget.all(seeds: seeds.folder())
    let targets = all.filter { target == nil || $0.rate.value == target }
    guard !targets.isEmpty else {
      throw CommandFailure(
        .usage,
        "no target of \(target ?? 0) Mbit/s; the seeds have "
          + all.map { "\($0.rate.value)" }.joined(separator: ", "))
    }
    let cases = targets.flatMap { target in
      link.meets(target.rate).map { failure, isMet in
        Document.Case(
          target: target.name, target_mbit_s: target.rate.value, down: failure.rawValue,
          mbit_s: link.rate(after: failure).value, is_met: isMet)
      }
    }
    try output.show(Document(is_dual: link.isDual, cases: cases)) {
      var table = TextTable("target", "link down", "Mbit/s left", "met")
      for item in cases {
        table.add(
          item.target, item.down, FixedPoint.text(item.mbit_s, decimals: 0),
          item.is_met ? "yes" : "no")
      }
      return table.text
    }
    if cases.contains(where: { !$0.is_met && (survive || $0.down == "none") }) {
      throw ExitCode(ExitStatus.notMet.rawValue)
    }
  }
}
