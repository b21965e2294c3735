public import SeedFiles
public import TwinModel

/// 学位容量: what the rooms of a campus are, how many seats they make, and what the standards ask
/// to know of them.
///
/// A room of the use `ordinary_classroom` holds a class when its area has room for the class size of
/// its stage (GB 50099-2011 table 7.1.1). Seats of the campus are class size × classes, as far as the
/// special rooms can serve them (`seeds/rooms/timetable.yaml`). Planners differ over rooms that are
/// too small: ``countsUndersizedRooms`` says whether they hold a class of as many pupils as they have
/// seats, or none.
public struct CapacityStudy: CampusStudy {
  /// `capacity`.
  public let name = "capacity"
  /// Version of the rules above.
  public let version = 1
  /// The words by which rooms are recognised.
  public let uses: RoomUses
  /// Least area for a seat.
  public let areas: AreaTable
  /// Pupils in a class, by stage.
  public let classSize: Assumptions.ClassSize
  /// The school week.
  public let timetable: Timetable
  /// What a door's frame takes.
  public let clearWidth: ClearWidthRule
  /// Whether an ordinary classroom too small for a whole class holds a reduced one.
  public let countsUndersizedRooms: Bool

  /// Creates the study; both class sizes are at least 1.
  public init(
    uses: RoomUses, areas: AreaTable, classSize: Assumptions.ClassSize, timetable: Timetable,
    clearWidth: ClearWidthRule, countsUndersizedRooms: Bool = false
  ) {
    self.uses = uses
    self.areas = areas
    self.classSize = classSize
    self.timetable = timetable
    self.clearWidth = clearWidth
    self.countsUndersizedRooms = countsUndersizedRooms
  }

  /// Creates the study with the rooms, areas, timetable and door widths of `seeds/rooms`.
  ///
  /// - Throws: `SeedError` for a file that is missing or says something it must not.
  public static func load(
    from seeds: SeedFolder, classSize: Assumptions.ClassSize, countsUndersizedRooms: Bool = false
  ) throws(SeedError) -> CapacityStudy {
    let uses = try RoomUses.load(from: seeds.read("rooms/uses.yaml"))
    return CapacityStudy(
      uses: uses,
      areas: try AreaTable.load(from: seeds.read("rooms/area-per-seat.yaml"), uses: uses),
      classSize: classSize,
      timetable: try Timetable.load(from: seeds.read("rooms/timetable.yaml"), uses: uses),
      clearWidth: try ClearWidthRule.load(from: seeds.read("rooms/clear-width.yaml")),
      countsUndersizedRooms: countsUndersizedRooms)
  }

  /// Class sizes and the contents of the seed files, as text.
  public var parameters: [String: String] {
    let perSeat = areas.rows.map { row in
      "\(row.use)/\(row.stages.map(\.rawValue).joined(separator: "+"))=\(row.perSeat.value)"
    }
    let groups = timetable.groups.map { group in
      let needs = group.periodsPerClass.sorted { $0.key < $1.key }
        .map { "\($0.key.rawValue):\($0.value)" }
      return "\(group.id)(\(group.uses.joined(separator: "+")))\(group.binds ? "!" : "")=\(needs)"
    }
    return [
      "area per seat": perSeat.joined(separator: " "),
      "class size": "\(classSize.primary)/\(classSize.secondary)",
      "counts undersized rooms": "\(countsUndersizedRooms)",
      "door deduction": "\(clearWidth.ordinaryDoor.value)/\(clearWidth.fireDoor.value)",
      "room words": String(uses.fingerprint, radix: 16),
      "timetable": "\(timetable.days)×\(timetable.periods) \(groups.joined(separator: " "))",
    ]
  }

  /// Studies the campus.
  ///
  /// Facts come room by room in order of the model, then storeys, buildings and the campus; what
  /// cannot be known is left out and named in a finding.
  ///
  /// - Throws: `StudyError` for a class size below one.
  public func run(_ input: StudyInput) throws(StudyError) -> StudyOutput {
    guard classSize.primary >= 1, classSize.secondary >= 1 else {
      throw StudyError(study: name, reason: "a class size must be at least 1 pupil")
    }
    let survey = CampusSurvey(input, study: self)
    let capacity = ClassCapacity(
      candidates: survey.homeClasses, special: survey.specialRooms, slots: timetable.slots)
    var output = StudyOutput()
    output.facts =
      survey.roomFacts() + survey.storeyFacts() + survey.buildingFacts()
      + survey.campusFacts(capacity)
    output.findings = survey.findings()
    if !capacity.classes.isEmpty {
      output.occupancy = OccupancyPlan.occupancy(
        classes: capacity.classes, special: survey.specialRooms, timetable: timetable)
    }
    return output
  }
}
