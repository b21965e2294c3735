import Foundation
import TwinModel

/// Reads CityJSON 1.0 to 2.0 and CityJSONSeq (CityJSON text sequences).
///
/// The text is gone through twice: once to check it and find the members, once to read the objects one
/// after the other, so that only vertices stay in memory. Appearance is stepped over; extensions keep
/// their names and attributes. A finding names the object that it is about; the others are read.
///
/// Source: CityJSON 2.0.1 (OGC 20-072r5), and 1.0.3 and 1.1.3 where they differ.
struct CityJSONReader {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var header = CityModelHeader(format: "CityJSON", version: "")
  var log = FindingLog()
  var templates: [CityGeometry] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads everything, giving each object to `visit` in order of the file.
  ///
  /// - Throws: ``CityImportError``, and what `visit` throws.
  mutating func read(_ visit: (CityFileObject, CityModelHeader) throws -> Void) throws
    -> CityModelHeader
  {
    var cursor = JSONCursor(bytes)
    skipByteOrderMark(&cursor)
    do {
      let first = try CityJSONDocument(&cursor)
      try readHead(first)
      try readObjects(first, visit)
      while cursor.peek() != nil { try readFeature(&cursor, visit) }
    } catch let error as JSONSyntaxError {
      let (line, column) = error.place(in: bytes)
      throw CityImportError.syntax(file: file, line: line, column: column, reason: error.reason)
    }
    header.findings = log.findings
    return header
  }

