import TwinModel

/// Reads GeoJSON: a feature collection, one feature, or one geometry.
///
/// Coordinates are longitude and latitude (CRS84); the member `crs` of GeoJSON 2008 is honoured. A third
/// coordinate is left out.
///
/// Source: RFC 7946; for `crs` the GeoJSON 2008 specification §3.
struct GeoJSONReader {
  /// Values of `type` at the top.
  static let types: Set<String> = [
    "FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString",
    "Polygon", "MultiPolygon", "GeometryCollection",
  ]

  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var layer = FileLayer(
    format: "GeoJSON", name: "", crs: "OGC:CRS84", features: [], findings: [])
  private var log = FindingLog()

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads the layer.
  ///
  /// - Throws: ``CityImportError/syntax(file:line:column:reason:)``.
  mutating func read() throws(CityImportError) -> FileLayer {
    do throws(JSONSyntaxError) {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      var cursor = JSONCursor(bytes, in: (hasMark ? 3 : 0)..<bytes.count)
      let start = cursor
      let members = try cursor.members()
      if cursor.peek() != nil { throw cursor.failure("text after the end of the document") }
      try readHead(members)
      if var list = members["features"].map({ JSONCursor(bytes, in: $0) }), list.isAtArray() {
        var isFirst = true
        while try list.nextItem(&isFirst) { try readFeature(&list) }
      } else if members["geometry"] != nil {
        var whole = start
        try readFeature(&whole)
      } else {
        var whole = start
        layer.features.append(MapFeature(id: "1", geometry: try geometry(&whole, of: "1")))
      }
    } catch {
      let (line, column) = error.place(in: bytes)
      throw .syntax(file: file, line: line, column: column, reason: error.reason)
    }
    layer.findings = log.findings
    return layer
  }

  private mutating func readHead(_ members: [String: Range<Int>]) throws(JSONSyntaxError) {
    if var name = members["name"].map({ JSONCursor(bytes, in: $0) }) {
      layer.name = try name.stringIfAny() ?? ""
    }
    guard var cursor = members["crs"].map({ JSONCursor(bytes, in: $0) }) else { return }
    // `"crs": null` says that nothing can be assumed.
    layer.crs = nil
    guard cursor.isAtObject(), let properties = try cursor.members()["properties"] else { return }
    var inside = JSONCursor(bytes, in: properties)
    guard inside.isAtObject(), let name = try inside.members()["name"] else { return }
    var text = JSONCursor(bytes, in: name)
    layer.crs = try text.stringIfAny()
  }

  private mutating func readFeature(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    var feature = MapFeature(id: "\(layer.features.count + 1)", geometry: nil)
    guard cursor.isAtObject() else {
      try cursor.skip()
      log.add(.error, "layer.feature", feature.id, "the feature is no JSON object")
      return
    }
    var shape: JSONCursor?
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      switch name {
      case "id":
        let isText = cursor.peek() == UInt8(ascii: "\"")
        let text = isText ? try cursor.string() : JSONExtract.compact(bytes, try cursor.skip())
        if text != "null" { feature.id = text }
      case "properties" where cursor.isAtObject():
        feature.attributes = JSONExtract.compact(bytes, try cursor.skip())
      case "geometry" where cursor.isAtObject():
        shape = JSONCursor(bytes, in: try cursor.skip())
      default: try cursor.skip()
      }
    }
    if var shape { feature.geometry = try geometry(&shape, of: feature.id) }
    layer.features.append(feature)
  }

  // MARK: - Geometry

  private mutating func geometry(
    _ cursor: inout JSONCursor, of id: String, depth: Int = 0
  ) throws(JSONSyntaxError) -> MapGeometry? {
    let members = try cursor.members()
    var type = ""
    if var text = members["type"].map({ JSONCursor(bytes, in: $0) }) {
      type = try text.stringIfAny() ?? ""
    }
    var found: MapGeometry?
    if type == "GeometryCollection", depth < 8,
      var list = members["geometries"].map({ JSONCursor(bytes, in: $0) }), list.isAtArray()
    {
      var parts: [MapGeometry] = []
      var isFirst = true
      while try list.nextItem(&isFirst) {
        guard list.isAtObject() else {
          try list.skip()
          continue
        }
        if let part = try geometry(&list, of: id, depth: depth + 1) { parts.append(part) }
      }
      found = MapGeometry.joined(parts)
    } else if var tree = members["coordinates"].map({ JSONCursor(bytes, in: $0) }) {
      found = try GeoJSONCoordinates.geometry(type, &tree)
    }
    if found == nil {
      log.add(
        .error, "layer.geometry", id,
        "the geometry (\(type.isEmpty ? "no type" : type)) is not whole",
        suggestion: "the feature is kept without a place")
    }
    return found
  }
}
