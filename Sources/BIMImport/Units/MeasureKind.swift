/// What a measure type of IFC measures: the unit that a project states for it, and the SI unit.
struct MeasureKind {
  /// The word of IfcUnitEnum or IfcDerivedUnitEnum, such as `LENGTHUNIT`.
  let unitType: String
  /// The SI unit; nil for a measure without unit, such as a ratio or a count.
  let symbol: String?

  /// The kind of a measure type, such as `IFCPOSITIVELENGTHMEASURE`; nil for types that measure
  /// nothing.
  init?(keyword: String) {
    guard keyword.hasPrefix("IFC"), keyword.hasSuffix("MEASURE") else { return nil }
    var word = keyword.dropFirst(3).dropLast(7)
    for prefix in ["NONNEGATIVE", "POSITIVE"] where word.hasPrefix(prefix) {
      word = word.dropFirst(prefix.count)
    }
    unitType = word + "UNIT"
    symbol = MeasureKind.symbols[String(word)]
  }

  /// SI units by measure; in the words of IFC without `Ifc` and `Measure`.
  ///
  /// Source: IFC4 ADD2 TC1, IfcMeasureResource; SI Brochure, 9th edition.
  private static let symbols: [String: String] = [
    "LENGTH": "m", "AREA": "m²", "VOLUME": "m³", "PLANEANGLE": "°", "MASS": "kg", "TIME": "s",
    "THERMODYNAMICTEMPERATURE": "°C", "ELECTRICCURRENT": "A", "LUMINOUSINTENSITY": "cd",
    "LUMINOUSFLUX": "lm", "ILLUMINANCE": "lx", "POWER": "W", "ENERGY": "J", "FORCE": "N",
    "PRESSURE": "Pa", "FREQUENCY": "Hz", "ELECTRICVOLTAGE": "V", "ELECTRICRESISTANCE": "Ω",
    "ELECTRICCAPACITANCE": "F", "ELECTRICCHARGE": "C", "ELECTRICCONDUCTANCE": "S",
    "INDUCTANCE": "H", "SOLIDANGLE": "sr", "AMOUNTOFSUBSTANCE": "mol",
    "THERMALTRANSMITTANCE": "W/(m²·K)", "THERMALRESISTANCE": "m²·K/W",
    "THERMALCONDUCTIVITY": "W/(m·K)", "THERMALADMITTANCE": "W/(m²·K)", "HEATFLUXDENSITY": "W/m²",
    "SPECIFICHEATCAPACITY": "J/(kg·K)", "VOLUMETRICFLOWRATE": "m³/s", "MASSFLOWRATE": "kg/s",
    "MASSDENSITY": "kg/m³", "AREADENSITY": "kg/m²", "MASSPERLENGTH": "kg/m",
    "LINEARVELOCITY": "m/s", "ANGULARVELOCITY": "rad/s", "ACCELERATION": "m/s²",
    "LINEARFORCE": "N/m", "PLANARFORCE": "N/m²", "TORQUE": "N·m", "MODULUSOFELASTICITY": "Pa",
    "SHEARMODULUS": "Pa", "DYNAMICVISCOSITY": "Pa·s", "KINEMATICVISCOSITY": "m²/s",
    "HEATINGVALUE": "J/kg", "SOUNDPOWER": "W", "SOUNDPRESSURE": "Pa",
    "TEMPERATURERATEOFCHANGE": "K/s", "ROTATIONALFREQUENCY": "Hz", "SECTIONMODULUS": "m³",
    "MOMENTOFINERTIA": "m^4", "VAPORPERMEABILITY": "kg/(s·m·Pa)", "MOISTUREDIFFUSIVITY": "m³/s",
    "ISOTHERMALMOISTURECAPACITY": "m³/kg",
  ]
}
