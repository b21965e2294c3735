import GRDB

extension StoreError {
  /// What an error of SQLite means to a user; errors of the store pass unchanged.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StoreError ?? .failed(path: path, reason: "\(error)")
      return
    }
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path, reason: "it is not an SQLite file")
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: message)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      self = .cannotWrite(path: path, reason: message)
    default: self = .failed(path: path, reason: error.description)
    }
  }
}
