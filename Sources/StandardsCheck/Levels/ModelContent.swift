package import TwinModel

/// Something that a building model may contain, as a BIM/CIM level asks for it.
public enum ModelContent: String, Hashable, Sendable, CaseIterable {
  /// Buildings.
  case buildings
  /// Buildings with an outline or a body.
  case outlines
  /// Buildings of which a height is known.
  case heights
  /// Walls, roofs and slabs with a body.
  case envelope
  /// Doors and windows with a body or a size.
  case openings
  /// Buildings divided into storeys.
  case storeys
  /// Storeys with rooms.
  case rooms
  /// Rooms with a name.
  case roomNames = "room_names"
  /// Rooms with an outline or an area.
  case roomAreas = "room_areas"
  /// Walls and slabs with a material.
  case materials
  /// Elements with property sets.
  case properties
  /// Devices: sensors, antennas, access points.
  case devices
  /// Devices with property sets.
  case deviceProperties = "device_properties"
  /// The campus' place on the map.
  case placement

  /// How many objects have it, of how many that could.
  package func count(in campus: Campus) -> (having: Int, of: Int) {
    switch self {
    case .buildings: (campus.buildings.isEmpty ? 0 : 1, 1)
    case .placement: (campus.georeference == nil ? 0 : 1, 1)
    case .devices: (modelDevices(campus).isEmpty ? 0 : 1, 1)
    case .outlines, .heights, .storeys: share(campus.buildings, of: buildingHas)
    case .rooms: share(campus.storeys) { !$0.spaces.isEmpty }
    case .roomNames, .roomAreas: share(campus.spaces, of: spaceHas)
    case .deviceProperties: share(modelDevices(campus)) { !$0.properties.isEmpty }
    case .envelope:
      share(elements(campus, [.wall, .curtainWall, .slab, .roof])) { $0.body != nil }
    case .openings:
      share(elements(campus, [.door, .window])) { $0.body != nil || $0.overallWidth != nil }
    case .materials:
      share(elements(campus, [.wall, .curtainWall, .slab])) { element in
        element.layers.contains { !$0.material.isEmpty }
      }
    case .properties: share(campus.storeys.flatMap(\.elements)) { !$0.properties.isEmpty }
    }
  }

  private func buildingHas(_ building: Building) -> Bool {
    let elements = building.storeys.flatMap(\.elements)
    let spaces = building.storeys.flatMap(\.spaces)
    return switch self {
    case .outlines:
      !building.footprint.isEmpty || elements.contains { $0.body != nil }
        || spaces.contains { !$0.footprint.isEmpty }
    case .heights:
      elements.contains { $0.body != nil } || building.storeys.contains { $0.height != nil }
        || spaces.contains { $0.height != nil }
    default: !building.storeys.isEmpty
    }
  }

  private func spaceHas(_ space: Space) -> Bool {
    self == .roomNames
      ? !space.name.isEmpty || !space.longName.isEmpty
      : space.floorArea != nil || !space.footprint.isEmpty
  }

  private func modelDevices(_ campus: Campus) -> [Device] {
    campus.storeys.flatMap(\.devices).filter { $0.origin == .model }
  }

  private func elements(_ campus: Campus, _ kinds: [ElementKind]) -> [Element] {
    campus.storeys.flatMap(\.elements).filter { kinds.contains($0.kind) }
  }

  private func share<Part>(_ parts: [Part], of has: (Part) -> Bool) -> (having: Int, of: Int) {
    (parts.count(where: has), parts.count)
  }
}
