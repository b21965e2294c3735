import Foundation
public import SeedFiles
public import TwinModel

/// The rates of Wi-Fi 6 by level and noise, from `radio/wifi-he.yaml` of the seeds.
///
/// A scheme carries N_SD · bits · coding · streams / (symbol + guard). It works where the level reaches its
/// sensitivity in the channel and the SINR the one that the sensitivity means at the noise figure of
/// the standard.
///
/// Source: IEEE 802.11ax-2021, §27.3 and §27.5.
public struct WiFiRates: Hashable, Sendable {
  /// One modulation and coding scheme; its index is the MCS.
  public struct Scheme: Hashable, Sendable {
    /// Bits a symbol and tone before coding.
    public let bits: Int
    /// Rate of the code, 0…1.
    public let coding: Double
    /// Least level in 20 MHz.
    public let sensitivity: DecibelMilliwatts
  }

  /// MCS 0 and up.
  public let schemes: [Scheme]
  private let tones: [Int: Int]
  private let period: Double
  private let noiseFigure: Double

  /// Reads the table.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/wifi-he.yaml")
    try file.allowKeys([
      "name", "data_tones", "symbol_us", "guard_us", "noise_figure_db", "schemes",
    ])
    period = try file.sourced("symbol_us", in: 1...100) + file.sourced("guard_us", in: 0...100)
    noiseFigure = try file.sourced("noise_figure_db", in: 0...30)
    let channels = try file.value("data_tones")
    try channels.allowKeys(["source", "status", "mhz", "tones"])
    let widths = try channels.value("mhz").list()
    let counts = try channels.value("tones").list()
    guard widths.count == counts.count else {
      throw channels.error("expected as many tones as mhz")
    }
    var tones: [Int: Int] = [:]
    for (width, count) in zip(widths, counts) { tones[try width.integer()] = try count.integer() }
    self.tones = tones
    let node = try file.value("schemes")
    try node.allowKeys(["source", "status", "bits", "coding", "sensitivity_dbm"])
    let (bits, coding) = (try node.value("bits").list(), try node.value("coding").list())
    let levels = try node.value("sensitivity_dbm").list()
    guard bits.count == coding.count, bits.count == levels.count, !bits.isEmpty else {
      throw node.error("expected as many coding and sensitivity_dbm as bits, and at least one")
    }
    var schemes: [Scheme] = []
    for index in bits.indices {
      schemes.append(
        Scheme(
          bits: try bits[index].integer(), coding: try coding[index].number(),
          sensitivity: DecibelMilliwatts(try levels[index].number())))
    }
    self.schemes = schemes
  }

  /// Every number as text, for the hash of a study's parameters.
  var fingerprint: String {
    let rows = schemes.map { "\($0.bits) \($0.coding) \($0.sensitivity.value)" }
    let widths = tones.keys.sorted().map { "\($0) \(tones[$0] ?? 0)" }
    return (["\(period) \(noiseFigure)"] + widths + rows).joined(separator: ",")
  }

  /// The greatest scheme that works; nil where none does or for an unknown width.
  ///
  /// - Parameters:
  ///   - level: RSSI over the whole channel.
  ///   - sinr: Signal to noise and interference over the channel.
  ///   - megahertz: Width of the channel: 20, 40, 80 or 160.
  /// - Returns: The MCS.
  public func scheme(
    level: DecibelMilliwatts, sinr: Decibels, megahertz: Int
  ) -> Int? {
    guard tones[megahertz] != nil else { return nil }
    let wider = 10 * log10(Double(megahertz) / 20)
    let noise = -174 + 10 * log10(20e6) + noiseFigure
    return schemes.indices.last {
      level.value >= schemes[$0].sensitivity.value + wider
        && sinr.value >= schemes[$0].sensitivity.value - noise
    }
  }

  /// The rate of a scheme; nil for an unknown scheme or width.
  public func rate(scheme: Int, megahertz: Int, streams: Int) -> MegabitsPerSecond? {
    guard let count = tones[megahertz], schemes.indices.contains(scheme) else { return nil }
    let bits = Double(count * schemes[scheme].bits * streams) * schemes[scheme].coding
    return MegabitsPerSecond(bits / period)
  }
}
