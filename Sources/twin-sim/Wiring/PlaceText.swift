import TwinModel

/// Places as lists show them: metres to the millimetre.
enum PlaceText {
  /// The three coordinates.
  static func cells(_ place: Point3) -> [String] { [place.x, place.y, place.z].map(metres) }

  /// One coordinate.
  static func metres(_ value: Double) -> String { FixedPoint.text(value, decimals: 3) }
}
