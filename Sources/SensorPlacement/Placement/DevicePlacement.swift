public import TwinModel

/// Where devices of several kinds go in the storeys of a campus, with what is proven of each area.
public struct DevicePlacement: Sendable {
  /// Rooms, or rooms joined by open doors, with the devices of one kind.
  public var areas: [AreaPlacement]
  /// Problems of the rooms.
  public var findings: [Finding]

  /// Whether doors count as open.
  public enum Doors: String, CaseIterable, Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case closed, open
  }

  /// The devices that are placed, in order of areas.
  public var devices: [PlacedDevice] { areas.flatMap(\.devices) }
  /// What they cost together.
  public var cost: Yuan { areas.reduce(.zero) { $0 + $1.cost } }
}

/// One area with the devices of one kind.
public struct AreaPlacement: Sendable {
  /// The storey.
  public var storey: GlobalID
  /// The rooms, sorted.
  public var rooms: [GlobalID]
  /// The kind of device.
  public var kind: String
  /// The devices to add.
  public var devices: [PlacedDevice]
  /// What they cost.
  public var cost: Yuan
  /// No cheaper choice among the candidates serves the area.
  public var bound: Yuan
  /// Devices of the model that serve the area.
  public var present: Int
  /// Floor area.
  public var floor: SquareMetres
  /// Floor in cells that nothing can serve (m²).
  public var blind: SquareMetres
  /// Why, for each such point, in local metres.
  public var blindPoints: [(point: Point2, reason: String)]
  /// Floor for which coverage was shown at points only (m²).
  public var unshown: SquareMetres
  /// Nodes of the searches.
  public var nodes: Int
  /// The task and its answer; nil for kinds that are counted, not covered.
  var solved: SolvedArea?

  /// Whether the cost is shown to be the least for the candidates.
  public var isProven: Bool { cost.value <= bound.value + 1e-6 * max(1, cost.value) }
}

/// A task with its answer, relative to a corner of the area.
struct SolvedArea: Sendable {
  let task: DeviceCover
  let plan: DevicePlan
  let origin: PlanPoint
}

/// A device with all that somebody who fixes it has to know.
public struct PlacedDevice: Hashable, Sendable {
  /// Its name, made of room, kind and number.
  public var id: GlobalID
  /// Its type in the catalogue.
  public var type: DeviceType
  /// Storey and room.
  public var storey: GlobalID
  /// The room.
  public var room: GlobalID
  /// The place in the local frame.
  public var position: Point3
  /// Height above the floor of the room.
  public var height: Metres
  /// Where it looks, degrees counter-clockwise from the local x axis, 0 to 360; nil for all round.
  public var heading: Degrees?

  /// As other studies and exports know devices.
  public var device: Device {
    var properties = [
      Property(set: "CampusTwin", name: "Type", value: .text(type.id)),
      Property(set: "CampusTwin", name: "Cost", value: .number(type.cost.value), unit: "¥"),
      Property(set: "CampusTwin", name: "MountingHeight", value: .number(height.value), unit: "m"),
    ]
    if let heading {
      properties.append(
        Property(set: "CampusTwin", name: "Heading", value: .number(heading.value), unit: "°"))
    }
    return Device(
      id: id, kind: type.kind, name: type.english, position: position, space: room,
      origin: .proposed, properties: properties)
  }
}
