public import SeedFiles
public import TwinModel

/// Least usable area for one seat by use and stage, from `seeds/rooms/area-per-seat.yaml`.
///
/// Source: GB 50099-2011 table 7.1.1, as the file cites it.
public struct AreaTable: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The clause that judges by the same figure.
    public let clause: String
    /// The room use.
    public let use: String
    /// Stages that the row holds for.
    public let stages: [Stage]
    /// Area for one seat (m²).
    public let perSeat: SquareMetres
    /// Whether the figure was seen at its source.
    public let isVerified: Bool
  }

  /// The rows, in order of the file.
  public let rows: [Row]

  /// The least area for a seat; nil when the table has no row for the use and stage.
  public func perSeat(_ use: RoomUse, _ stage: Stage) -> SquareMetres? {
    rows.first { $0.use == use.id && $0.stages.contains(stage) }?.perSeat
  }

  /// How many seats an area has room for: the whole seats that fit; nil without a row.
  ///
  /// A rounding error of the geometry of a millionth of a seat costs no seat: 61.2 m² at 1.36 are
  /// 45 seats.
  public func seats(in area: SquareMetres, _ use: RoomUse, _ stage: Stage) -> Int? {
    perSeat(use, stage).map { perSeat in
      let seats = (area.value / perSeat.value + 1e-6).rounded(.down)
      return seats.isFinite && seats >= 0 ? Int(min(seats, 1e6)) : 0
    }
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key, use, stage or unit.
  public static func load(from node: YAMLNode, uses: RoomUses) throws(SeedError) -> AreaTable {
    try node.allowKeys(["format", "document", "table", "source", "note", "rows"])
    try node.expectFormat("area-per-seat/1")
    var rows: [Row] = []
    for item in try node.value("rows").list() {
      try item.allowKeys(["clause", "use", "stages", "value", "unit", "status"])
      let use = try item.value("use").string()
      guard uses.use(use) != nil else {
        throw try item.value("use").error("“\(use)” is not a use of rooms/uses.yaml")
      }
      guard try item.value("unit").string() == "m²/seat" else {
        throw try item.value("unit").error("expected the unit m²/seat")
      }
      var stages: [Stage] = []
      for stage in try item.value("stages").list() { stages.append(try stage.choice()) }
      if let stage = stages.first(where: { stage in
        rows.contains { $0.use == use && $0.stages.contains(stage) }
      }) {
        throw item.error("there is a row for \(use) in \(stage.rawValue) already")
      }
      let status = try item.value("status").choice(FigureStatus.self)
      rows.append(
        Row(
          clause: try item.value("clause").string(), use: use, stages: stages,
          perSeat: SquareMetres(try item.value("value").positive()),
          isVerified: status == .seen))
    }
    return AreaTable(rows: rows)
  }
}

/// How far a figure of a seed file can be trusted.
enum FigureStatus: String, CaseIterable {
  /// Read at the source that the file names.
  case seen
  /// An assumption or from memory.
  case unverified
}
