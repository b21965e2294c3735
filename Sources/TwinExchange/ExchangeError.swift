/// Why something could not be written in an exchange format.
public enum ExchangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A campus has a georeference that leads nowhere; `reason` quotes the geometry.
  case cannotPlace(campus: String, reason: String)

  /// SQLite refused to write; `reason` quotes it.
  case database(reason: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .cannotPlace(let campus, let reason):
      "campus \(campus) cannot be placed on the map: \(reason); correct its georeference"
    case .database(let reason): "the GeoPackage cannot be written: \(reason)"
    }
  }
}
