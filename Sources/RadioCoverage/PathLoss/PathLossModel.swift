public import TwinModel

/// Where two ends of a link stand, as the statistical models see it.
public struct LinkGeometry: Hashable, Sendable {
  /// d_2D: distance in plan.
  public var distance: Metres
  /// h_BS: height of the base station.
  public var baseHeight: Metres
  /// h_UT: height of the terminal.
  public var terminalHeight: Metres

  /// Creates a geometry.
  public init(distance: Metres, baseHeight: Metres, terminalHeight: Metres) {
    self.distance = distance
    self.baseHeight = baseHeight
    self.terminalHeight = terminalHeight
  }

  /// d_3D in m.
  var slantMetres: Double {
    let rise = baseHeight.value - terminalHeight.value
    return (distance.value * distance.value + rise * rise).squareRoot()
  }
}

/// Whether the ends of a link see each other.
public enum SightCondition: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case los, nlos
}

/// A statistical path loss model: the median loss of a kind of place.
///
/// Source: 3GPP TR 38.901 v16–v19, table 7.4.1-1.
public protocol PathLossModel: Sendable {
  /// Its name, such as `umi`.
  static var name: String { get }
  /// σ_SF: standard deviation of the loss around the median.
  static func shadowSigma(_ condition: SightCondition) -> Decibels
  /// The median loss by the formula, inside its range or not.
  static func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels
  /// The quantities that the model holds for only within ranges, with their values.
  static func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz
  ) -> [(quantity: String, value: Double, range: ClosedRange<Double>)]
}

extension PathLossModel {
  /// The median loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:quantity:value:allowed:)`` for the first value that the
  ///   model does not hold for.
  public static func loss(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) throws(RadioError) -> Decibels {
    for entry in ranges(geometry, frequency: frequency) where !(entry.range ~= entry.value) {
      throw .outOfRange(
        model: name, quantity: entry.quantity, value: entry.value,
        allowed: "\(entry.range.lowerBound) to \(entry.range.upperBound)")
    }
    return formula(geometry, frequency: frequency, condition)
  }
}

/// TR 38.901's own speed of light (NOTE 1 of table 7.4.1-1), in m/s.
let speedOfLight38901 = 3.0e8
