import Foundation
import GRDB

/// An SQLite file on its way to becoming an open store.
struct StoreFile {
  /// `TWIN` in ASCII: marks the file as ours in SQLite's header.
  static let applicationID = 0x5457_494E
  /// How long a writer waits for another one, in seconds.
  private static let patience = 5.0

  let path: String
  let queue: DatabaseQueue
  let spatiaLite: SpatiaLiteExtension
  private let isNew: Bool

  /// Connects to the file without changing it, unless it has to be made.
  init(_ path: String, mode: TwinStore.Mode) throws(StoreError) {
    self.path = path
    isNew = try Self.isNew(path, mode: mode)
    guard let spatiaLite = SpatiaLiteExtension() else {
      throw .failed(path: path, reason: "too many databases are open at once")
    }
    self.spatiaLite = spatiaLite
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { spatiaLite.attach(to: $0.sqliteConnection) }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      spatiaLite.release()
      throw StoreError(error, path: path)
    }
  }

  private static func isNew(_ path: String, mode: TwinStore.Mode) throws(StoreError) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes else {
      guard mode == .create else { throw .missing(path: path) }
      return true
    }
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw .notAStore(path: path, reason: "it is a folder")
    }
    // An empty file is what a crash before the first write leaves behind.
    let isEmpty = (attributes[.size] as? NSNumber)?.intValue == 0
    guard !isEmpty || mode == .create else {
      throw .notAStore(path: path, reason: "it is empty")
    }
    return isEmpty
  }

  /// Checks the file, brings the schema up to date, and returns the EPSG code of its geometry.
  func prepare(mode: TwinStore.Mode, srs: Int?) throws(StoreError) -> Int {
    do {
      if !isNew { try queue.read(check) }
      if mode != .readOnly {
        try queue.writeWithoutTransaction { db in
          // Before anything else is in the file, so that a creation cut short can be resumed.
          if isNew { try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)") }
          // 16 MiB of pages: with SQLite's 2 MiB an import reads and writes its indexes over and over.
          try db.execute(
            sql: """
              PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384
              """)
          try Migration.run(on: db, path: path, srs: srs)
        }
      }
      return try queue.read { try referenceSystem($0, asked: srs) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Closes a file that was refused, and removes it when it was being made.
  func abandon() {
    Self.leaveWriteAheadLog(queue)
    defer { if isNew { try? FileManager.default.removeItem(atPath: path) } }
    // The memory may go only when no connection uses it any more.
    guard (try? queue.close()) != nil else { return }
    spatiaLite.release()
  }

  /// Goes back to a single file; fails quietly while others read it, the log then stays for them.
  static func leaveWriteAheadLog(_ queue: DatabaseQueue) {
    try? queue.writeWithoutTransaction { db in
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { return }
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
  }

  // MARK: - Checks

  private func check(_ db: Database) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == Self.applicationID else {
      throw StoreError.notAStore(path: path, reason: "another program made it")
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let known = Migration.all.count
    guard found <= known else { throw StoreError.tooNew(path: path, found: found, known: known) }
    if db.configuration.readonly, found < known {
      throw StoreError.tooOld(path: path, found: found, known: known)
    }
    let problem = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
    guard problem == "ok" else { throw StoreError.damaged(path: path, reason: problem) }
  }

  private func referenceSystem(_ db: Database, asked: Int?) throws -> Int {
    let stored = try Int.fetchOne(
      db, sql: "SELECT srid FROM geometry_columns WHERE f_table_name = 'space'")
    guard let stored else {
      throw StoreError.damaged(path: path, reason: "its spaces have no reference system")
    }
    guard asked == nil || asked == stored else {
      throw StoreError.otherReferenceSystem(path: path, stored: stored, asked: asked ?? stored)
    }
    return stored
  }
}
