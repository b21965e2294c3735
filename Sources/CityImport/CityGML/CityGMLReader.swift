import TwinModel

/// Reads CityGML 1.0, 2.0 and 3.0, one member of the model at a time.
///
/// Classes and geometries get CityJSON's names, so that both formats are one model. Appearance is
/// stepped over. What bounds a feature and is also a face of its solid is that face, with its word;
/// what bounds it and is none makes up a MultiSurface of its own.
///
/// Source: OGC 08-007r1, OGC 12-019, OGC 20-010 and 21-006r2 (GML encoding of 3.0).
struct CityGMLReader {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var header = CityModelHeader(format: "CityGML", version: "")
  var log = FindingLog()
  /// Prototypes of implicit geometries by their id, which later members refer to.
  var prototypes: [String: CityGeometry] = [:]
  /// Objects without an id so far.
  var nameless = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads everything, giving each object to `visit`: parents before their parts.
  ///
  /// - Throws: ``CityImportError``, and what `visit` throws.
  mutating func read(_ visit: (CityFileObject, CityModelHeader) throws -> Void) throws
    -> CityModelHeader
  {
    do {
      guard let stream = XMLStream(bytes), try stream.next() else {
        throw CityImportError.notSupported(
          file: file, what: "XML without any element", suggestion: "give a CityGML file")
      }
      try readRoot(stream)
      var more = try stream.next()
      while more {
        switch stream.name {
        case "boundedBy":
          if let element = try stream.expand() { readEnvelope(element) }
        case "cityObjectMember", "featureMember", "featureMembers", "member":
          if let element = try stream.expand() {
            for object in readMember(element) { try visit(object, header) }
          }
        default: break
        }
        more = try stream.skip()
      }
    } catch let error as XMLSyntaxError {
      throw CityImportError.syntax(
        file: file, line: error.line, column: error.column, reason: error.reason)
    }
    header.findings = log.findings
    return header
  }

  private mutating func readRoot(_ stream: XMLStream) throws {
    guard stream.name == "CityModel", let version = CityGMLClasses.version(of: stream.namespace)
    else {
      throw CityImportError.notSupported(
        file: file, what: Self.words(for: stream.name, stream.namespace),
        suggestion: "give CityGML 1.0 to 3.0 or CityJSON")
    }
    header.version = version
    header.elements["CityModel"] = 1
    if !["1.0", "2.0", "3.0"].contains(version) {
      log.add(
        .warning, "cim.version", "", "the version “\(version)” of CityGML is not known",
        suggestion: "it is read as the nearest known one")
    }
  }

  /// What an XML file that is no CityGML is.
  static func words(for root: String, _ namespace: String) -> String {
    if namespace.contains("/indoorgml/") {
      return
        "IndoorGML, which describes the rooms of a building as a graph to walk through, is not "
        + "read: it has no walls, doors or classes of city objects"
    }
    let known = [
      "kml": "KML", "osm": "OpenStreetMap XML", "gpx": "GPX", "LandXML": "LandXML", "svg": "SVG",
      "COLLADA": "COLLADA", "ifcXML": "ifcXML", "gbXML": "gbXML", "FeatureCollection": "GML",
    ]
    let name = known[root] ?? "XML with the root “\(root)”"
    return "\(name)\(namespace.isEmpty ? "" : " of \(namespace)") is not read as a city model"
  }

  private mutating func readEnvelope(_ element: XMLElement) {
    element.eachDescendant { part in
      if part.name.utf8.first.map({ $0 &- 65 < 26 }) == true {
        header.elements[part.name, default: 0] += 1
      }
      note(systemOf: part)
      let corner = part.name == "lowerCorner" || part.name == "upperCorner"
      if corner {
        header.declaredExtent = (header.declaredExtent ?? []) + GMLCoordinates.numbers(in: part)
      }
    }
  }

  private mutating func note(systemOf element: XMLElement) {
    guard let name = element.attribute("srsName") else { return }
    guard let first = header.crs else {
      header.crs = name
      header.system = SystemName(name)
      return
    }
    if SystemName(name)?.epsg != SystemName(first)?.epsg {
      log.add(
        .error, "cim.crs.mixed", element.id ?? "",
        "a geometry is in “\(name)”, but the model is in “\(first)”",
        suggestion: "write the model in one reference system")
    }
  }

  // MARK: - Members

  private mutating func readMember(_ member: XMLElement) -> [CityFileObject] {
    member.eachDescendant { note(systemOf: $0) }
    var surfaces = GMLSurfaces(in: member)
    header.elements.merge(surfaces.elements, uniquingKeysWith: +)
    header.rings += surfaces.rings
    header.vertexCount += surfaces.points
    header.polygonArea += surfaces.polygonArea
    if let box = surfaces.bounds { header.bounds = header.bounds.map { $0.union(box) } ?? box }
    var objects: [CityFileObject] = []
    for feature in member.children {
      read(feature, parent: nil, &surfaces, &objects)
    }
    noteDefects(surfaces, objects.first?.id ?? "")
    return objects
  }

  private mutating func noteDefects(_ surfaces: GMLSurfaces, _ id: String) {
    if surfaces.openRings > 0 {
      log.add(
        .warning, "cim.ring.open", id,
        "\(surfaces.openRings) rings do not end at their first point",
        suggestion: "they are closed by a straight line")
    }
    if surfaces.badRings > 0 {
      log.add(
        .error, "cim.ring.coordinates", id,
        "\(surfaces.badRings) rings have coordinates that are no numbers",
        suggestion: "they are left out; the rest is read")
    }
    if let first = surfaces.missing.first {
      log.add(
        .warning, "cim.xlink", id,
        "\(surfaces.missing.count) references lead to nothing within the object, such as “\(first)”",
        suggestion: "what they stand for is left out")
    }
  }
}
