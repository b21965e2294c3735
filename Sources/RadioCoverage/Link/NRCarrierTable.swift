public import SeedFiles

/// N_RB of 5G NR carriers and their overhead, from `radio/nr-bandwidths.yaml` of the seeds.
///
/// Source: 3GPP TS 38.101-1, table 5.3.2-1; TS 38.306, §4.1.2.
public struct NRCarrierTable: Hashable, Sendable {
  /// One row: a bandwidth at a spacing.
  public struct Carrier: Hashable, Sendable {
    /// Subcarrier spacing (kHz).
    public let subcarrierKilohertz: Int
    /// Bandwidth of the channel (MHz).
    public let bandwidthMegahertz: Int
    /// N_RB.
    public let resourceBlocks: Int

    /// Bandwidth that resource blocks fill (MHz).
    public var occupiedMegahertz: Double {
      Double(12 * resourceBlocks * subcarrierKilohertz) / 1000
    }
  }

  /// OH by direction and frequency range.
  public struct Overhead: Hashable, Sendable {
    /// Downlink below 7.125 GHz.
    public let downlink: Double
    /// Uplink below 7.125 GHz.
    public let uplink: Double
    /// Downlink above 24.25 GHz.
    public let downlinkFR2: Double
    /// Uplink above 24.25 GHz.
    public let uplinkFR2: Double
  }

  /// Rows in the order of the file.
  public let carriers: [Carrier]
  /// OH.
  public let overhead: Overhead

  /// Reads the table.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/nr-bandwidths.yaml")
    try file.allowKeys(["source", "status", "carriers", "overhead"])
    var carriers: [Carrier] = []
    for node in try file.value("carriers").list() {
      try node.allowKeys(["subcarrier_khz", "bandwidth_mhz", "resource_blocks"])
      let spacing = try node.value("subcarrier_khz").integer()
      let bandwidths = try node.value("bandwidth_mhz").list()
      let blocks = try node.value("resource_blocks").list()
      guard bandwidths.count == blocks.count else {
        throw node.error("expected as many resource_blocks as bandwidth_mhz")
      }
      for (bandwidth, count) in zip(bandwidths, blocks) {
        carriers.append(
          try Carrier(
            subcarrierKilohertz: spacing, bandwidthMegahertz: bandwidth.integer(),
            resourceBlocks: count.integer()))
      }
    }
    self.carriers = carriers
    let node = try file.value("overhead")
    try node.allowKeys([
      "source", "status", "downlink_fr1", "downlink_fr2", "uplink_fr1", "uplink_fr2",
    ])
    overhead = try Overhead(
      downlink: node.value("downlink_fr1").number(), uplink: node.value("uplink_fr1").number(),
      downlinkFR2: node.value("downlink_fr2").number(),
      uplinkFR2: node.value("uplink_fr2").number())
  }

  /// The row of a bandwidth at a spacing; nil when the table has none.
  public func carrier(subcarrierKilohertz: Int, bandwidthMegahertz: Int) -> Carrier? {
    carriers.first {
      $0.subcarrierKilohertz == subcarrierKilohertz && $0.bandwidthMegahertz == bandwidthMegahertz
    }
  }
}
