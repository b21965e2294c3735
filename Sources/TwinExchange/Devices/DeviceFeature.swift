public import TwinModel

/// A placed device as maps and building models show it.
public struct DeviceFeature: Hashable, Sendable {
  /// Its name.
  public var id: GlobalID
  /// The kind, as `seeds/equipment` calls it.
  public var kind: String
  /// The type in the catalogue.
  public var type: String
  /// The storey it hangs in.
  public var storey: GlobalID
  /// The room and its name; nil and empty when unknown.
  public var room: GlobalID?
  /// The room's name.
  public var roomName: String
  /// The place in the local frame (m).
  public var position: Point3
  /// Height above the floor; nil when unknown.
  public var height: Metres?
  /// Where it looks, counter-clockwise from the local x axis; nil for all round.
  public var heading: Degrees?
  /// What it costs (¥); nil when unknown.
  public var cost: Double?

  /// Creates a feature.
  public init(
    id: GlobalID, kind: String, type: String, storey: GlobalID, room: GlobalID?, roomName: String,
    position: Point3, height: Metres? = nil, heading: Degrees? = nil, cost: Double? = nil
  ) {
    self.id = id
    self.kind = kind
    self.type = type
    self.storey = storey
    self.room = room
    self.roomName = roomName
    self.position = position
    self.height = height
    self.heading = heading
    self.cost = cost
  }
}
