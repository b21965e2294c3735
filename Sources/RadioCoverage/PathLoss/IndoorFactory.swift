import Foundation
public import TwinModel

/// InF of TR 38.901: halls with machines; on a campus, workshops and sports halls.
///
/// LOS: 31.84 + 21.5·log d_3D + 19·log f. NLOS, each at least LOS: SL 33 + 25.5·log d_3D + 20·log f;
/// DL 18.6 + 35.7·log d_3D + 20·log f, at least SL; SH 32.4 + 23·log d_3D + 20·log f;
/// DH 33.63 + 21.9·log d_3D + 20·log f. d_3D in m, f in GHz; σ 4.3 dB in sight, else 5.7, 7.2, 5.9 and
/// 4.0 dB. Range: 1 m ≤ d_3D ≤ 600 m, 0.5 to 100 GHz.
///
/// Pr_LOS: e^{−d_2D/k}, k = −d_clutter/ln(1 − r), for SH and DH times (h_BS − h_UT)/(h_c − h_UT).
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1, 7.4.2-1, 7.5-6; clutter of table 7.2-4.
public struct IndoorFactory: PathLossModel {
  /// The kind of hall.
  public let hall: Hall
  /// What stands in it; only the line of sight depends on it.
  public let clutter: Clutter

  /// How much stands in the hall, and whether the base station is above it.
  public enum Hall: String, Hashable, Sendable, CaseIterable {
    /// SL: sparse clutter, low base station.
    case sparseLow = "sl"
    /// DL: dense clutter, low base station.
    case denseLow = "dl"
    /// SH: sparse clutter, high base station.
    case sparseHigh = "sh"
    /// DH: dense clutter, high base station.
    case denseHigh = "dh"

    var isHigh: Bool { self == .sparseHigh || self == .denseHigh }
  }

  /// What stands in a hall.
  public struct Clutter: Hashable, Sendable {
    /// d_clutter: usual size of a piece.
    public var size: Metres
    /// r: share of the floor that it takes, 0…1.
    public var density: Double
    /// h_c: its height.
    public var height: Metres

    /// Creates clutter.
    public init(size: Metres, density: Double, height: Metres) {
      self.size = size
      self.density = density
      self.height = height
    }

    /// d_clutter of table 7.2-4 (10 m sparse, 2 m dense), and of its ranges r = 20 % sparse
    /// (“< 40 %”), 60 % dense (“≥ 40 %”) and h_c = 2 m: a choice, since the table gives no value.
    public static func usual(in hall: Hall) -> Clutter {
      switch hall {
      case .sparseLow, .sparseHigh: Clutter(size: 10, density: 0.2, height: 2)
      case .denseLow, .denseHigh: Clutter(size: 2, density: 0.6, height: 2)
      }
    }
  }

  /// Creates the model; without clutter, with the usual one.
  public init(_ hall: Hall, clutter: Clutter? = nil) {
    self.hall = hall
    self.clutter = clutter ?? .usual(in: hall)
  }

  /// `inf-sl`, `inf-dl`, `inf-sh` or `inf-dh`.
  public var name: String { "inf-\(hall.rawValue)" }
  /// What it describes.
  public var title: String { "InF-\(hall.rawValue.uppercased())" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let los = 31.84 + 21.5 * distance + 19 * gigahertz
    guard condition == .nlos else { return Decibels(los) }
    let sparseLow = max(los, 33 + 25.5 * distance + 20 * gigahertz)
    switch hall {
    case .sparseLow: return Decibels(sparseLow)
    case .denseLow: return Decibels(max(sparseLow, 18.6 + 35.7 * distance + 20 * gigahertz))
    case .sparseHigh: return Decibels(max(los, 32.4 + 23 * distance + 20 * gigahertz))
    case .denseHigh: return Decibels(max(los, 33.63 + 21.9 * distance + 20 * gigahertz))
    }
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] {
    [
      ModelRange("3D distance (m)", geometry.slantMetres, in: 1...600),
      ModelRange("distance (m)", geometry.distance.value, in: 0...600),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
    ]
  }

  /// σ_SF.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    guard condition == .nlos else { return Decibels(4.3) }
    switch hall {
    case .sparseLow: return Decibels(5.7)
    case .denseLow: return Decibels(7.2)
    case .sparseHigh: return Decibels(5.9)
    case .denseHigh: return Decibels(4)
    }
  }

  /// d_cor: 10 m.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres { 10 }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    var reach = -clutter.size.value / log(1 - clutter.density)
    if hall.isHigh {
      let above = clutter.height.value - geometry.terminalHeight.value
      // A terminal above the clutter sees over it.
      guard above > 0 else { return 1 }
      reach *= (geometry.baseHeight.value - geometry.terminalHeight.value) / above
    }
    return exp(-geometry.distance.value / reach)
  }

  /// The clutter that the line of sight was reckoned with.
  public func choices(_ geometry: LinkGeometry, _ condition: SightCondition) -> [String] {
    [
      "the line of sight counts with clutter of \(clutter.size), "
        + "\(ModelRange.text(100 * clutter.density)) % of the floor, \(clutter.height) high"
    ]
  }
}
