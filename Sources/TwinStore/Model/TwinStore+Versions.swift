import GRDB
public import TwinModel

extension TwinStore {
  /// All campuses, ordered by id.
  public func campuses() throws(StoreError) -> [CampusSummary] {
    try read { db in
      var current: [CampusID: [StoredVersion]] = [:]
      for version in try versions(in: db, where: "is_current", []) {
        current[version.campus, default: []].append(version)
      }
      let rows = try Row.fetchAll(db, sql: "SELECT id, name, kind, stages FROM campus")
      return try rows.map { row in
        let id = try campusID(row[0])
        return CampusSummary(
          id: id, name: row[1], kind: try row.word(2, path: path), stages: try stages(row[3]),
          versions: current[id] ?? [])
      }.sorted { $0.id < $1.id }
    }
  }

  /// All imports of a campus, oldest first.
  public func versions(of campus: CampusID) throws(StoreError) -> [StoredVersion] {
    try read { try versions(in: $0, where: "campus = ?", [campus.value]) }
  }

  /// Whether the newest import of the file has these bytes, so that importing it again would change
  /// nothing.
  public func hasVersion(
    campus: CampusID, fileName: String, sha256: String
  ) throws(StoreError) -> Bool {
    try read { db in
      let sql = """
        SELECT sha256 FROM import_version WHERE campus = ? AND file_name = ? AND is_current
        """
      return try String.fetchOne(db, sql: sql, arguments: [campus.value, fileName]) == sha256
    }
  }

  private func versions(
    in db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [StoredVersion] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, campus, is_current, epsg, eastings, northings, height, abscissa, ordinate, scale,
          georeference_source, placed, file_name, sha256, byte_count, schema, authoring_tool,
          imported_at, counts
        FROM import_version WHERE \(condition) ORDER BY id
        """, arguments: arguments)
    return try rows.map { row in
      StoredVersion(
        id: row[0], campus: try campusID(row[1]), isCurrent: row[2], isPlaced: row[11],
        georeference: try georeference(row),
        version: ImportVersion(
          fileName: row[12], sha256: row[13], byteCount: row[14], schema: row[15],
          authoringTool: row[16], importedAt: row[17],
          counts: try JSONText.decode([ImportVersion.ClassCount].self, row[18], path: path),
          findings: try findings(.version(row[0]), in: db)))
    }
  }

  /// A campus id as it was stored.
  func campusID(_ text: String) throws -> CampusID {
    guard let id = try? CampusID(text) else {
      throw StoreError.damaged(path: path, reason: "“\(text)” is no campus id")
    }
    return id
  }
}
