public import SeedFiles
public import TwinModel

/// What the coverage study assumes of carrier, sites, receivers and thresholds.
///
/// The values with their sources are `seeds/radio/nr-indoor.yaml`.
public struct CoverageParameters: Hashable, Sendable {
  /// Middle of the carrier.
  public var frequency: Gigahertz
  /// Width of the channel.
  public var bandwidth: Gigahertz
  /// Levels of the downlink.
  public var link: NRLink
  /// Power of a device.
  public var devicePower: DecibelMilliwatts
  /// Noise figure of a site's receiver.
  public var siteNoiseFigure: Decibels
  /// Share of resource elements in use at interfering sites, 0…1.
  public var load: Double
  /// How far a proposed site hangs below the ceiling.
  public var belowCeiling: Metres
  /// Height of receivers above the storey's floor.
  public var receiverHeight: Metres
  /// Side of a cell.
  public var cell: Metres
  /// Side of a cell between the buildings.
  public var outdoorCell: Metres
  /// How far outdoor cells go around the buildings.
  public var outdoorMargin: Metres
  /// Height of receivers above the ground.
  public var outdoorHeight: Metres
  /// Standard deviation of the truth around the map.
  public var shadowSigma: Decibels
  /// Least SS-RSRP of a covered cell.
  public var rsrpThreshold: DecibelMilliwatts
  /// Least SS-SINR of a covered cell.
  public var sinrThreshold: Decibels
  /// Kinds of devices that are sites.
  public var siteKinds: [String]
  /// Room uses (`room.use`) that are corridors.
  public var corridorUses: [String]
  /// Words in the names of corridors, lower case, for rooms without a use.
  public var corridorNames: [String]

  /// The channel that wall losses are averaged over.
  public var channel: ClosedRange<Gigahertz> {
    Gigahertz(
      frequency.value - bandwidth.value / 2)...Gigahertz(
        frequency.value + bandwidth.value / 2)
  }

  /// Reads `radio/nr-indoor.yaml` of the seeds.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    try self.init(seeds.read("radio/nr-indoor.yaml"))
  }

  /// Reads parameters.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(_ file: YAMLNode) throws(SeedError) {
    try file.allowKeys([
      "name", "carrier", "site", "receiver", "map", "outdoor", "thresholds", "site_kinds",
      "corridor_uses", "corridor_names",
    ])
    let carrier = try file.value("carrier")
    try carrier.allowKeys(["frequency_ghz", "bandwidth_mhz", "subcarrier_khz", "resource_blocks"])
    let site = try file.value("site")
    try site.allowKeys([
      "power_dbm", "antenna_gain_dbi", "cable_loss_db", "load", "noise_figure_db",
      "below_ceiling_m",
    ])
    let receiver = try file.value("receiver")
    try receiver.allowKeys(["height_m", "power_dbm", "noise_figure_db"])
    let map = try file.value("map")
    try map.allowKeys(["cell_m", "shadow_sigma_db"])
    let outdoor = try file.value("outdoor")
    try outdoor.allowKeys(["cell_m", "margin_m", "height_m"])
    let thresholds = try file.value("thresholds")
    try thresholds.allowKeys(["rsrp_dbm", "sinr_db"])

    frequency = Gigahertz(try carrier.sourced("frequency_ghz", in: 0.1...100))
    bandwidth = Gigahertz(try carrier.sourced("bandwidth_mhz", in: 1...2000) / 1000)
    guard bandwidth < frequency else {
      throw carrier.error("expected a bandwidth below the frequency")
    }
    link = NRLink(
      power: DecibelMilliwatts(try site.sourced("power_dbm", in: -60...80)),
      antennaGain: Decibels(try site.sourced("antenna_gain_dbi", in: -30...40)),
      cableLoss: Decibels(try site.sourced("cable_loss_db", in: 0...100)),
      resourceBlocks: Int(try carrier.sourced("resource_blocks", in: 1...300)),
      subcarrierHertz: try carrier.sourced("subcarrier_khz", in: 15...960) * 1000,
      noiseFigure: Decibels(try receiver.sourced("noise_figure_db", in: 0...30)))
    devicePower = DecibelMilliwatts(try receiver.sourced("power_dbm", in: -60...80))
    siteNoiseFigure = Decibels(try site.sourced("noise_figure_db", in: 0...30))
    outdoorCell = Metres(try outdoor.sourced("cell_m", in: 0.25...50))
    outdoorMargin = Metres(try outdoor.sourced("margin_m", in: 0...500))
    outdoorHeight = Metres(try outdoor.sourced("height_m", in: 0...30))
    load = try site.sourced("load", in: 0...1)
    belowCeiling = Metres(try site.sourced("below_ceiling_m", in: 0...5))
    receiverHeight = Metres(try receiver.sourced("height_m", in: 0...3))
    cell = Metres(try map.sourced("cell_m", in: 0.05...10))
    shadowSigma = Decibels(try map.sourced("shadow_sigma_db", in: 0.1...30))
    rsrpThreshold = DecibelMilliwatts(try thresholds.sourced("rsrp_dbm", in: -160...0))
    sinrThreshold = Decibels(try thresholds.sourced("sinr_db", in: -20...50))
    siteKinds = try file.words("site_kinds")
    corridorUses = try file.words("corridor_uses")
    corridorNames = try file.words("corridor_names").map { $0.lowercased() }
  }

  /// Every parameter as text, by name.
  var texts: [String: String] {
    [
      "frequency_ghz": "\(frequency.value)", "bandwidth_ghz": "\(bandwidth.value)",
      "power_dbm": "\(link.power.value)", "antenna_gain_dbi": "\(link.antennaGain.value)",
      "cable_loss_db": "\(link.cableLoss.value)", "resource_blocks": "\(link.resourceBlocks)",
      "subcarrier_hz": "\(link.subcarrierHertz)", "noise_figure_db": "\(link.noiseFigure.value)",
      "device_power_dbm": "\(devicePower.value)",
      "site_noise_figure_db": "\(siteNoiseFigure.value)",
      "outdoor": "\(outdoorCell.value) \(outdoorMargin.value) \(outdoorHeight.value)",
      "load": "\(load)", "below_ceiling_m": "\(belowCeiling.value)",
      "receiver_height_m": "\(receiverHeight.value)", "cell_m": "\(cell.value)",
      "shadow_sigma_db": "\(shadowSigma.value)", "rsrp_threshold_dbm": "\(rsrpThreshold.value)",
      "sinr_threshold_db": "\(sinrThreshold.value)",
      "site_kinds": siteKinds.joined(separator: ","),
      "corridor_uses": corridorUses.joined(separator: ","),
      "corridor_names": corridorNames.joined(separator: ","),
    ]
  }
}
