public import TwinModel

/// What a file of a city model says of itself, and what was found wrong in it.
public struct CityModelHeader: Hashable, Sendable {
  /// `CityJSON`, `CityJSONSeq` or `CityGML`.
  public var format: String
  /// Version as the file says, such as `2.0`.
  public var version: String
  /// Name of the coordinate reference system as written; nil when there is none.
  public var crs: String?
  /// The same, understood; nil when it is not.
  public var system: SystemName?
  /// Scale and translation of CityJSON's whole-number vertices; nil without.
  public var transform: VertexTransform?
  /// Extent as the file declares it: least, then greatest corner.
  public var declaredExtent: [Double]?
  /// How many vertices CityJSON lists; how many points of rings CityGML has.
  public var vertexCount = 0
  /// The box around them; nil when there are none.
  public var bounds: Box3?
  /// Names of the extensions used, sorted.
  public var extensions: [String] = []
  /// How many geometry templates there are.
  public var templateCount = 0
  /// Of CityGML: elements by local name, only those with a capital.
  public var elements: [String: Int] = [:]
  /// Of CityGML: how many rings polygons have, and the sum of their areas in the unit of the file.
  public var rings = 0
  /// See ``rings``.
  public var polygonArea = 0.0
  /// What was found wrong, in order of the file.
  public var findings: [Finding] = []

  /// Creates a header.
  public init(format: String, version: String) {
    self.format = format
    self.version = version
  }
}

/// The compression of CityJSON: real coordinate = whole number × scale + translation.
public struct VertexTransform: Hashable, Sendable, Encodable {
  /// Factor of each axis.
  public var scale: [Double]
  /// Offset of each axis.
  public var translate: [Double]
}
