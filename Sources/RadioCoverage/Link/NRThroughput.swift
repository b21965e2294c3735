public import SeedFiles
public import TwinModel

/// What the throughput of 5G NR is computed with: `radio/nr-throughput.yaml` of the seeds.
public struct NRThroughput: Hashable, Sendable {
  /// Modulation and coding, downlink.
  public let downlink: AttenuatedShannon
  /// Modulation and coding, uplink.
  public let uplink: AttenuatedShannon
  /// Shares of time.
  public let pattern: TDDPattern
  /// Layers, downlink.
  public let downlinkLayers: Int
  /// Layers, uplink.
  public let uplinkLayers: Int
  /// Bits a symbol of the densest modulation, downlink.
  public let downlinkBits: Int
  /// Bits a symbol of the densest modulation, uplink.
  public let uplinkBits: Int
  /// OH of TS 38.306, downlink below 7.125 GHz.
  public let downlinkOverhead: Double
  /// OH of TS 38.306, uplink below 7.125 GHz.
  public let uplinkOverhead: Double
  /// What a pupil asks for in an ordinary lesson.
  public let lesson: MegabitsPerSecond
  /// What a pupil in virtual reality needs.
  public let virtualReality: MegabitsPerSecond
  /// What is left of a rate when packets must come in time, 0…1.
  public let derating: Double

  /// Reads the file.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/nr-throughput.yaml")
    try file.allowKeys(["name", "downlink", "uplink", "tdd", "layers", "bits_per_symbol", "demand"])
    downlink = try Self.bound(file.value("downlink"))
    uplink = try Self.bound(file.value("uplink"))
    let tdd = try file.value("tdd")
    try tdd.allowKeys(["pattern", "special_symbols", "source", "status"])
    let special = try tdd.value("special_symbols")
    try special.allowKeys(["downlink", "guard", "uplink"])
    guard
      let pattern = try TDDPattern(
        slots: tdd.value("pattern").string(),
        special: (special.value("downlink").integer(), special.value("uplink").integer()))
    else { throw tdd.error("expected slots D, U and S, and 14 special symbols at most") }
    self.pattern = pattern
    let layers = try file.value("layers")
    try layers.allowKeys(["downlink", "uplink"])
    downlinkLayers = Int(try layers.sourced("downlink", in: 1...8))
    uplinkLayers = Int(try layers.sourced("uplink", in: 1...8))
    let bits = try file.value("bits_per_symbol")
    try bits.allowKeys(["downlink", "uplink"])
    downlinkBits = Int(try bits.sourced("downlink", in: 2...10))
    uplinkBits = Int(try bits.sourced("uplink", in: 2...10))
    let overhead = try NRCarrierTable(seeds: seeds).overhead
    (downlinkOverhead, uplinkOverhead) = (overhead.downlink, overhead.uplink)
    let demand = try file.value("demand")
    try demand.allowKeys(["lesson_mbit_s", "vr_mbit_s", "xr_derating"])
    lesson = MegabitsPerSecond(try demand.sourced("lesson_mbit_s", in: 0.001...10_000))
    virtualReality = MegabitsPerSecond(try demand.sourced("vr_mbit_s", in: 0.001...10_000))
    derating = try demand.sourced("xr_derating", in: 0.001...1)
  }

  /// The downlink of a carrier.
  public func downlinkCapacity(of link: NRLink) -> NRCapacity {
    NRCapacity(
      bound: downlink, layers: downlinkLayers,
      occupiedMegahertz: 12 * Double(link.resourceBlocks) * link.subcarrierHertz / 1e6,
      share: pattern.downlinkShare,
      peak: NRPeakRate(
        layers: downlinkLayers, bitsPerSymbol: downlinkBits, resourceBlocks: link.resourceBlocks,
        subcarrierKilohertz: Int((link.subcarrierHertz / 1000).rounded()),
        overhead: downlinkOverhead
      ).rate)
  }

  /// The uplink of a carrier of `resourceBlocks` blocks, as few of which may be used as pay.
  public func uplink(of link: NRLink) -> NRUplink {
    NRUplink(
      bound: uplink, layers: uplinkLayers, bitsPerSymbol: uplinkBits,
      resourceBlocks: link.resourceBlocks, subcarrierHertz: link.subcarrierHertz,
      share: pattern.uplinkShare, overhead: uplinkOverhead)
  }

  /// Every value as text, for the hash of a study's parameters.
  var fingerprint: String {
    let bounds = [downlink, uplink].map {
      "\($0.alpha) \($0.least.value) \($0.greatest.value)"
    }
    return
      (bounds + [
        "\(pattern.downlinkShare) \(pattern.uplinkShare)", "\(downlinkLayers) \(uplinkLayers)",
        "\(downlinkBits) \(downlinkOverhead)", "\(uplinkBits) \(uplinkOverhead)",
        "\(lesson.value)", "\(virtualReality.value) \(derating)",
      ]).joined(separator: ";")
  }

  private static func bound(_ node: YAMLNode) throws(SeedError) -> AttenuatedShannon {
    try node.allowKeys(["alpha", "least_sinr_db", "greatest_sinr_db"])
    return AttenuatedShannon(
      alpha: try node.sourced("alpha", in: 0.001...1),
      least: Decibels(try node.sourced("least_sinr_db", in: -50...50)),
      greatest: Decibels(try node.sourced("greatest_sinr_db", in: -50...100)))
  }
}
