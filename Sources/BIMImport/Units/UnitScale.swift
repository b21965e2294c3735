/// How a unit becomes an SI unit: `value · factor + offset`, in the unit of ``symbol``.
struct UnitScale: Hashable, Sendable {
  /// SI units in one of this unit.
  var factor: Double
  /// What is added afterwards: only temperatures have it.
  var offset = 0.0
  /// The SI unit, such as `W/(m²·K)`; temperatures are in °C and angles in degrees.
  var symbol: String

  /// No unit at all.
  static let none = UnitScale(factor: 1, symbol: "")

  /// The value in the SI unit.
  func callAsFunction(_ value: Double) -> Double { value * factor + offset }
}
