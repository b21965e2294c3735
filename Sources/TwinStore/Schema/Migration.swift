import GRDB

/// One numbered step of the schema; `PRAGMA user_version` says how many a file has gone through.
struct Migration {
  /// What it adds, for messages.
  let name: String
  /// SQL with the tables of this step.
  let tables: String
  /// Geometry columns of this step, each with an R-tree.
  var geometries: [GeometryColumn] = []
  /// Views of this step that have a geometry.
  var maps: [MapView] = []

  /// A column that SpatiaLite guards and indexes.
  struct GeometryColumn {
    let table: String
    let column: String
    let type: String
  }

  /// A view that QGIS shows as a layer; its key is called `rowid`.
  struct MapView {
    let view: String
    let table: String
    let column: String
  }

  /// All steps in order; a released step is never changed, only followed by another.
  static let all: [Migration] = [.model, .results, .sweeps, .views, .meaning, .city, .places]

  /// Reference systems that every store knows besides its own, so that its geometry can be turned
  /// into degrees: CGCS2000 and WGS 84.
  private static let companions = [4490, 4326]

  /// Takes the file through the steps it has not seen, one transaction each.
  static func run(on db: Database, path: String, srs: Int?) throws {
    let done = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard done < all.count else { return }
    let srs = try referenceSystem(on: db, path: path, asked: srs)
    for number in (done + 1)...all.count {
      try db.inTransaction(.immediate) {
        try all[number - 1].apply(to: db, path: path, srs: srs)
        try db.execute(sql: "PRAGMA user_version = \(number)")
        return .commit
      }
    }
  }

  private func apply(to db: Database, path: String, srs: Int) throws {
    try db.execute(sql: tables)
    for geometry in geometries {
      try Self.expectOne(
        db, path: path,
        sql: """
          SELECT RecoverGeometryColumn('\(geometry.table)', '\(geometry.column)', \(srs),
            '\(geometry.type)', 'XY')
          """)
      try Self.expectOne(
        db, path: path,
        sql: "SELECT CreateSpatialIndex('\(geometry.table)', '\(geometry.column)')")
    }
    for map in maps {
      try db.execute(
        sql: "INSERT INTO views_geometry_columns VALUES (?, ?, 'rowid', ?, ?, 1)",
        arguments: [map.view, map.column, map.table, map.column])
    }
  }

  // MARK: - Reference systems

  private static func referenceSystem(on db: Database, path: String, asked: Int?) throws -> Int {
    if try !db.tableExists("spatial_ref_sys") {
      // Not within a transaction: the argument 1 makes SpatiaLite begin its own.
      try expectOne(db, path: path, sql: "SELECT InitSpatialMetaData(1, 'NONE')")
    }
    if try db.tableExists("space") {
      let sql = "SELECT srid FROM geometry_columns WHERE f_table_name = 'space'"
      if let stored = try Int.fetchOne(db, sql: sql) { return stored }
    }
    let srs = asked ?? 4547
    for code in [srs] + companions {
      guard try knows(code, in: db) else {
        throw StoreError.unusableReferenceSystem(epsg: code, reason: "SpatiaLite does not know it")
      }
    }
    let definition = try String.fetchOne(
      db, sql: "SELECT proj4text FROM spatial_ref_sys WHERE srid = ?", arguments: [srs])
    guard let definition, !definition.contains("+proj=longlat"), definition.contains("+units=m")
    else {
      throw StoreError.unusableReferenceSystem(epsg: srs, reason: "it is not in metres on a plane")
    }
    return srs
  }

  /// Whether the file knows the reference system `epsg`, after it was told when it did not.
  static func knows(_ epsg: Int, in db: Database) throws -> Bool {
    let sql = "SELECT count(*) FROM spatial_ref_sys WHERE srid = ?"
    if try Int.fetchOne(db, sql: sql, arguments: [epsg]) == 1 { return true }
    return try Int.fetchOne(db, sql: "SELECT InsertEpsgSrid(?)", arguments: [epsg]) == 1
  }

  private static func expectOne(_ db: Database, path: String, sql: String) throws {
    guard try Int.fetchOne(db, sql: sql) == 1 else {
      throw StoreError.failed(path: path, reason: "SpatiaLite refused “\(sql)”")
    }
  }
}
