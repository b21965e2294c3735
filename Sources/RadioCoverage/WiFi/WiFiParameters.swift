import Foundation
public import SeedFiles
public import TwinModel

/// What the coverage study assumes of Wi-Fi: `radio/wifi-indoor.yaml` and the rates of `wifi-he.yaml`.
public struct WiFiParameters: Hashable, Sendable {
  /// Middle of the band.
  public var frequency: Gigahertz
  /// Width of a channel (MHz).
  public var megahertz: Int
  /// Channels that may be used, as they are numbered.
  public var channels: [Int]
  /// Power of an access point.
  public var power: DecibelMilliwatts
  /// Gain of its antenna, the same in all directions.
  public var antennaGain: Decibels
  /// Loss between transmitter and antenna.
  public var cableLoss: Decibels
  /// How far a proposed access point hangs below the ceiling.
  public var belowCeiling: Metres
  /// Share of time an access point sends, 0…1.
  public var activity: Double
  /// Noise figure of a device.
  public var noiseFigure: Decibels
  /// Streams of a device.
  public var streams: Int
  /// An access point that hears another at this level in 20 MHz waits for it.
  public var carrierSense: DecibelMilliwatts
  /// What is left of a scheme's rate, 0…1.
  public var efficiency: Double
  /// Least level of a covered cell.
  public var threshold: DecibelMilliwatts
  /// Kinds of devices that are access points.
  public var kinds: [String]
  /// Uses of rooms that a proposed access point goes to.
  public var roomUses: [String]
  /// Rates by level and noise.
  public let rates: WiFiRates

  /// The channel that wall losses are averaged over.
  var channel: ClosedRange<Gigahertz> {
    let half = Double(megahertz) / 2000
    return Gigahertz(frequency.value - half)...Gigahertz(frequency.value + half)
  }

  /// Noise of the whole channel (dBm).
  var noise: Double { -174 + 10 * log10(Double(megahertz) * 1e6) + noiseFigure.value }

  /// The level over the whole channel at which an access point waits for another (dBm).
  var hearing: Double { carrierSense.value + 10 * log10(Double(megahertz) / 20) }

  /// Reads the two files.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/wifi-indoor.yaml")
    try file.allowKeys([
      "name", "carrier", "access_point", "receiver", "carrier_sense_dbm", "efficiency",
      "thresholds", "access_point_kinds", "room_uses",
    ])
    let carrier = try file.value("carrier")
    try carrier.allowKeys([
      "frequency_ghz", "width_mhz", "channels", "channels_source", "channels_status",
    ])
    let point = try file.value("access_point")
    try point.allowKeys([
      "power_dbm", "antenna_gain_dbi", "cable_loss_db", "below_ceiling_m", "activity",
    ])
    let receiver = try file.value("receiver")
    try receiver.allowKeys(["noise_figure_db", "streams"])
    let thresholds = try file.value("thresholds")
    try thresholds.allowKeys(["rssi_dbm"])
    frequency = Gigahertz(try carrier.sourced("frequency_ghz", in: 1...10))
    megahertz = Int(try carrier.sourced("width_mhz", in: 20...160))
    var channels: [Int] = []
    for channel in try carrier.value("channels").list() { channels.append(try channel.integer()) }
    guard !channels.isEmpty else { throw carrier.error("expected at least one channel") }
    self.channels = channels
    power = DecibelMilliwatts(try point.sourced("power_dbm", in: -30...40))
    antennaGain = Decibels(try point.sourced("antenna_gain_dbi", in: -30...40))
    cableLoss = Decibels(try point.sourced("cable_loss_db", in: 0...100))
    belowCeiling = Metres(try point.sourced("below_ceiling_m", in: 0...5))
    activity = try point.sourced("activity", in: 0...1)
    noiseFigure = Decibels(try receiver.sourced("noise_figure_db", in: 0...30))
    streams = Int(try receiver.sourced("streams", in: 1...8))
    carrierSense = DecibelMilliwatts(try file.sourced("carrier_sense_dbm", in: -120...0))
    efficiency = try file.sourced("efficiency", in: 0.01...1)
    threshold = DecibelMilliwatts(try thresholds.sourced("rssi_dbm", in: -120...0))
    kinds = try file.words("access_point_kinds")
    roomUses = try file.words("room_uses")
    rates = try WiFiRates(seeds: seeds)
    guard rates.rate(scheme: 0, megahertz: megahertz, streams: 1) != nil else {
      throw carrier.error("wifi-he.yaml has no tones of a channel of \(megahertz) MHz")
    }
  }

  /// Every value as text, for the hash of a study's parameters.
  var fingerprint: String {
    [
      "\(frequency.value) \(megahertz) \(channels)",
      "\(power.value) \(antennaGain.value) \(cableLoss.value) \(belowCeiling.value) \(activity)",
      "\(noiseFigure.value) \(streams) \(carrierSense.value) \(efficiency) \(threshold.value)",
      kinds.joined(separator: ","), roomUses.joined(separator: ","), rates.fingerprint,
    ].joined(separator: ";")
  }
}
