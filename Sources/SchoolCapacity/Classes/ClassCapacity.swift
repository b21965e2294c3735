package import TwinModel

/// How many classes a campus' rooms can hold, and what keeps it from more.
package struct ClassCapacity: Hashable, Sendable {
  /// A class at home in a room.
  package struct HomeClass: Hashable, Sendable {
    /// Its home room.
    package let room: GlobalID
    /// Its stage.
    package let stage: Stage
    /// Its pupils.
    package let pupils: Int

    /// Creates a class.
    package init(room: GlobalID, stage: Stage, pupils: Int) {
      self.room = room
      self.stage = stage
      self.pupils = pupils
    }
  }

  /// Special rooms of one group of the timetable.
  package struct SpecialRooms: Hashable, Sendable {
    /// The group.
    package let group: Timetable.Group
    /// Its rooms, sorted.
    package let rooms: [GlobalID]

    /// Creates a group of rooms.
    package init(group: Timetable.Group, rooms: [GlobalID]) {
      self.group = group
      self.rooms = rooms.sorted()
    }
  }

  /// Classes that the campus can hold, by stage, then the fullest first.
  package private(set) var classes: [HomeClass]
  /// Classes that the ordinary classrooms alone could hold.
  package let classroomLimit: Int
  /// The special rooms that allow fewer classes than the classrooms; nil when none does.
  package private(set) var limitingRooms: SpecialRooms?

  /// Takes classes away, one after the other, until every group of special rooms that a class
  /// cannot do without has the periods for all of them.
  ///
  /// A group of which the campus has no room limits nothing: its lessons are then held elsewhere.
  /// The class taken away is of the stage with the most classes for its grades among those that
  /// need the most overloaded group, and the one with the fewest pupils there.
  package init(candidates: [HomeClass], special: [SpecialRooms], slots: Int) {
    classes = candidates.sorted {
      if $0.stage != $1.stage { return $0.stage < $1.stage }
      if $0.pupils != $1.pupils { return $0.pupils > $1.pupils }
      return $0.room < $1.room
    }
    classroomLimit = candidates.count
    let binding = special.filter { $0.group.binds && !$0.rooms.isEmpty }
    while let worst = mostOverloaded(binding, slots: slots) {
      if limitingRooms == nil { limitingRooms = worst }
      let needed = worst.group.periodsPerClass.filter { $0.value > 0 }.keys.sorted()
      let stage = needed.max { load($0) < load($1) }
      guard let stage, let index = classes.lastIndex(where: { $0.stage == stage }) else { break }
      classes.remove(at: index)
    }
  }

  private func load(_ stage: Stage) -> Double {
    Double(classes.count { $0.stage == stage }) / Double(stage.grades.count)
  }

  private func mostOverloaded(_ groups: [SpecialRooms], slots: Int) -> SpecialRooms? {
    var worst: (ratio: Double, rooms: SpecialRooms)?
    for group in groups {
      let demand = classes.reduce(0) { $0 + (group.group.periodsPerClass[$1.stage] ?? 0) }
      let ratio = demand / Double(group.rooms.count * slots)
      if ratio > 1 + 1e-9, ratio > worst?.ratio ?? 0 { worst = (ratio, group) }
    }
    return worst?.rooms
  }
}
