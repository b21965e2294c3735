import GRDB
public import TwinModel

extension TwinStore {
  /// The campus as its newest imports have it; nil when the store has none of that name.
  ///
  /// A campus of one file comes back exactly as it was saved. The newest imports of several files
  /// are joined: buildings and storeys of the same GlobalId become one, of objects that two files
  /// hold the newer import counts, and the georeference is the newest that was given
  /// (``CampusSummary/framesAgree`` says whether they differ).
  ///
  /// With the number of an import, `version`, the campus as it was right after that import; its
  /// declarations are those of today.
  ///
  /// - Throws: ``StoreError/damaged(path:reason:)`` when the file holds what was never saved.
  public func campus(
    _ id: CampusID, asOf version: Int? = nil
  ) throws(StoreError) -> Campus? {
    try read { db in
      let sql = """
        SELECT max(id) FROM import_version WHERE campus = ? AND id <= ? GROUP BY file_name
        ORDER BY max(id)
        """
      let keys = try Int64.fetchAll(
        db, sql: sql, arguments: [id.value, version.map(Int64.init) ?? .max])
      let contents = try keys.map { try content(of: $0, in: db) }
      guard let merged = MergedCampus(contents)?.content else { return nil }
      var campus = Campus(
        id: id, name: merged.name, kind: merged.kind, stages: [],
        georeference: merged.georeference, buildings: merged.buildings, zones: merged.zones,
        groups: merged.groups,
        declarations: try facts(.declaredOf(id), in: db))
      campus.stages = merged.stages
      return campus
    }
  }

  private func content(of version: Int64, in db: Database) throws -> VersionContent {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT campus_name, campus_kind, campus_stages, epsg, eastings, northings, height,
          abscissa, ordinate, scale, georeference_source
        FROM import_version WHERE id = ?
        """, arguments: [version])
    guard let row else {
      throw StoreError.damaged(path: path, reason: "import \(version) is not there")
    }
    let reader = ModelReader(db, version: version, path: path)
    return VersionContent(
      name: row[0], kind: try row.word(1, path: path), stages: try stages(row[2]),
      georeference: try georeference(row), buildings: try reader.buildings(),
      zones: try reader.zones(), groups: try reader.groups())
  }

  /// The georeference in columns 3 to 10 of `row`.
  func georeference(_ row: Row) throws -> Georeference? {
    guard let epsg = row[3] as Int? else { return nil }
    guard !(4...10).contains(where: { row.hasNull(atIndex: $0) }) else {
      throw StoreError.damaged(path: path, reason: "a georeference is incomplete")
    }
    return Georeference(
      epsg: epsg, eastings: Metres(row[4]), northings: Metres(row[5]), height: Metres(row[6]),
      abscissa: row[7], ordinate: row[8], scale: row[9], source: try row.word(10, path: path))
  }

  /// The stages in a text of words separated by commas.
  func stages(_ text: String) throws -> [Stage] {
    try text.split(separator: ",").map { word in
      guard let stage = Stage(rawValue: String(word)) else {
        throw StoreError.damaged(path: path, reason: "“\(word)” is no stage")
      }
      return stage
    }
  }
}
