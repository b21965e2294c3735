public import SeedFiles
import TwinModel

extension AntennaPattern {
  /// Reads all patterns of `radio/antennas.yaml` of the seeds, by name.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public static func all(seeds: SeedFolder) throws(SeedError) -> [String: AntennaPattern] {
    let file = try seeds.read("radio/antennas.yaml")
    try file.allowKeys(["patterns"])
    var patterns: [String: AntennaPattern] = [:]
    for node in try file.value("patterns").list() {
      try node.allowKeys([
        "name", "horizontal_deg", "vertical_deg", "greatest_attenuation_db", "side_lobe_db",
        "gain_dbi", "source", "status",
      ])
      _ = try node.value("source").string()
      let name = try node.value("name").string()
      guard patterns[name] == nil else { throw node.error("a second pattern “\(name)”") }
      let (across, up) = (try node.value("horizontal_deg"), try node.value("vertical_deg"))
      guard try across.number() > 0, try up.number() > 0 else {
        throw node.error("expected beamwidths above 0 degrees")
      }
      patterns[name] = AntennaPattern(
        horizontal: Degrees(try across.number()), vertical: Degrees(try up.number()),
        greatestAttenuation: Decibels(try node.value("greatest_attenuation_db").number()),
        sideLobe: Decibels(try node.value("side_lobe_db").number()),
        gain: Decibels(try node.value("gain_dbi").number()))
    }
    return patterns
  }
}
