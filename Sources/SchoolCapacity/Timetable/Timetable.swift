public import SeedFiles
public import TwinModel

/// 课表: the school week and the lessons of it that are held in special rooms, from
/// `seeds/rooms/timetable.yaml`.
public struct Timetable: Hashable, Sendable {
  /// School days of a week.
  public let days: Int
  /// Teaching periods a day.
  public let periods: Int
  /// Special rooms by what they are for, in order of the file.
  public let groups: [Group]

  /// Rooms that the same lessons can be held in.
  public struct Group: Hashable, Sendable {
    /// The name of the group.
    public let id: String
    /// Its rooms' name in Chinese.
    public let chinese: String
    /// Its rooms' name in English, for one.
    public let english: String
    /// Its rooms' name in English, for several.
    public let englishPlural: String
    /// Uses of its rooms.
    public let uses: [String]
    /// Whether a class cannot do without.
    public let binds: Bool
    /// Periods a week that one class needs, by stage; a stage that is not there needs none.
    public let periodsPerClass: [Stage: Double]
  }

  /// Periods of a week.
  public var slots: Int { days * periods }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key, use or stage, or a use in two groups.
  public static func load(from node: YAMLNode, uses: RoomUses) throws(SeedError) -> Timetable {
    try node.allowKeys(["format", "days", "periods", "status", "source", "groups"])
    try node.expectFormat("timetable/1")
    _ = try node.value("status").choice(FigureStatus.self)
    var groups: [Group] = []
    for item in try node.value("groups").list() {
      try item.allowKeys(["id", "zh", "en", "en_plural", "uses", "binds", "periods_per_class"])
      var names: [String] = []
      for name in try item.value("uses").list() {
        let id = try name.string()
        guard uses.use(id) != nil else {
          throw name.error("“\(id)” is not a use of rooms/uses.yaml")
        }
        guard !groups.contains(where: { $0.uses.contains(id) }), !names.contains(id) else {
          throw name.error("“\(id)” is in two groups")
        }
        names.append(id)
      }
      var needs: [Stage: Double] = [:]
      for (key, value) in try item.value("periods_per_class").entries() {
        guard let stage = Stage(rawValue: key) else {
          let stages = Stage.allCases.map(\.rawValue).joined(separator: ", ")
          throw value.error("expected one of \(stages), found “\(key)”")
        }
        needs[stage] = try value.notNegative()
      }
      groups.append(
        Group(
          id: try item.value("id").string(), chinese: try item.value("zh").string(),
          english: try item.value("en").string(),
          englishPlural: try item.value("en_plural").string(), uses: names,
          binds: try item.value("binds").flag(), periodsPerClass: needs))
    }
    return Timetable(
      days: try node.value("days").count(), periods: try node.value("periods").count(),
      groups: groups)
  }
}
