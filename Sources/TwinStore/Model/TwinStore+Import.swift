import GRDB
public import TwinModel

extension TwinStore {
  /// Saves one import of one file of `campus`, in one transaction, and returns its number.
  ///
  /// Several files may belong to one campus: the campus' current state is the newest import of each
  /// file name, earlier imports stay as history. Name, kind and stages of the campus become those of
  /// this import. Declarations replace the stored ones; none leaves them as they are.
  ///
  /// Map geometry is made where the campus has a georeference. One in another reference system than
  /// ``srs`` is transformed by SpatiaLite.
  ///
  /// - Throws: ``StoreError/locked(path:)`` while another program writes,
  ///   ``StoreError/notStorable(what:reason:)`` for a mesh whose indices lead nowhere or a text with
  ///   a NUL character, and the cases about files.
  @discardableResult
  public func importCampus(
    _ campus: Campus, version: ImportVersion
  ) throws(StoreError) -> Int {
    try importCampus(campus, version: version) {}
  }

  /// Saves an import whose buildings come one after the other, so that they need not be in memory
  /// together.
  ///
  /// - Parameters:
  ///   - campus: The campus without buildings.
  ///   - version: The import; its findings are those known before the buildings are read.
  ///   - buildings: Is called with a function that saves a building; returns all findings of the
  ///     import. What it throws ends the import and leaves the file as it was.
  /// - Returns: The number of the import.
  /// - Throws: As ``importCampus(_:version:)``.
  @discardableResult
  public func importCampus(
    _ campus: Campus, version: ImportVersion,
    buildings: (_ save: (Building) throws -> Void) throws -> [Finding]
  ) throws(StoreError) -> Int {
    try write { db in
      let placement = try Placement(campus.georeference, srs: srs, in: db)
      let key = try insert(campus, version, isPlaced: placement.isPlaced, in: db)
      let indexes = try [("building", "footprint"), ("space", "footprint"), ("device", "place")]
        .map { try DeferredSpatialIndex(db, table: $0.0, column: $0.1) }
      let writer = try ModelWriter(db, owner: .version(key), placement: placement)
      let findings = try buildings(writer.write)
      for zone in campus.zones { try writer.write(zone) }
      for group in campus.groups { try writer.write(group) }
      for index in indexes { try index.finish() }
      if !campus.declarations.isEmpty {
        try replaceDeclarations(campus.declarations, of: campus.id, in: db)
      }
      try insertFindings(findings, .version(key), in: db)
      try refreshSummary(of: campus.id, in: db)
      return Int(key)
    }
  }

  /// Saves an import and calls `beforeCommit` when all buildings are written but nothing committed.
  ///
  /// When that throws, the file stays as it was. For tests of what a crash leaves behind.
  @discardableResult
  package func importCampus(
    _ campus: Campus, version: ImportVersion, beforeCommit: () throws -> Void
  ) throws(StoreError) -> Int {
    try importCampus(campus, version: version) { save in
      for building in campus.buildings { try save(building) }
      try beforeCommit()
      return version.findings
    }
  }

  private func insert(
    _ campus: Campus, _ version: ImportVersion, isPlaced: Bool, in db: Database
  ) throws -> Int64 {
    let stages = campus.stages.map(\.rawValue).joined(separator: ",")
    try db.execute(
      sql: """
        INSERT INTO campus (id, name, kind, stages, placed) VALUES (?, ?, ?, ?, 0)
        ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, kind = excluded.kind, stages = excluded.stages
        """, arguments: [campus.id.value, campus.name, campus.kind.rawValue, stages])
    try db.execute(
      sql: "UPDATE import_version SET is_current = 0 WHERE campus = ? AND file_name = ?",
      arguments: [campus.id.value, version.fileName])
    let insertion = try Insertion(
      db, into: "import_version",
      [
        "campus", "file_name", "sha256", "byte_count", "schema", "authoring_tool", "imported_at",
        "counts", "is_current", "campus_name", "campus_kind", "campus_stages", "placed", "epsg",
        "eastings", "northings", "height", "abscissa", "ordinate", "scale", "georeference_source",
      ])
    let place = campus.georeference
    return try insertion(
      .text(campus.id.value), .text(version.fileName), .text(version.sha256),
      .integer(version.byteCount), .text(version.schema), .text(version.authoringTool),
      .text(version.importedAt), .text(try JSONText.encode(version.counts)), .flag(true),
      .text(campus.name), .text(campus.kind.rawValue), .text(stages), .flag(isPlaced),
      .integer(place?.epsg), .real(place?.eastings.value), .real(place?.northings.value),
      .real(place?.height.value), .real(place?.abscissa), .real(place?.ordinate),
      .real(place?.scale), .text(place?.source.rawValue))
  }

  /// Brings `campus.placed` and the outline of its buildings up to date.
  private func refreshSummary(of campus: CampusID, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE campus SET
          placed = (SELECT min(placed) FROM import_version v
            WHERE v.campus = campus.id AND v.is_current),
          footprint = (SELECT CastToMultiPolygon(ST_Union(b.footprint)) FROM building b
            JOIN object o ON o.id = b.object
            JOIN import_version v ON v.id = o.version
            WHERE v.campus = campus.id AND v.is_current AND b.footprint IS NOT NULL)
        WHERE id = ?
        """, arguments: [campus.value])
  }
}
