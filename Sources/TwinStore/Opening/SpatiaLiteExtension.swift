import CSpatiaLite

/// The memory that SpatiaLite keeps for one SQLite connection.
///
/// `@unchecked Sendable`: the pointer is used while the connection is being opened, and released
/// after it was closed; ``TwinStore`` and ``StoreFile`` see to both happening once.
final class SpatiaLiteExtension: @unchecked Sendable {
  private var cache: UnsafeMutableRawPointer?

  // Once and before all else, since the library's own guard against a second call is no lock.
  private static let library: Void = spatialite_initialize()

  /// Reserves the memory; nil when the library has no connection left (it serves 64 at a time).
  init?() {
    Self.library
    cache = spatialite_alloc_connection()
    if cache == nil { return nil }
  }

  /// Gives `connection` the spatial functions.
  func attach(to connection: OpaquePointer?) {
    spatialite_init_ex(connection, cache, 0)
    // What GEOS has to say about a bad outline would land on the user's terminal.
    spatialite_set_silent_mode(cache)
  }

  /// Frees the memory; only after the connection was closed.
  func release() {
    guard let cache else { return }
    self.cache = nil
    spatialite_cleanup_ex(cache)
  }
}
