/// A wall of a room: how much of it faces the room.
public struct RoomWall: Hashable, Sendable, Codable {
  /// The wall or curtain wall; its ``Element/layers`` say what it is made of.
  public var wall: GlobalID
  /// Area of the wall towards the room, doors and windows included when ``source`` is geometry; as
  /// the boundaries state it otherwise.
  public var area: SquareMetres
  /// Area of the doors, windows and holes in that part of the wall.
  public var openingArea: SquareMetres
  /// What says so.
  public var source: RoomsBeside.Source

  /// Creates a wall of a room.
  public init(
    wall: GlobalID, area: SquareMetres, openingArea: SquareMetres, source: RoomsBeside.Source
  ) {
    self.wall = wall
    self.area = area
    self.openingArea = openingArea
    self.source = source
  }
}
