import ArgumentParser
import TwinModel
import TwinStore

/// The database that a command works on.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database (SpatiaLite).", valueName: "file"))
  var db: String

  func open(_ mode: TwinStore.Mode) throws -> TwinStore { try TwinStore.open(db, mode: mode) }
}

/// The campuses that a command works on.
struct CampusOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this campus; may be repeated. All when absent.", valueName: "id"))
  var campus: [String] = []

  /// The chosen campuses of a store, ordered by id.
  func choose(from store: TwinStore) throws -> [CampusSummary] {
    let all = try store.campuses()
    guard !all.isEmpty else {
      throw CommandFailure(
        .badInput, "the database \(store.path) has no campus; import models first")
    }
    guard !campus.isEmpty else { return all }
    return try Set(campus).sorted().map { name in
      guard let found = all.first(where: { $0.id.value == name }) else {
        let known = all.map(\.id.value).joined(separator: ", ")
        throw CommandFailure(
          .noInput,
          "the database has no campus “\(name)”; it has: \(known.isEmpty ? "none" : known)")
      }
      return found
    }
  }
}
