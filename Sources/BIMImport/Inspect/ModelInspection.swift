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
  /// The units that the project states, by word of the schema, such as `LENGTHUNIT`.
  public var units: [String: UnitRow]
  /// Where the model lies on the map, when it says so in map coordinates.
  public var georeference: Georeference?
  /// Where the site lies, when it says so.
  public var site: SiteCoordinates?
  /// The storeys.
  public var storeys: [StoreyRow]
  /// The spaces.
  public var spaces: [SpaceRow]
  /// Doors and windows with the spaces they lie between.
  public var doors: [DoorRow]
  /// The boundaries of spaces.
  public var boundaries: [BoundaryRow]
  /// Groups of spaces.
  public var zones: [Zone]
  /// Systems and other groups.
  public var groups: [ObjectGroup]
  /// How many property sets have each name.
  public var propertySets: [String: Int]
  /// How many sets of quantities have each name.
  public var quantitySets: [String: Int]
  /// How many materials have each name.
  public var materials: [String: Int]
  /// The products with a body.
  public var products: [ProductRow]
  /// What was found wrong.
  public var findings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case schema, counts, units, georeference, site, storeys, spaces, doors, zones, groups, materials
    case products, findings
    case boundaries = "space_boundaries"
    case propertySets = "property_sets"
    case quantitySets = "quantity_sets"
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
    try container.encode(units, forKey: .units)
    try container.encode(doors, forKey: .doors)
    try container.encode(boundaries, forKey: .boundaries)
    try container.encode(zones, forKey: .zones)
    try container.encode(groups, forKey: .groups)
    try container.encode(propertySets, forKey: .propertySets)
    try container.encode(quantitySets, forKey: .quantitySets)
    try container.encode(materials, forKey: .materials)
    // A list that a caller took out to write by itself leaves no key.
    if !products.isEmpty { try container.encode(products, forKey: .products) }
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
