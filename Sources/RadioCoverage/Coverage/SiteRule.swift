public import TwinModel

/// Where sites come from.
public enum SiteRule: Hashable, Sendable, CustomStringConvertible {
  /// Only those of the model.
  case modelOnly
  /// Those of the model; on storeys without one, sites are proposed along the corridors, at most
  /// `spacing` apart, or in the middles of the largest rooms, at least `spacing` apart, where there is no corridor.
  case proposedPerCorridor(spacing: Metres)

  /// The rule as text.
  public var description: String {
    switch self {
    case .modelOnly: "model only"
    case .proposedPerCorridor(let spacing): "proposed per corridor, \(spacing)"
    }
  }
}
