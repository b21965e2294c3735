/// What the element names of CityGML 1.0 to 3.0 are.
enum CityGMLClasses {
  /// CityJSON's name of a feature class; nil for what is no feature.
  ///
  /// Parts of roads in CityGML 3.0, which CityJSON does not have, keep their own names.
  static func type(of name: String) -> String? {
    renamed[name] ?? (same.contains(name) ? name : nil)
  }

  /// Whether `name` is a surface that bounds a feature and says what it is.
  static func isThematicSurface(_ name: String) -> Bool {
    thematic.contains(name)
      || (name.hasSuffix("Surface") && !name.hasPrefix("Multi") && !geometries.contains(name))
  }

  /// Whether the namespace is one of CityGML's; its last part is the version.
  static func version(of namespace: String) -> String? {
    guard namespace.hasPrefix("http://www.opengis.net/citygml/") else { return nil }
    return namespace.split(separator: "/").last.map(String.init)
  }

  private static let geometries: Set<String> = [
    "CompositeSurface", "OrientableSurface", "Surface", "TriangulatedSurface", "PolyhedralSurface",
  ]

  private static let thematic: Set<String> = [
    "TrafficArea", "AuxiliaryTrafficArea", "Marking", "Hole", "Window", "Door",
  ]

  private static let renamed: [String: String] = [
    "IntBuildingInstallation": "BuildingInstallation", "Room": "BuildingRoom",
    "Storey": "BuildingStorey", "IntBridgeInstallation": "BridgeInstallation",
    "BridgeConstructionElement": "BridgeConstructiveElement",
    "IntTunnelInstallation": "TunnelInstallation", "HollowSpace": "TunnelHollowSpace",
    "Square": "TransportSquare", "GenericOccupiedSpace": "GenericCityObject",
    "GenericUnoccupiedSpace": "GenericCityObject", "GenericLogicalSpace": "GenericCityObject",
    "GenericThematicSurface": "GenericCityObject",
  ]

  private static let same: Set<String> = CityObjectTypes.objects.union([
    "ReliefFeature", "MassPointRelief", "BreaklineRelief", "RasterRelief", "TransportationComplex",
    "Track", "Section", "Intersection", "TrafficSpace", "AuxiliaryTrafficSpace", "ClearanceSpace",
  ])
}
