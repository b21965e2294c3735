import GRDB
import TwinModel

/// What a fact, finding or verdict belongs to; each is a column of the result tables.
enum ResultOwner {
  case version(Int64)
  case study(Int64)
  case task(Int64)
  case checkRun(Int64)
  case declaredOf(CampusID)

  /// The column that names the owner.
  var column: String {
    switch self {
    case .version: "version"
    case .study: "study"
    case .task: "task"
    case .checkRun: "check_run"
    case .declaredOf: "campus"
    }
  }

  /// The value of that column.
  var cell: Cell {
    switch self {
    case .version(let key), .study(let key), .task(let key), .checkRun(let key): .key(key)
    case .declaredOf(let campus): .text(campus.value)
    }
  }

  /// The same for a query.
  var value: DatabaseValue {
    switch self {
    case .version(let key), .study(let key), .task(let key), .checkRun(let key): key.databaseValue
    case .declaredOf(let campus): campus.value.databaseValue
    }
  }
}
