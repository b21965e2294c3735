public import SeedFiles
public import TwinModel

/// A rate that a school's way out should reach: a row of `radio/backhaul.yaml` of the seeds.
public struct BackhaulTarget: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// The rate.
  public let rate: MegabitsPerSecond
  /// Where it is written.
  public let source: String

  /// Reads the targets, in the order of the file.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public static func all(seeds: SeedFolder) throws(SeedError) -> [BackhaulTarget] {
    let file = try seeds.read("radio/backhaul.yaml")
    try file.allowKeys(["name", "targets"])
    var targets: [BackhaulTarget] = []
    for node in try file.value("targets").list() {
      try node.allowKeys(["name", "mbit_s", "source", "status"])
      let rate = try node.value("mbit_s")
      guard try rate.number() > 0 else { throw rate.error("expected a rate above 0") }
      targets.append(
        BackhaulTarget(
          name: try node.value("name").string(), rate: MegabitsPerSecond(try rate.number()),
          source: try node.value("source").string()))
    }
    return targets
  }
}
