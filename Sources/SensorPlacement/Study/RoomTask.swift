import TwinModel

/// What the rules make of one room: the tasks of its parts, or why there are none.
struct RoomTask {
  let room: PlanRoom
  /// Clear height, or the storey's where the room's is unknown.
  let height: Metres
  let verdict: Verdict

  enum Verdict {
    /// The room needs no detectors of the type.
    case exempt(reason: String)
    /// The rules do not say what to place.
    case outOfRange
    /// The room has no outline to place on.
    case withoutOutline
    /// The outline is larger than any room of a school.
    case tooLarge
    /// Places to be found, part by part.
    case place([Part], PointDetectorRules.Protection, isNarrowCorridor: Bool)
  }

  /// One part of a room's outline.
  struct Part: Hashable {
    /// The lower left corner of the part's box in the plan.
    let origin: PlanPoint
    /// The task, relative to the corner.
    let cover: CeilingCover
    /// Spacing along a narrow corridor (mm); nil for any other area.
    let spacing: Int64?
  }

  /// Larger outlines are grounds or mistakes of units, not rooms, and would be searched for minutes.
  static let greatestPart: SquareMetres = 4_000
  /// The same for length (mm).
  static let greatestSide: Int64 = 400_000

  /// Judges a room by its use (nil when unknown), its size and the people it holds, which K depends
  /// on.
  init(
    _ room: PlanRoom, in plan: StoreyPlan, use: String?, people: Int, rules: PointDetectorRules,
    step: Metres
  ) {
    self.room = room
    let height = room.height ?? plan.height
    self.height = height
    if let reason = rules.exemption(for: use)?.reason {
      verdict = .exempt(reason: reason)
      return
    }
    let outline = room.outline.filter { $0.outer.count > 2 && twiceArea($0.outer) != 0 }
    guard !outline.isEmpty else {
      verdict = .withoutOutline
      return
    }
    let isTooLarge = outline.contains {
      let box = $0.bounds
      return max(box.max.x - box.min.x, box.max.y - box.min.y) > Self.greatestSide
        || $0.area > Self.greatestPart
    }
    if isTooLarge {
      verdict = .tooLarge
      return
    }
    guard let protection = rules.protection(floorArea: room.area, height: height, slope: 0) else {
      verdict = .outOfRange
      return
    }
    let blockers = Self.blockers(in: plan, [room], height: height, rules.partitionGapShare)
    var isCorridor = false
    let parts = outline.map { polygon in
      let area = DetectionArea(outline: polygon, blockers: blockers)
      let width = CorridorRow.meanWidth(of: polygon)
      let isNarrow = Self.isNarrowCorridor(polygon, width: width, use: use, rules: rules)
      isCorridor = isCorridor || isNarrow
      let spacing = millimetres(rules.corridor.spacing)
      let least = rules.leastCount(
        floorArea: polygon.area, protection: protection, people: people)
      return Part(
        origin: polygon.bounds.min,
        cover: CeilingCover(
          area: area.moved(by: polygon.bounds.min),
          radius: isNarrow
            ? CorridorRow.radius(spacing: spacing, width: width) : millimetres(protection.radius),
          clearance: millimetres(rules.clearance), minimum: least, step: millimetres(step)),
        spacing: isNarrow ? spacing : nil)
    }
    verdict = .place(parts, protection, isNarrowCorridor: isCorridor)
  }

  /// Outlines of what reaches so near to the ceiling that it parts the rooms (GB 50116-2013, 6.2.7).
  static func blockers(
    in plan: StoreyPlan, _ rooms: [PlanRoom], height: Metres, _ gapShare: Double = 0.05
  ) -> [[PlanPoint]] {
    let top = (rooms.map(\.floor).min() ?? 0) + millimetres(height)
    let gap = Int64(Double(millimetres(height)) * gapShare)
    let isKnown = rooms.allSatisfy { $0.height != nil }
    return plan.obstacles.filter { obstacle in
      // Without a clear height nothing says how far up the ceiling is: columns reach it.
      obstacle.top > top - max(1, gap) || (!isKnown && obstacle.kind == .column)
    }.flatMap { $0.outline.map(\.outer) }
  }

  private static func isNarrowCorridor(
    _ outline: PlanPolygon, width: Double, use: String?, rules: PointDetectorRules
  ) -> Bool {
    guard width < rules.corridor.narrowerThan.value * 1000 else { return false }
    if let use { return rules.corridorUses.contains(use) }
    return outline.area.value * 1e6 / width >= rules.corridorLengthToWidth * width
  }
}

extension RoomTask.Part {
  /// Finds the places of the part, relative to its corner.
  func solve() throws(StudyError) -> CeilingPlan {
    if let spacing, let row = CorridorRow.places(in: cover.area, spacing: spacing),
      row.count >= cover.minimum
    {
      let margin = Double(cover.clearance)
      return CeilingPlan(
        places: row.sorted(), bound: row.count, basis: .count,
        isNarrow: row.contains { cover.area.clearance(of: $0) < margin - 1 })
    }
    do {
      return try cover.solve()
    } catch {
      throw StudyError(study: PointDetectorStudy.studyName, reason: "\(error)")
    }
  }
}

/// A length in whole millimetres.
func millimetres(_ length: Metres) -> Int64 { Int64((length.value * 1000).rounded()) }
