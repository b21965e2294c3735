public import TwinModel

/// Why the store could not do what it was asked.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is something else.
  case notAStore(path: String, reason: String)
  /// The file is a store, but its content contradicts itself.
  case damaged(path: String, reason: String)
  /// A later version of the program wrote the file.
  case tooNew(path: String, found: Int, known: Int)
  /// An earlier version of the program wrote the file, and it was opened for reading only.
  case tooOld(path: String, found: Int, known: Int)
  /// The file keeps its geometry in another reference system than was asked for.
  case otherReferenceSystem(path: String, stored: Int, asked: Int)
  /// The reference system is unknown, or not in metres on a plane.
  case unusableReferenceSystem(epsg: Int, reason: String)
  /// Another program is writing to the file.
  case locked(path: String)
  /// The file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The store has no campus of that name.
  case unknownCampus(CampusID)
  /// A value cannot be kept without changing it.
  case notStorable(what: String, reason: String)
  /// A task that was done gave another result this time.
  case taskContradicts(id: String)
  /// SQLite or SpatiaLite refused; a fault of the program.
  case failed(path: String, reason: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no database at \(path); import a model to create it."
    case .notAStore(let path, let reason):
      "\(path) is not a database of twin-sim: \(reason). Choose another file; this one was left as it is."
    case .damaged(let path, let reason):
      "The database \(path) is damaged: \(reason). Restore it from a copy, or import the models anew."
    case .tooNew(let path, let found, let known):
      "The database \(path) has schema \(found), but this version of twin-sim knows schemas up to "
        + "\(known). Use the version that wrote it, or a later one."
    case .tooOld(let path, let found, let known):
      "The database \(path) has schema \(found), but \(known) is needed. Any command that writes to "
        + "it, such as import, brings it up to date."
    case .otherReferenceSystem(let path, let stored, let asked):
      "The database \(path) keeps its geometry in EPSG:\(stored), not in EPSG:\(asked). A database "
        + "has one reference system; use another file for the other one."
    case .unusableReferenceSystem(let epsg, let reason):
      "EPSG:\(epsg) cannot be the reference system of a database: \(reason). Give the code of a "
        + "projected system in metres, such as 4547."
    case .locked(let path):
      "The database \(path) is in use by another program. Wait until it is done, or close it there, "
        + "and try again."
    case .cannotWrite(let path, let reason):
      "The database \(path) cannot be written: \(reason)."
    case .unknownCampus(let id):
      "The database has no campus “\(id)”."
    case .notStorable(let what, let reason):
      "\(what) cannot be stored: \(reason)."
    case .taskContradicts(let id):
      "Task \(id) was done before with another result. The same inputs must give the same result; "
        + "keep both databases and report this as a fault."
    case .failed(let path, let reason):
      "The database \(path) did not answer as expected: \(reason)."
    }
  }
}
