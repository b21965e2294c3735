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

  /// d_3D: distance through the air.
  public var slant: Metres { Metres(slantMetres) }

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