  private func skipByteOrderMark(_ cursor: inout JSONCursor) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      cursor.position = 3
    }
  }

  // MARK: - Head

  private mutating func readHead(_ document: CityJSONDocument) throws {
    guard try document.text("type") == "CityJSON" else {
      throw CityImportError.notSupported(
        file: file, what: "JSON, but its “type” is not “CityJSON”",
        suggestion: "give a CityJSON file, or a GeoJSON one for a map layer")
    }
    header.version = try document.text("version") ?? ""
    if !["1.0", "1.1", "2.0"].contains(where: { header.version.hasPrefix($0) }) {
      log.add(
        .warning, "cim.version", "",
        "the version “\(header.version)” is not known; it is read as 2.0",
        suggestion: "upgrade the file to CityJSON 2.0")
    }
    header.transform = try transform(document)
    if let extensions = document.cursor("extensions") {
      var cursor = extensions
      header.extensions = cursor.isAtObject() ? try cursor.members().keys.sorted() : []
    }
    try readMetadata(document)
    try readTemplates(document)
  }

  private mutating func transform(_ document: CityJSONDocument) throws -> VertexTransform? {
    guard var cursor = document.cursor("transform") else { return nil }
    var scale: [Double]?
    var translate: [Double]?
    var isFirst = true
    while cursor.isAtObject() || !isFirst, let name = try cursor.nextMember(&isFirst) {
      switch name {
      case "scale": scale = try cursor.numbersIfAny()
      case "translate": translate = try cursor.numbersIfAny()
      default: try cursor.skip()
      }
    }
    guard let scale, let translate, scale.count == 3, translate.count == 3 else {
      log.add(
        .error, "cim.transform", "", "“transform” has no scale and translation of three numbers",
        suggestion: "the coordinates are taken as written; correct the file")
      return nil
    }
    return VertexTransform(scale: scale, translate: translate)
  }

  private mutating func readMetadata(_ document: CityJSONDocument) throws {
    if var cursor = document.cursor("metadata"), cursor.isAtObject() {
      var isFirst = true
      while let name = try cursor.nextMember(&isFirst) {
        switch name {
        case "referenceSystem": header.crs = try cursor.stringIfAny()
        case "geographicalExtent":
          header.declaredExtent = try cursor.numbersIfAny()
        case "crs" where cursor.isAtObject():
          // CityJSON before 1.0.
          let members = try cursor.members()
          if var epsg = members["epsg"].map({ JSONCursor(bytes, in: $0) }),
            let code = try epsg.numberIfAny().flatMap({ Int(exactly: $0) }), header.crs == nil
          {
            header.crs = "EPSG:\(code)"
          }
        default: try cursor.skip()
        }
      }
    }
    header.system = header.crs.flatMap { SystemName($0) }
  }

  private mutating func readTemplates(_ document: CityJSONDocument) throws {
    guard let cursor = document.cursor("geometry-templates") else { return }
    var whole = cursor
    guard whole.isAtObject() else { return }
    let members = try whole.members()
    var vertices: [Point3] = []
    if var list = members["vertices-templates"].map({ JSONCursor(bytes, in: $0) }), list.isAtArray()
    {
      vertices = try CityJSONDocument.vertices(&list, nil).0
    }
    guard var list = members["templates"].map({ JSONCursor(bytes, in: $0) }), list.isAtArray()
    else { return }
    var isFirst = true
    while try list.nextItem(&isFirst) {
      let number = templates.count
      let raw = try RawGeometry(&list)
      // A template that cannot be read keeps its number, so that the others keep theirs.
      let read = geometry(raw, of: "geometry template \(number)", vertices: vertices)
      templates.append(read ?? CityGeometry(.multiSurface, lod: raw.lod))
    }
    header.templateCount = templates.count
  }

  // MARK: - Objects

  private mutating func readObjects(
    _ document: CityJSONDocument, _ visit: (CityFileObject, CityModelHeader) throws -> Void
  ) throws {
    var document = document
    try document.readVertices(header.transform)
    note(document)
    guard var cursor = document.cursor("CityObjects"), cursor.isAtObject() else {
      log.add(.error, "cim.objects", "", "the file has no “CityObjects”")
      return
    }
    var isFirst = true
    while let id = try cursor.nextMember(&isFirst) {
      try visit(try object(id, &cursor, vertices: document.vertices), header)
    }
  }

  private mutating func note(_ document: CityJSONDocument) {
    header.vertexCount += document.vertices.count
    for point in document.vertices where !point.x.isNaN {
      if header.bounds == nil { header.bounds = Box3(around: CollectionOfOne(point)) }
      header.bounds?.include(point)
    }
    if document.brokenVertices > 0 {
      log.add(
        .error, "cim.vertex", "",
        "\(document.brokenVertices) of \(document.vertices.count) vertices are not three numbers",
        suggestion: "faces at them are left out")
    }
    let twice = VertexCheck.duplicates(document.vertices)
    if twice > 0 {
      log.add(
        .info, "cim.vertices.duplicate", "", "\(twice) vertices are listed twice",
        suggestion: "clean the file with cjio")
    }
  }

  /// Reads a further document of a sequence, a feature with vertices of its own.
  ///
  /// One that cannot be read is a finding, and the next line is gone on with.
  private mutating func readFeature(
    _ cursor: inout JSONCursor, _ visit: (CityFileObject, CityModelHeader) throws -> Void
  ) throws {
    let start = cursor.position
    do {
      let document = try CityJSONDocument(&cursor)
      guard try document.text("type") == "CityJSONFeature" else {
        throw JSONSyntaxError(position: start, reason: "expected a “CityJSONFeature”")
      }
      header.format = "CityJSONSeq"
      try readObjects(document, visit)
    } catch let error as JSONSyntaxError {
      // Without a first feature this is one broken document, not a sequence.
      guard header.format == "CityJSONSeq" || bytes[start] == UInt8(ascii: "{") else {
        throw JSONSyntaxError(position: start, reason: "text after the end of the document")
      }
      header.format = "CityJSONSeq"
      let (line, column) = error.place(in: bytes)
      log.add(
        .error, "cim.feature", "line \(line)", "line \(line), column \(column): \(error.reason)",
        suggestion: "the feature is left out")
      cursor.position = start
      while cursor.position < cursor.end, bytes[cursor.position] != UInt8(ascii: "\n") {
        cursor.position += 1
      }
    }
  }
}
