/// The classes of city objects and of their surfaces.
enum CityObjectTypes {
  /// Whether `type` is a class of CityJSON 1.0 to 2.0, or of an extension.
  static func isKnown(_ type: String) -> Bool { type.hasPrefix("+") || objects.contains(type) }

  /// The classes of CityJSON 2.0, §2, with those of 1.0 that were renamed.
  static let objects: Set<String> = [
    "Bridge", "BridgePart", "BridgeInstallation", "BridgeConstructiveElement", "BridgeRoom",
    "BridgeFurniture", "BridgeConstructionElement", "Building", "BuildingPart",
    "BuildingInstallation", "BuildingConstructiveElement", "BuildingFurniture", "BuildingStorey",
    "BuildingRoom", "BuildingUnit", "CityFurniture", "CityObjectGroup", "GenericCityObject",
    "LandUse", "OtherConstruction", "PlantCover", "Railway", "Road", "SolitaryVegetationObject",
    "TINRelief", "TransportSquare", "Tunnel", "TunnelPart", "TunnelInstallation",
    "TunnelConstructiveElement", "TunnelHollowSpace", "TunnelFurniture", "WaterBody", "Waterway",
  ]
}
