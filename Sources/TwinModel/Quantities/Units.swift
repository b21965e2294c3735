/// The unit `m`.
public enum MetreUnit: UnitOfMeasure {
  /// Printed as `m`.
  public static let symbol = "m"
}
/// A length in `m`.
public typealias Metres = Quantity<MetreUnit>

/// The unit `m²`.
public enum SquareMetreUnit: UnitOfMeasure {
  /// Printed as `m²`.
  public static let symbol = "m²"
}
/// An area in `m²`.
public typealias SquareMetres = Quantity<SquareMetreUnit>

/// The unit `m³`.
public enum CubicMetreUnit: UnitOfMeasure {
  /// Printed as `m³`.
  public static let symbol = "m³"
}
/// A volume in `m³`.
public typealias CubicMetres = Quantity<CubicMetreUnit>

/// The unit `s`.
public enum SecondUnit: UnitOfMeasure {
  /// Printed as `s`.
  public static let symbol = "s"
}
/// A time span in `s`.
public typealias Seconds = Quantity<SecondUnit>

/// The unit `min`.
public enum MinuteUnit: UnitOfMeasure {
  /// Printed as `min`.
  public static let symbol = "min"
}
/// A time span in `min`.
public typealias Minutes = Quantity<MinuteUnit>

/// The unit `m/s`.
public enum MetrePerSecondUnit: UnitOfMeasure {
  /// Printed as `m/s`.
  public static let symbol = "m/s"
}
/// A speed in `m/s`.
public typealias MetresPerSecond = Quantity<MetrePerSecondUnit>

/// The unit `°`.
public enum DegreeUnit: UnitOfMeasure {
  /// Printed as `°`.
  public static let symbol = "°"
}
/// A plane angle in `°`.
public typealias Degrees = Quantity<DegreeUnit>

/// The unit `GHz`.
public enum GigahertzUnit: UnitOfMeasure {
  /// Printed as `GHz`.
  public static let symbol = "GHz"
}
/// A frequency in `GHz`.
public typealias Gigahertz = Quantity<GigahertzUnit>

/// The unit `Mbit/s`.
public enum MegabitPerSecondUnit: UnitOfMeasure {
  /// Printed as `Mbit/s`.
  public static let symbol = "Mbit/s"
}
/// A data rate in `Mbit/s`.
public typealias MegabitsPerSecond = Quantity<MegabitPerSecondUnit>
