import TwinModel

/// The rooms of a campus with their uses, areas and stages: what all facts of the study come from.
struct CampusSurvey {
  let input: StudyInput
  let study: CapacityStudy
  /// Every space, building by building, bottom up.
  let rooms: [SurveyedRoom]
  /// Stages of the campus; those that room names say when the campus itself says none.
  let stages: [Stage]
  /// The stage of each ordinary classroom with an area.
  let assignment: StageAssignment
  /// Doors that the model gives a fire rating.
  let fireDoors: Set<GlobalID>
  private let useByRoom: [GlobalID: RoomUse]

  init(_ input: StudyInput, study: CapacityStudy) {
    self.input = input
    self.study = study
    rooms = SurveyedRoom.survey(input, uses: study.uses)
    let classrooms = rooms.filter { $0.use.role == .home && $0.area != nil }
    stages =
      input.campus.stages.isEmpty
      ? Set(classrooms.compactMap(\.classification.stage)).sorted() : input.campus.stages.sorted()
    assignment = StageAssignment(classrooms, campusStages: stages)
    useByRoom = Dictionary(rooms.map { ($0.id, $0.use) }, uniquingKeysWith: { first, _ in first })
    fireDoors = Set(
      input.campus.storeys.flatMap(\.elements).filter(\.isFireDoor).map(\.id))
  }

  /// Name and version of the study, as facts carry it.
  var source: String { study.source }

  /// What a room of a plan is for; `other` for a room that the model does not have.
  func role(_ room: GlobalID) -> RoomUse.Role { useByRoom[room]?.role ?? .other }

  /// The one stage a room belongs to; nil when the campus' stages share it.
  func stage(of room: SurveyedRoom) -> Stage? {
    if let stage = assignment.stages[room.id] { return stage }
    if stages.count == 1, room.use.isTeaching { return stages[0] }
    return room.classification.stage.flatMap { stages.contains($0) ? $0 : nil }
  }

  /// Whole seats that the area of an ordinary classroom has room for, before the class size caps
  /// them; nil without area or stage.
  func seatsByArea(_ room: SurveyedRoom) -> Int? {
    guard room.use.role == .home, let area = room.area, let stage = assignment.stages[room.id]
    else { return nil }
    return study.areas.seats(in: area, room.use, stage)
  }

  /// Seats of an ordinary classroom, at most the class size.
  func seats(_ room: SurveyedRoom) -> Int? {
    guard let seats = seatsByArea(room), let stage = assignment.stages[room.id] else { return nil }
    return min(seats, study.classSize[stage])
  }

  /// Whether an ordinary classroom has fewer seats than a class.
  func isUndersized(_ room: SurveyedRoom) -> Bool {
    guard let seats = seats(room), let stage = assignment.stages[room.id] else { return false }
    return seats < study.classSize[stage]
  }

  /// The classes that the ordinary classrooms can be home to.
  var homeClasses: [ClassCapacity.HomeClass] {
    rooms.compactMap { room in
      guard let seats = seats(room), seats > 0, let stage = assignment.stages[room.id],
        study.countsUndersizedRooms || !isUndersized(room)
      else { return nil }
      return ClassCapacity.HomeClass(room: room.id, stage: stage, pupils: seats)
    }
  }

  /// The special rooms of every group of the timetable.
  var specialRooms: [ClassCapacity.SpecialRooms] {
    study.timetable.groups.map { group in
      ClassCapacity.SpecialRooms(
        group: group, rooms: rooms.filter { group.uses.contains($0.use.id) }.map(\.id))
    }
  }
}

extension Element {
  /// Whether it is a door with a fire rating (`Pset_DoorCommon.FireRating`).
  fileprivate var isFireDoor: Bool {
    kind == .door
      && properties.contains { property in
        guard property.name == "FireRating" else { return false }
        return switch property.value {
        case .number(let rating): rating > 0
        case .text(let rating): !["", "0", "-", "none", "null"].contains(rating.lowercased())
        case .flag(let rated): rated
        }
      }
  }
}
