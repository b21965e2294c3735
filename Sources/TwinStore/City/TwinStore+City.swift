import GRDB
public import TwinModel

extension TwinStore {
  /// Saves one import of a city model, in one transaction, and returns its number.
  ///
  /// Objects are taken one by one from `fill`, so that a large model is never whole in memory; it
  /// returns the version when all were given. An earlier import of the file stays as history. A parent
  /// without an outline of its own gets that of its parts.
  ///
  /// - Parameters:
  ///   - fileName: Name of the file, without its folders.
  ///   - fill: Gives each object to its argument, in the order to be kept.
  /// - Returns: Number of the import.
  /// - Throws: What `fill` throws, with nothing saved; ``StoreError`` when the store refuses.
  @discardableResult
  public func importCityModel(
    fileName: String, fill: ((CityObject) throws -> Void) throws -> CityFileVersion
  ) throws -> Int {
    var refusal: (any Error)?
    do {
      return try write { db in
        let file = try beginFile(.model, fileName, name: "", role: "", in: db)
        let index = try DeferredSpatialIndex(db, table: "city_object", column: "footprint")
        let writer = try CityObjectWriter(db, file: file, srs: srs)
        do {
          let version = try fill { try writer.write($0) }
          try finishFile(file, version, in: db)
        } catch {
          refusal = error
          throw error
        }
        try index.finish()
        try writer.outlineParents()
        return Int(file)
      }
    } catch {
      throw refusal ?? error
    }
  }

  /// Saves one import of a map layer, in one transaction, and returns its number.
  ///
  /// - Throws: ``StoreError`` when the store refuses.
  @discardableResult
  public func importLayer(
    _ layer: MapLayer, version: CityFileVersion
  ) throws(StoreError) -> Int {
    try write { db in
      let file = try beginFile(
        .layer, version.fileName, name: layer.name, role: layer.role.rawValue, in: db)
      try finishFile(file, version, in: db)
      let insertion = try Insertion(
        db, into: "map_feature", ["file", "feature_id", "attributes", "shape"],
        expressions: ["shape": "GeomFromWKB(?, \(srs))"])
      for feature in layer.features {
        try insertion(
          .key(file), .text(feature.id), .text(feature.attributes),
          .blob(feature.geometry.flatMap(MapWKB.encode)))
      }
      return Int(file)
    }
  }

  /// Saves one import of a register of devices, in one transaction, and returns its number.
  ///
  /// - Throws: ``StoreError`` when the store refuses.
  @discardableResult
  public func importDevices(
    _ devices: [RegisteredDevice], version: CityFileVersion
  ) throws(StoreError) -> Int {
    try write { db in
      let file = try beginFile(.devices, version.fileName, name: "", role: "", in: db)
      try finishFile(file, version, in: db)
      let insertion = try Insertion(
        db, into: "registered_device",
        ["file", "device_id", "campus", "kind", "storey", "status", "z", "attributes", "place"],
        expressions: ["place": "GeomFromWKB(?, \(srs))"])
      for device in devices {
        try insertion(
          .key(file), .text(device.id), .text(device.campus.value), .text(device.kind),
          .text(device.storey), .text(device.status), .real(device.height?.value),
          .text(device.attributes), .blob(device.place.map { OutlineWKB.encode($0) }))
      }
      return Int(file)
    }
  }

  /// Whether the newest import of the file, as a model, layer or register, has these bytes and was
  /// placed, so that importing it again would change nothing.
  public func hasCityFile(fileName: String, sha256: String) throws(StoreError) -> Bool {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM city_file
          WHERE file_name = ? AND sha256 = ? AND is_current AND placed
          """, arguments: [fileName, sha256]) ?? 0 > 0
    }
  }

  /// SHA-256 of the newest import of each city model, layer and register, in order of import.
  public func cityFileHashes() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT sha256 FROM city_file WHERE is_current ORDER BY id")
    }
  }

  // MARK: - Files

  private enum CityFileKind: String { case model, layer, devices }

  private func beginFile(
    _ kind: CityFileKind, _ fileName: String, name: String, role: String, in db: Database
  ) throws -> Int64 {
    try db.execute(
      sql: """
        UPDATE city_file SET is_current = 0 WHERE kind = ? AND file_name = ? AND name = ?
        """, arguments: [kind.rawValue, fileName, name])
    let insertion = try Insertion(
      db, into: "city_file",
      [
        "kind", "file_name", "name", "role", "sha256", "byte_count", "format", "imported_at",
        "counts", "placed", "is_current",
      ])
    return try insertion(
      .text(kind.rawValue), .text(fileName), .text(name), .text(role), .text(""), .integer(0),
      .text(""), .text(""), .text("[]"), .flag(false), .flag(true))
  }

  private func finishFile(
    _ file: Int64, _ version: CityFileVersion, in db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE city_file SET sha256 = ?, byte_count = ?, format = ?, crs = ?, imported_at = ?,
          counts = ?, placed = ? WHERE id = ?
        """,
      arguments: [
        version.sha256, version.byteCount, version.format, version.crs, version.importedAt,
        try JSONText.encode(version.counts), version.isPlaced, file,
      ])
    let insertion = try Insertion(
      db, into: "city_finding", ["file", "severity", "code", "subject", "message", "suggestion"])
    for finding in version.findings {
      try insertion(
        .key(file), .text(finding.severity.rawValue), .text(finding.code), .text(finding.subject),
        .text(finding.message), .text(finding.suggestion))
    }
  }
}
