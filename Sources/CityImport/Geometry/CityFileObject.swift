/// A city object as its file has it.
public struct CityFileObject: Hashable, Sendable {
  /// Its id: the key of CityJSON, the `gml:id` of CityGML.
  public var id: String
  /// Its class in CityJSON's words, such as `BuildingPart`; extensions keep theirs, such as `+Noise`.
  public var type: String
  /// Ids of the objects that it is part of.
  public var parents: [String]
  /// Ids of its parts.
  public var children: [String]
  /// Attributes as a JSON object, otherwise as written.
  public var attributes: String
  /// Names of the attributes, in order of the file.
  public var attributeNames: [String]
  /// Its geometries, in order of the file.
  public var geometries: [CityGeometry]

  /// Creates an object.
  public init(
    id: String, type: String, parents: [String] = [], children: [String] = [],
    attributes: String = "{}", attributeNames: [String] = [], geometries: [CityGeometry] = []
  ) {
    self.id = id
    self.type = type
    self.parents = parents
    self.children = children
    self.attributes = attributes
    self.attributeNames = attributeNames
    self.geometries = geometries
  }
}
