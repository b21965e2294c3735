/// A room or other bounded space of a storey.
public struct Space: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The short name, often the room number on the door.
  public var name: String
  /// The full name, such as “普通教室” or “Living Room”.
  public var longName: String
  /// The function as the author wrote it (IfcSpace.ObjectType).
  public var objectType: String
  /// Classification references, as `system:code`.
  public var classifications: [String]
  /// Floor outline inside the finished walls, in the local frame.
  public var footprint: MultiPolygon
  /// Height of the floor above the local zero.
  public var floorElevation: Metres
  /// Floor area from the geometry; nil when the space has none.
  public var floorArea: SquareMetres?
  /// Clear height from the geometry; nil when the space has none.
  public var height: Metres?
  /// Volume from the geometry; nil when the space has none or it is not closed.
  public var volume: CubicMetres?
  /// Quantities that the file declares, such as `NetFloorArea`, in SI units.
  public var declaredQuantities: [Property]
  /// Property sets of the occurrence and its type, merged.
  public var properties: [Property]
  /// Pieces of its surface as the file states them (IfcRelSpaceBoundary), ordered by GlobalId.
  public var boundaries: [SpaceBoundary]
  /// The walls around it, ordered by GlobalId; empty when nothing is known.
  public var walls: [RoomWall]

  /// Creates a space.
  public init(
    id: GlobalID, name: String, longName: String = "", objectType: String = "",
    classifications: [String] = [], footprint: MultiPolygon = MultiPolygon(),
    floorElevation: Metres = 0, floorArea: SquareMetres? = nil, height: Metres? = nil,
    volume: CubicMetres? = nil, declaredQuantities: [Property] = [], properties: [Property] = [],
    boundaries: [SpaceBoundary] = [], walls: [RoomWall] = []
  ) {
    self.id = id
    self.name = name
    self.longName = longName
    self.objectType = objectType
    self.classifications = classifications
    self.footprint = footprint
    self.floorElevation = floorElevation
    self.floorArea = floorArea
    self.height = height
    self.volume = volume
    self.declaredQuantities = declaredQuantities
    self.properties = properties
    self.boundaries = boundaries
    self.walls = walls
  }

  /// Elements that bound the space, sorted, each once.
  public var boundedBy: [GlobalID] { Set(boundaries.compactMap(\.element)).sorted() }
}
