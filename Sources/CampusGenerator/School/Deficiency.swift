/// A fault built into a school on purpose, so that there is something to be found.
public enum Deficiency: String, Hashable, Sendable, CaseIterable, Comparable, Codable {
  /// Ordinary classrooms have less floor than a full class needs.
  case smallClassrooms = "small_classrooms"
  /// The corridors of the teaching building are 1.8 m wide between two rows of rooms.
  case narrowCorridor = "narrow_corridor"
  /// The teaching building is one storey higher than the limit of its youngest pupils.
  case extraStorey = "extra_storey"
  /// Ordinary classrooms have one door instead of two.
  case oneDoor = "one_door"
  /// Windows begin 0.6 m above the floor.
  case lowSills = "low_sills"
  /// Windows are small for the floor they light.
  case smallWindows = "small_windows"
  /// Storeys are 3.0 m high from floor to floor.
  case lowCeilings = "low_ceilings"
  /// There is no smoke detector at all.
  case noDetectors = "no_detectors"
  /// Every third room has no smoke detector.
  case missingDetectors = "missing_detectors"
  /// There are no 5G small cells indoors.
  case noSmallCells = "no_small_cells"
  /// The link to the outside is slower than 500 Mbit/s.
  case slowUplink = "slow_uplink"
  /// There is no 5G link beside the wired one.
  case noDualLink = "no_dual_link"
  /// The links to classrooms are slower than 1 Gbit/s.
  case slowClassroomLink = "slow_classroom_link"

  /// The document and clause that it breaks, as people quote it.
  public var clause: String {
    switch self {
    case .smallClassrooms: "GB 50099-2011 table 7.1.1"
    case .narrowCorridor: "GB 50099-2011 8.2.3"
    case .extraStorey: "GB 50099-2011 4.3.2"
    case .oneDoor: "GB 50099-2011 8.8.1"
    case .lowSills: "GB 50099-2011 8.1.5"
    case .smallWindows: "GB 50099-2011 9.2.1"
    case .lowCeilings: "GB 50099-2011 7.2.1"
    case .noDetectors, .missingDetectors: "GB 50116-2013 6.2.2"
    case .noSmallCells: "GB 51456-2023 3.0.3"
    case .slowUplink, .noDualLink: "深宝教〔2022〕155号 四(一)"
    case .slowClassroomLink: "深圳市教育信息化“十四五”规划 三(一)1"
    }
  }

  /// Whether the building model shows it; else only the register of schools does.
  public var isInModel: Bool {
    switch self {
    case .slowUplink, .noDualLink, .slowClassroomLink: false
    default: true
    }
  }

  /// Orders by name.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
