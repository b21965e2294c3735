/// How many pupils are in which room in which period of which day.
public struct Occupancy: Hashable, Sendable, Codable {
  /// School days of the timetable's week, such as 5.
  public var days: Int
  /// Teaching periods a day.
  public var periods: Int
  /// Rooms with at least one pupil at some time, ordered by GlobalId.
  public var rooms: [RoomOccupancy]

  /// Creates an occupancy.
  public init(days: Int, periods: Int, rooms: [RoomOccupancy]) {
    self.days = days
    self.periods = periods
    self.rooms = rooms.sorted { $0.room < $1.room }
  }
}

/// The pupils in one room over the week.
public struct RoomOccupancy: Hashable, Sendable, Codable {
  /// The space.
  public var room: GlobalID
  /// Pupils, one count a period, day after day: `days × periods` values.
  public var pupils: [Int]

  /// Creates the occupancy of a room.
  public init(room: GlobalID, pupils: [Int]) {
    self.room = room
    self.pupils = pupils
  }

  /// The greatest number of pupils at any time.
  public var peak: Int { pupils.max() ?? 0 }
}
