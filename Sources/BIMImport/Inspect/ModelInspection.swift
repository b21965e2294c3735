public import TwinModel

/// What is in an IFC file: the JSON that `twin-sim inspect` prints.
///
/// Lengths are metres, areas m², volumes m³, coordinates those of the file's world with no map
/// conversion applied. Lists are in order of the file.
public struct ModelInspection: Hashable, Sendable, Encodable {
  /// Schema as the header says.
  public var schema: String
  /// Program that wrote the file.
  public var authoringTool: String
  /// Size of the file, in bytes.
  public var byteCount: Int
  /// How many instances the file has.
  public var entityTotal: Int
  /// Instances by class.
  public var counts: [String: Int]
  /// Metres in one length unit.
  public var lengthUnitScale: Double
  /// Where the model lies on the map, when it says so in map coordinates.
  public var georeference: Georeference?
  /// Where the site lies, when it says so.
  public var site: SiteCoordinates?
  /// The storeys.
  public var storeys: [StoreyRow]
  /// The spaces.
  public var spaces: [SpaceRow]
  /// The products with a body.
  public var products: [ProductRow]
  /// What was found wrong.
  public var findings: [Finding]

  /// A storey.
  public struct StoreyRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// Name; nil when it has none.
    public var name: String?
    /// Height of its placement in the world.
    public var elevation: Double

    private enum CodingKeys: String, CodingKey {
      case guid, name
      case elevation = "elevation_m"
    }
  }

  /// A space.
  public struct SpaceRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// Name; nil when it has none.
    public var name: String?
    /// Long name; nil when it has none.
    public var longName: String?
    /// GlobalId of what the space is part of.
    public var storey: String?
    /// Area of the mesh's faces that look down; nil without a body.
    public var floorArea: Double?
    /// Volume of the mesh; nil when it is not closed.
    public var volume: Double?

    private enum CodingKeys: String, CodingKey {
      case guid, name
      case longName = "longname"
      case storey = "storey_guid"
      case floorArea = "floor_area_m2"
      case volume = "volume_m3"
    }
  }

  /// A product with a body.
  public struct ProductRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// The number behind `#`.
    public var id: Int
    /// The class in the schema's spelling.
    public var className: String
    /// Least and greatest corner.
    public var box: [[Double]]
    /// Volume, without meaning when ``closed`` is false.
    public var volume: Double
    /// Whether the mesh encloses a volume.
    public var closed: Bool
    /// How many triangles it has.
    public var triangles: Int

    private enum CodingKeys: String, CodingKey {
      case guid, id, closed, triangles
      case className = "class"
      case box = "bbox_m"
      case volume = "volume_m3"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema, counts, georeference, site, storeys, spaces, products, findings
    case authoringTool = "authoring_tool"
    case byteCount = "byte_count"
    case entityTotal = "entity_total"
    case lengthUnitScale = "length_unit_scale_to_m"
  }

  /// Encodes with the keys above; a finding's subject is called `guid`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(authoringTool, forKey: .authoringTool)
    try container.encode(byteCount, forKey: .byteCount)
    try container.encode(entityTotal, forKey: .entityTotal)
    try container.encode(counts, forKey: .counts)
    try container.encode(lengthUnitScale, forKey: .lengthUnitScale)
    try container.encodeIfPresent(georeference, forKey: .georeference)
    try container.encodeIfPresent(site, forKey: .site)
    try container.encode(storeys, forKey: .storeys)
    try container.encode(spaces, forKey: .spaces)
    try container.encode(products, forKey: .products)
    try container.encode(findings.map(FindingRow.init), forKey: .findings)
  }
}

/// A finding under the names that other tools of the field use.
private struct FindingRow: Encodable {
  var severity: Finding.Severity
  var code: String
  var guid: String
  var message: String
  var suggestion: String

  init(_ finding: Finding) {
    severity = finding.severity
    code = finding.code
    guid = finding.subject
    message = finding.message
    suggestion = finding.suggestion
  }
}
