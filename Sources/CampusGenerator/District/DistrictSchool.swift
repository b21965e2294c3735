import TwinModel

/// A school of a made-up district: its design, and what the register says of it.
public struct DistrictSchool: Hashable, Sendable {
  /// The building.
  public let design: SchoolDesign
  /// First calendar year of its first school year.
  public let opened: Int
  /// What the register declares of its network.
  public let network: Network

  /// Declared facts of a school's network; nil when nobody has said it.
  public struct Network: Hashable, Sendable {
    /// Rate of the link to the outside, in Mbit/s.
    public var uplinkMegabits: Int?
    /// Whether there is a wired link to the outside.
    public var wiredLink: Bool?
    /// Whether there is a 5G link to the outside.
    public var nrLink: Bool?
    /// Rate of the links to classrooms, in Mbit/s.
    public var classroomMegabits: Int?
    /// Whether indoor 5G coverage is built or designed.
    public var indoorSystem: Bool?
  }

  /// Seats of one grade of a stage while the history runs; an expanded school had three quarters of
  /// what it is designed for.
  func historicSeats(_ classes: StageClasses) -> Double {
    let seats = Double(classes.classes * classes.stage.designClassSize)
    let share = design.kind == .expanded ? 0.75 : 1
    return share * seats / Double(classes.stage.grades.count)
  }

  /// Path of its model in the district's folder.
  public var ifcPath: String { "ifc/\(design.campus).ifc" }
}
