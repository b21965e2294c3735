package import TwinModel

/// Who is where over the week: every class in its home room, and in special rooms for the lessons
/// that the timetable holds there.
///
/// Lessons are dealt out period by period: group by group in order of the timetable, class by class,
/// each lesson to the next period in which a room of the group is free and the class is not
/// elsewhere. A lesson for which no room is left stays in the home room. Needs of a part of a
/// period are carried from class to class, so that the sum over the classes is right.
package enum OccupancyPlan {
  /// The occupancy of a campus with these classes and special rooms.
  package static func occupancy(
    classes: [ClassCapacity.HomeClass], special: [ClassCapacity.SpecialRooms],
    timetable: Timetable
  ) -> Occupancy {
    let slots = timetable.slots
    var away = classes.map { _ in [GlobalID?](repeating: nil, count: slots) }
    var pupils: [GlobalID: [Int]] = [:]
    for group in special where !group.rooms.isEmpty {
      var free = [[GlobalID]](repeating: group.rooms.reversed(), count: slots)
      var carried = 0.0
      var next = 0
      for (index, home) in classes.enumerated() {
        carried += group.group.periodsPerClass[home.stage] ?? 0
        while carried >= 1 - 1e-9 {
          carried -= 1
          let order = (0..<slots).map { (next + $0) % slots }
          guard let slot = order.first(where: { !free[$0].isEmpty && away[index][$0] == nil }),
            let room = free[slot].popLast()
          else { continue }
          away[index][slot] = room
          next = (slot + 1) % slots
        }
      }
    }
    for (index, home) in classes.enumerated() {
      for slot in 0..<slots {
        let room = away[index][slot] ?? home.room
        pupils[room, default: [Int](repeating: 0, count: slots)][slot] += home.pupils
      }
    }
    return Occupancy(
      days: timetable.days, periods: timetable.periods,
      rooms: pupils.filter { $0.value.contains { $0 > 0 } }
        .map { RoomOccupancy(room: $0.key, pupils: $0.value) })
  }
}
