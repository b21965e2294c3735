/// Properties of a device by which a model or a file of sites tells more of a transmitter than the seeds.
///
/// They may stand in any property set. What is not given is the seeds'.
public enum SiteProperty: String, Hashable, Sendable, CaseIterable {
  /// Power of the whole carrier (dBm).
  case power = "TransmitPower"
  /// Loss between transmitter and antenna (dB).
  case cableLoss = "CableLoss"
  /// Gain (dBi) of an antenna that sends alike in all directions.
  case gain = "AntennaGain"
  /// Name of a pattern of `seeds/radio/antennas.yaml`; its own gain counts then.
  case pattern = "AntennaPattern"
  /// Main direction in the plan (degrees), clockwise from +y.
  case azimuth = "Azimuth"
  /// Main direction below the horizon (degrees).
  case tilt = "Tilt"

  /// What a value may be; nil for a name.
  public var range: ClosedRange<Double>? {
    switch self {
    case .power: -60...80
    case .cableLoss: 0...100
    case .gain: -30...60
    case .pattern: nil
    case .azimuth: -360...360
    case .tilt: -90...90
    }
  }
}
