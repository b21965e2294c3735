/// Points, lines or areas on the map with attributes: catchments, blocks, roads, sites.
public struct MapLayer: Hashable, Sendable {
  /// Its name in the store.
  public var name: String
  /// What it is for.
  public var role: Role
  /// Its features, in order of the file.
  public var features: [MapFeature]

  /// What a layer is for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// 学区: the areas that schools take their pupils from.
    case catchments
    /// 街区: blocks or other areas with population.
    case blocks
    /// 道路: roads.
    case roads
    /// 用地: sites that are or may become schools.
    case sites
    /// Anything else.
    case other
  }

  /// Creates a layer.
  public init(name: String, role: Role, features: [MapFeature]) {
    self.name = name
    self.role = role
    self.features = features
  }
}

/// One feature of a map layer.
public struct MapFeature: Hashable, Sendable {
  /// Its id in the file, else its number from 1.
  public var id: String
  /// Where it is, in metres on the map of the store; nil when it has no place.
  public var geometry: MapGeometry?
  /// Its attributes, a JSON object.
  public var attributes: String

  /// Creates a feature.
  public init(id: String, geometry: MapGeometry?, attributes: String = "{}") {
    self.id = id
    self.geometry = geometry
    self.attributes = attributes
  }
}

/// Where a feature of a map layer is.
public enum MapGeometry: Hashable, Sendable {
  /// One point or more.
  case points([Point2])
  /// One line or more, each of two points or more.
  case lines([[Point2]])
  /// One area or more.
  case areas(MultiPolygon)
}

/// A device as a register (CSV) knows it: no part of a building model.
public struct RegisteredDevice: Hashable, Sendable {
  /// Its number in the register.
  public var id: String
  /// The campus that it belongs to.
  public var campus: CampusID
  /// What it is, as the equipment catalogue calls it.
  public var kind: String
  /// The storey that it is on; empty when not said.
  public var storey: String
  /// What state it is in, as written; empty when not said.
  public var status: String
  /// Place on the map of the store; nil when not said.
  public var place: Point2?
  /// Height on the map; nil when not said.
  public var height: Metres?
  /// The other columns, a JSON object.
  public var attributes: String

  /// Creates a registered device.
  public init(
    id: String, campus: CampusID, kind: String, storey: String = "", status: String = "",
    place: Point2? = nil, height: Metres? = nil, attributes: String = "{}"
  ) {
    self.id = id
    self.campus = campus
    self.kind = kind
    self.storey = storey
    self.status = status
    self.place = place
    self.height = height
    self.attributes = attributes
  }
}
