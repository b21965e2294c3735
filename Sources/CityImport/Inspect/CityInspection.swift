import TwinModel

/// What is in a city model: the JSON that `twin-sim inspect` prints.
///
/// Areas and volumes are in the units of the file's coordinates (m² and m³ on the map), boxes in its
/// coordinates. Lists are in order of the file.
public struct CityInspection: Hashable, Sendable, Encodable {
  /// Name of the file.
  public var file: String
  /// What the file says of itself.
  public var header: CityModelHeader
  /// Objects by class.
  public var types: [String: Int] = [:]
  /// Geometries by level of detail; `None` for those that say none.
  public var lods: [String: Int] = [:]
  /// Geometries by kind.
  public var geometryTypes: [String: Int] = [:]
  /// Faces by what they are.
  public var semanticSurfaces: [String: Int] = [:]
  /// Objects by attribute that they have.
  public var attributes: [String: Int] = [:]
  /// The objects.
  public var objects: [ObjectRow] = []

  /// A city object.
  public struct ObjectRow: Hashable, Sendable, Encodable {
    /// Its id.
    public var id: String
    /// Its class.
    public var type: String
    /// How many objects it is part of.
    public var parents: Int
    /// How many parts it has.
    public var children: Int
    /// Ids of the objects that it is part of.
    public var parentIDs: [String]
    /// Ids of its parts.
    public var childIDs: [String]
    /// Its geometries.
    public var geometries: [GeometryRow]

    private enum CodingKeys: String, CodingKey {
      case id, type, parents, children
      case parentIDs = "parent_ids"
      case childIDs = "child_ids"
      case geometries = "geom"
    }
  }

  /// A geometry of an object.
  public struct GeometryRow: Hashable, Sendable, Encodable {
    /// Its kind; `GeometryInstance` for a copy of a template.
    public var type: String
    /// Its level of detail; `None` when it says none.
    public var lod: String
    /// How many faces it has.
    public var surfaces: Int
    /// Sum of their areas.
    public var area: Double
    /// Volume enclosed; nil for what is no body.
    public var volume: Double?
    /// Areas by what the faces are.
    public var areaBySemantic: [String: Double]
    /// Least and greatest corner; nil when it is empty.
    public var box: [[Double]]?

    private enum CodingKeys: String, CodingKey {
      case type, lod, surfaces, area, volume
      case areaBySemantic = "area_by_semantic"
      case box = "bbox"
    }

    /// Measures a geometry.
    init(_ geometry: CityGeometry) {
      type = geometry.template == nil ? geometry.kind.rawValue : "GeometryInstance"
      lod = geometry.lod ?? "None"
      surfaces = geometry.surfaces.count
      area = geometry.area
      volume = geometry.volume
      areaBySemantic = Dictionary(
        uniqueKeysWithValues: geometry.areaBySemantic.map { ($0.semantic, $0.area) })
      box = geometry.bounds.map(Self.corners)
    }

    static func corners(_ box: Box3) -> [[Double]] {
      [[box.min.x, box.min.y, box.min.z], [box.max.x, box.max.y, box.max.z]]
    }
  }

  /// Inspects a file.
  ///
  /// - Throws: ``CityImportError`` for a file that cannot be read at all.
  public static func inspect(file: String) throws -> CityInspection {
    var inspection = CityInspection(
      file: file.split(separator: "/").last.map(String.init) ?? file,
      header: CityModelHeader(format: "", version: ""))
    inspection.header = try CityModelFile.read(file) { object, _ in inspection.add(object) }
    return inspection
  }

  private mutating func add(_ object: CityFileObject) {
    types[object.type, default: 0] += 1
    for name in object.attributeNames { attributes[name, default: 0] += 1 }
    var row = ObjectRow(
      id: object.id, type: object.type, parents: object.parents.count,
      children: object.children.count, parentIDs: object.parents, childIDs: object.children,
      geometries: [])
    for geometry in object.geometries {
      let measured = GeometryRow(geometry)
      lods[measured.lod, default: 0] += 1
      geometryTypes[measured.type, default: 0] += 1
      for surface in geometry.surfaces {
        if let semantic = surface.semantic { semanticSurfaces[semantic, default: 0] += 1 }
      }
      row.geometries.append(measured)
    }
    objects.append(row)
  }

  private enum CodingKeys: String, CodingKey {
    case file, format, version, crs, epsg, transform, vertices, objects, types, lods, attributes
    case bbox, extensions, templates, elements, rings, findings
    case heightEPSG = "height_epsg"
    case declaredExtent = "metadata_extent"
    case geometryTypes = "geometry_types"
    case semanticSurfaces = "semantic_surfaces"
    case polygonArea = "polygon_area_raw_units"
    case rows = "city_objects"
  }

  /// Encodes with the keys above; what a format does not have is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(header.format, forKey: .format)
    try container.encode(header.version, forKey: .version)
    try container.encode(header.crs, forKey: .crs)
    try container.encode(header.system?.epsg, forKey: .epsg)
    try container.encodeIfPresent(header.system?.heightEPSG, forKey: .heightEPSG)
    try container.encodeIfPresent(header.transform, forKey: .transform)
    try container.encodeIfPresent(header.declaredExtent, forKey: .declaredExtent)
    try container.encode(header.vertexCount, forKey: .vertices)
    try container.encode(objects.count, forKey: .objects)
    try container.encode(types, forKey: .types)
    try container.encode(lods, forKey: .lods)
    try container.encode(geometryTypes, forKey: .geometryTypes)
    try container.encode(semanticSurfaces, forKey: .semanticSurfaces)
    try container.encode(attributes, forKey: .attributes)
    try container.encode(header.bounds.map(GeometryRow.corners), forKey: .bbox)
    try container.encode(header.extensions, forKey: .extensions)
    try container.encode(header.templateCount, forKey: .templates)
    if !header.elements.isEmpty {
      try container.encode(header.elements, forKey: .elements)
      try container.encode(header.rings, forKey: .rings)
      try container.encode(header.polygonArea, forKey: .polygonArea)
    }
    try container.encode(objects, forKey: .rows)
    try container.encode(header.findings, forKey: .findings)
  }
}
