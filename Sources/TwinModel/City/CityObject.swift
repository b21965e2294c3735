/// A building, road, tree or other thing of a city model, on the map of the store.
public struct CityObject: Hashable, Sendable {
  /// Its id in the city model.
  public var id: String
  /// Its class in CityJSON's words, such as `BuildingPart`.
  public var kind: String
  /// The object that it is part of; nil when it stands alone.
  public var parent: String?
  /// Level of detail of outline and mesh, such as `2.2`; nil when the model says none.
  public var lod: String?
  /// Outline seen from above, easting and northing in metres; empty when it is not placed.
  public var footprint: MultiPolygon
  /// Height of its lowest point.
  public var ground: Metres?
  /// Height of the lowest point of its roof surfaces; nil when no surface is said to be a roof.
  public var eave: Metres?
  /// Height of its highest point.
  public var top: Metres?
  /// Its surface, easting, northing and height in metres, in the frame of ``footprint``; in the frame of
  /// its file when it is not placed.
  public var mesh: TriangleMesh?
  /// Its attributes, a JSON object.
  public var attributes: String

  /// Creates a city object.
  public init(
    id: String, kind: String, parent: String? = nil, lod: String? = nil,
    footprint: MultiPolygon = MultiPolygon(), ground: Metres? = nil, eave: Metres? = nil,
    top: Metres? = nil, mesh: TriangleMesh? = nil, attributes: String = "{}"
  ) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.lod = lod
    self.footprint = footprint
    self.ground = ground
    self.eave = eave
    self.top = top
    self.mesh = mesh
    self.attributes = attributes
  }
}

/// One import of one file with a city model or a map layer.
public struct CityFileVersion: Hashable, Sendable {
  /// Name of the file, without its folders.
  public var fileName: String
  /// SHA-256 of the bytes, in lower-case hex.
  public var sha256: String
  /// Size of the file, in bytes.
  public var byteCount: Int
  /// Format and version, such as `CityJSON 2.0`.
  public var format: String
  /// Name of the reference system as the file, else the user, writes it; nil when there is none.
  public var crs: String?
  /// When the import ran, ISO 8601 UTC.
  public var importedAt: String
  /// How many objects of each class the file has, sorted by name.
  public var counts: [ImportVersion.ClassCount]
  /// Whether the objects have a place on the map.
  public var isPlaced: Bool
  /// What was wrong with the input.
  public var findings: [Finding]

  /// Creates a version.
  public init(
    fileName: String, sha256: String, byteCount: Int, format: String, crs: String?,
    importedAt: String, counts: [ImportVersion.ClassCount], isPlaced: Bool, findings: [Finding]
  ) {
    self.fileName = fileName
    self.sha256 = sha256
    self.byteCount = byteCount
    self.format = format
    self.crs = crs
    self.importedAt = importedAt
    self.counts = counts
    self.isPlaced = isPlaced
    self.findings = findings
  }
}
