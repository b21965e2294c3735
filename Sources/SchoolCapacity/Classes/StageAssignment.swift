import TwinModel

/// Which ordinary classroom belongs to which stage.
///
/// A room whose name says a stage of the campus belongs to it. The others are shared out so that the
/// campus' classrooms stand in the proportion of its stages' grades (6 : 3 in a nine-year school):
/// smaller rooms to the younger pupils, of rooms of equal area (to 0.1 m²) the lower ones, then by
/// name and GlobalId.
struct StageAssignment {
  /// The stage of every ordinary classroom of the campus that has an area.
  private(set) var stages: [GlobalID: Stage] = [:]
  /// Rooms whose name says a stage that the campus does not have.
  private(set) var contradicting: [SurveyedRoom] = []

  init(_ classrooms: [SurveyedRoom], campusStages: [Stage]) {
    guard let oldest = campusStages.last else { return }
    var open: [SurveyedRoom] = []
    for room in classrooms {
      if let stage = room.classification.stage, campusStages.contains(stage) {
        stages[room.id] = stage
      } else {
        if room.classification.stage != nil { contradicting.append(room) }
        open.append(room)
      }
    }
    open.sort { Self.order($0, $1) }
    let grades = campusStages.reduce(0) { $0 + $1.grades.count }
    var next = open.startIndex
    var gradesSoFar = 0
    var named = 0
    for stage in campusStages where stage != oldest {
      gradesSoFar += stage.grades.count
      named += stages.values.count { $0 == stage }
      // Rooms of this stage and the younger ones together, so that roundings do not add up.
      let share = Double(classrooms.count * gradesSoFar) / Double(grades)
      let wanted = Int(share.rounded()) - named
      while next < min(wanted, open.count) {
        stages[open[next].id] = stage
        next += 1
      }
    }
    for room in open[next...] { stages[room.id] = oldest }
  }

  private static func order(_ left: SurveyedRoom, _ right: SurveyedRoom) -> Bool {
    let areas = [left, right].map { (($0.area?.value ?? 0) * 10).rounded() }
    if areas[0] != areas[1] { return areas[0] < areas[1] }
    let storeys = [left, right].map { $0.storeyNumber ?? 0 }
    if storeys[0] != storeys[1] { return storeys[0] < storeys[1] }
    return (left.space.name, left.id) < (right.space.name, right.id)
  }
}
