public import SeedFiles
public import TwinModel

/// How dense the power of radio waves may be where people are, by frequency.
///
/// Source: GB 8702-2014, table 1, from `radio/emf-gb8702.yaml` of the seeds.
public struct ExposureLimits: Hashable, Sendable {
  private struct Row: Hashable {
    let band: ClosedRange<Double>
    let constant, perMegahertz: Double
  }

  private let rows: [Row]

  /// Reads the limits.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/emf-gb8702.yaml")
    try file.allowKeys(["source", "status", "rows"])
    var rows: [Row] = []
    for node in try file.value("rows").list() {
      try node.allowKeys(["from_mhz", "to_mhz", "constant_w_m2", "per_mhz"])
      let (low, high) = (try node.value("from_mhz").number(), try node.value("to_mhz").number())
      guard low > 0, low < high else { throw node.error("expected 0 < from_mhz < to_mhz") }
      rows.append(
        Row(
          band: low...high, constant: try node.value("constant_w_m2").number(),
          perMegahertz: try node.value("per_mhz").number()))
    }
    self.rows = rows
  }

  /// Every row as text, for the hash of a study's parameters.
  var fingerprint: String {
    rows.map { "\($0.band) \($0.constant) \($0.perMegahertz)" }.joined(separator: ";")
  }

  /// The limit (W/m²) at a frequency; nil where the table has none.
  ///
  /// On a border the lower one counts.
  public func powerDensity(at frequency: Gigahertz) -> Double? {
    let megahertz = frequency.value * 1000
    return rows.filter { $0.band.contains(megahertz) }
      .map { $0.constant + $0.perMegahertz * megahertz }.min()
  }
}
