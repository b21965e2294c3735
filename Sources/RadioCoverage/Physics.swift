/// Constants of nature.
enum Physics {
  /// Speed of light, in m/s (exact).
  static let speedOfLight = 299_792_458.0
  /// Permittivity of vacuum, in F/m.
  ///
  /// Source: CODATA 2018.
  static let vacuumPermittivity = 8.854_187_812_8e-12
}
