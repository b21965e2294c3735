import TwinModel

/// Reads the feature layers of a GeoPackage.
///
/// Source: OGC 12-128r18 (GeoPackage 1.3.1), §1.1.2, §1.1.3 and §2.1.
struct GeoPackageReader {
  private let file: String
  private let database: SQLiteFile

  /// Opens a file.
  ///
  /// - Throws: ``CityImportError`` for a file that is no GeoPackage.
  init(_ file: String) throws(CityImportError) {
    self.file = file
    database = try SQLiteFile(file)
    do {
      _ = try database.rows("SELECT table_name FROM gpkg_contents LIMIT 1")
    } catch {
      throw .notSupported(
        file: file, what: "an SQLite file, but no GeoPackage (\(error.reason))",
        suggestion: "give a GeoPackage with feature layers, or GeoJSON")
    }
  }

  /// Names of the layers with features, sorted.
  func layers() throws(CityImportError) -> [String] {
    try query(
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name"
    ).rows.compactMap { $0.first?.string }
  }

  /// Reads a layer: the one named, the only one when nil.
  ///
  /// - Throws: ``CityImportError/layerChoice(file:wanted:layers:)``, and the other cases for a file
  ///   that contradicts itself.
  func read(_ wanted: String?) throws(CityImportError) -> FileLayer {
    let layers = try layers()
    guard let name = wanted ?? (layers.count == 1 ? layers[0] : nil), layers.contains(name) else {
      throw .layerChoice(file: file, wanted: wanted, layers: layers)
    }
    let column = try query(
      "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", name
    ).rows.first
    guard let geometry = column?[0].string else {
      throw .notSupported(
        file: file, what: "the layer “\(name)” has no geometry column",
        suggestion: "repair the file")
    }
    var layer = FileLayer(
      format: "GeoPackage", name: name, crs: try system(column?[1].integer), features: [],
      findings: [])
    let key = try query("SELECT name FROM pragma_table_info(?) WHERE pk = 1", name).rows.first?[0]
      .string
    let quoted =
      "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
    let (columns, rows) = try query("SELECT * FROM \(quoted)")
    var log = FindingLog()
    for (number, row) in rows.enumerated() {
      layer.features.append(
        feature(number, row, columns, key: key, geometry: geometry, &log))
    }
    layer.findings = log.findings
    return layer
  }

  private func query(
    _ sql: String, _ argument: String? = nil
  ) throws(CityImportError) -> (columns: [String], rows: [[SQLiteFile.Value]]) {
    do {
      guard let argument else { return try database.rows(sql) }
      return try database.rows(sql, argument)
    } catch {
      throw .notSupported(
        file: file, what: "a damaged GeoPackage (\(error.reason))",
        suggestion: "restore it from a copy")
    }
  }

  /// Name of the reference system `number`; nil for the two that mean none.
  private func system(_ number: Int64?) throws(CityImportError) -> String? {
    guard let number, number > 0 else { return nil }
    let row = try query(
      """
      SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys
      WHERE srs_id = CAST(? AS INTEGER)
      """, "\(number)"
    ).rows.first
    guard let organization = row?[0].string, let code = row?[1].integer else { return nil }
    return "\(organization.uppercased()):\(code)"
  }

  // MARK: - Features

  private func feature(
    _ number: Int, _ row: [SQLiteFile.Value], _ columns: [String], key: String?, geometry: String,
    _ log: inout FindingLog
  ) -> MapFeature {
    var feature = MapFeature(id: "\(number + 1)", geometry: nil)
    var members: [String] = []
    for (column, value) in zip(columns, row) {
      if column == key, case .whole(let id) = value { feature.id = "\(id)" }
      if column.lowercased() == geometry.lowercased() { continue }
      guard let json = Self.json(value) else { continue }
      members.append(JSONExtract.quoted(column) + ":" + json)
    }
    feature.attributes = "{" + members.joined(separator: ",") + "}"
    let place = columns.firstIndex { $0.lowercased() == geometry.lowercased() }
    guard let place, case .bytes(let blob) = row[place] else { return feature }
    feature.geometry = GeoPackageBlob.geometry(blob)
    if feature.geometry == nil, !GeoPackageBlob.isEmpty(blob) {
      log.add(
        .error, "layer.geometry", feature.id,
        "the geometry is damaged, or of a kind that is not read (curves, mixed collections)",
        suggestion: "the feature is kept without a place; convert curves to lines")
    }
    return feature
  }

  /// A value as JSON; nil for bytes, which JSON has no form for.
  private static func json(_ value: SQLiteFile.Value) -> String? {
    switch value {
    case .null: "null"
    case .whole(let number): "\(number)"
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): JSONExtract.quoted(text)
    case .bytes: nil
    }
  }
}
