/// 校园: one school site with its buildings, in its local engineering frame (metres, z up).
public struct Campus: Hashable, Sendable, Codable {
  /// The name of the campus in the store.
  public var id: CampusID
  /// The school's name, as people say it.
  public var name: String
  /// What is being done with it.
  public var kind: ProjectKind
  /// The stages taught here, youngest first; a nine-year school has two.
  public var stages: [Stage]
  /// Where the local frame lies on the map; nil when nothing says so.
  public var georeference: Georeference?
  /// The buildings, ordered by GlobalId.
  public var buildings: [Building]
  /// Groups of spaces, ordered by GlobalId.
  public var zones: [Zone]
  /// Systems and other groups, ordered by GlobalId.
  public var groups: [ObjectGroup]
  /// What was declared of the campus rather than found in its model, such as a link rate.
  public var declarations: [Fact]

  /// Creates a campus.
  public init(
    id: CampusID, name: String, kind: ProjectKind, stages: [Stage],
    georeference: Georeference? = nil, buildings: [Building] = [], zones: [Zone] = [],
    groups: [ObjectGroup] = [], declarations: [Fact] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.stages = stages.sorted()
    self.georeference = georeference
    self.buildings = buildings
    self.zones = zones
    self.groups = groups
    self.declarations = declarations
  }

  /// All storeys, building by building, bottom up.
  public var storeys: [Storey] { buildings.flatMap(\.storeys) }
  /// All spaces, storey by storey.
  public var spaces: [Space] { storeys.flatMap(\.spaces) }
}

/// A building of a campus.
public struct Building: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The building's name; empty when none was given.
  public var name: String
  /// Storeys, bottom up.
  public var storeys: [Storey]
  /// Outline of all storeys seen from above, in the local frame.
  public var footprint: MultiPolygon
  /// Property sets of the building itself.
  public var properties: [Property]

  /// Creates a building.
  public init(
    id: GlobalID, name: String, storeys: [Storey], footprint: MultiPolygon = MultiPolygon(),
    properties: [Property] = []
  ) {
    self.id = id
    self.name = name
    self.storeys = storeys
    self.footprint = footprint
    self.properties = properties
  }
}

/// A storey of a building.
public struct Storey: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The storey's name; empty when none was given.
  public var name: String
  /// Height of the storey's floor above the local zero.
  public var elevation: Metres
  /// Floor to floor height; nil for the topmost storey when the model does not say it.
  public var height: Metres?
  /// Rooms, ordered by name, then GlobalId.
  public var spaces: [Space]
  /// Walls, slabs, doors, furniture and so on, ordered by GlobalId.
  public var elements: [Element]
  /// Sensors, antennas, access points; ordered by GlobalId.
  public var devices: [Device]

  /// Creates a storey.
  public init(
    id: GlobalID, name: String, elevation: Metres, height: Metres? = nil, spaces: [Space] = [],
    elements: [Element] = [], devices: [Device] = []
  ) {
    self.id = id
    self.name = name
    self.elevation = elevation
    self.height = height
    self.spaces = spaces
    self.elements = elements
    self.devices = devices
  }
}

/// A named group of spaces.
public struct Zone: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The zone's name; empty when none was given.
  public var name: String
  /// The spaces that belong to it, sorted.
  public var spaces: [GlobalID]

  /// Creates a zone.
  public init(id: GlobalID, name: String, spaces: [GlobalID]) {
    self.id = id
    self.name = name
    self.spaces = spaces.sorted()
  }
}
