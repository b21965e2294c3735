public import TwinModel

/// 用房类型: what a room is used for, one entry of `seeds/rooms/uses.yaml`.
public struct RoomUse: Hashable, Sendable {
  /// The name that facts and clauses use, such as `ordinary_classroom`.
  public let id: String
  /// Its name in Chinese.
  public let chinese: String
  /// Its name in English.
  public let english: String
  /// Whether it is a main teaching room (主要教学用房).
  public let isTeaching: Bool
  /// What part it plays in a school day.
  public let role: Role
  /// Classes that sit in the room at a time; nil when that is not known.
  public let classesAtOnce: Int?
  /// Whether its floor counts as floor area of the building.
  public let isIndoor: Bool

  /// What part a room plays in a school day.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A class has its home there.
    case home
    /// Classes come by timetable.
    case special
    /// People walk along it.
    case corridor
    /// People leave by it.
    case stair
    /// People cross it.
    case lobby
    /// Anything else.
    case other

    /// Whether it is on the way out.
    package var isCirculation: Bool { self == .corridor || self == .stair || self == .lobby }
  }
}

/// The use that a space was found to have, and by what.
public struct RoomClassification: Hashable, Sendable {
  /// The use; `unassigned` when nothing matched or two uses did.
  public let use: RoomUse
  /// The stage that the space's words name; nil when they name none, or two.
  public let stage: Stage?
  /// The synonym that decided, as the file writes it; empty when nothing matched.
  public let synonym: String
  /// Uses that other words of the space speak for, in order of the words.
  public let rivals: [String]
  /// Whether two uses stood side by side, so that none was taken.
  public let isAmbiguous: Bool
}
