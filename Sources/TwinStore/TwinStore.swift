import GRDB
import Synchronization

/// One SpatiaLite file with campuses, their versions, and what was found about them.
///
/// The file opens in QGIS as it is. While a store is open for writing, SQLite keeps a write-ahead
/// log beside it (`-wal`, `-shm`); ``close()`` folds it in and leaves one file. Every saving function
/// is one transaction: after a crash at any instant the file holds the last committed state.
///
/// Calls may come from any thread; they run one after the other.
public final class TwinStore: Sendable {
  /// How a store is opened.
  public enum Mode: Hashable, Sendable {
    /// For reading and writing; the file is made when there is none.
    case create
    /// For reading and writing; the file must be there.
    case readWrite
    /// For reading.
    case readOnly
  }

  /// Where the file is.
  public let path: String
  /// EPSG code of the reference system of all map geometry in the file.
  public let srs: Int

  let queue: DatabaseQueue
  private let spatiaLite: SpatiaLiteExtension
  private let mode: Mode
  private let isClosed = Mutex(false)

  init(opened file: StoreFile, srs: Int, mode: Mode) {
    path = file.path
    queue = file.queue
    spatiaLite = file.spatiaLite
    self.srs = srs
    self.mode = mode
  }

  deinit { try? close() }

  /// Opens the store at `path`, checks that it is whole, and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mode: What it is opened for, and whether it may be made.
  ///   - srs: EPSG code of a projected reference system in metres; a new store takes it (4547 when
  ///     nil), an existing one must have it (any when nil).
  /// - Returns: The open store.
  /// - Throws: ``StoreError/missing(path:)``, ``StoreError/notAStore(path:reason:)``,
  ///   ``StoreError/damaged(path:reason:)``, ``StoreError/locked(path:)`` and the other cases about
  ///   files; a file that is not a store is left as it is.
  public static func open(
    _ path: String, mode: Mode, srs: Int? = nil
  ) throws(StoreError) -> TwinStore {
    let file = try StoreFile(path, mode: mode)
    do {
      return TwinStore(opened: file, srs: try file.prepare(mode: mode, srs: srs), mode: mode)
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Folds the write-ahead log into the file and closes it; closing again does nothing.
  ///
  /// When another program still reads the file, the log stays until that program closes it.
  ///
  /// - Throws: ``StoreError/failed(path:reason:)`` or ``StoreError/cannotWrite(path:reason:)`` when
  ///   SQLite could not finish; what was committed is safe in the log then.
  public func close() throws(StoreError) {
    let wasClosed = isClosed.withLock { closed in
      defer { closed = true }
      return closed
    }
    guard !wasClosed else { return }
    try translating {
      if mode != .readOnly { StoreFile.leaveWriteAheadLog(queue) }
      try queue.close()
    }
    spatiaLite.release()
  }

  // MARK: - Transactions

  /// Runs `body` on a snapshot of the file.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try translating { try queue.read(body) }
  }

  /// Runs `body` in one transaction, rolled back when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard mode != .readOnly else {
      throw .cannotWrite(path: path, reason: "it was opened for reading only")
    }
    return try translating { try queue.write(body) }
  }

  private func translating<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do { return try body() } catch { throw StoreError(error, path: path) }
  }
}
