import SpatialCore
import TwinModel

/// What the rules make of one room: the tasks of its parts, or why there are none.
struct RoomTask {
  let room: PlanRoom
  /// Clear height, or the storey's where the room's is unknown.
  let height: Metres
  /// What is above it.
  let ceiling: RoomCeiling
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
    case place(RoomParts, PointDetectorRules.Protection)
  }

  /// One part of a room's outline.
  struct Part: Hashable {
    /// The lower left corner of the part's box in the plan.
    let origin: PlanPoint
    /// The task, relative to the corner.
    var cover: CeilingCover
    /// Spacing along a narrow corridor (mm); nil for any other area.
    let spacing: Int64?

    /// The same without its place in the plan, as rooms of one shape have it in common.
    var shape: Part { Part(origin: PlanPoint(0, 0), cover: cover, spacing: spacing) }
  }

  /// Larger outlines are grounds or mistakes of units, not rooms, and would be searched for minutes.
  static let greatestPart: SquareMetres = 4_000
  /// The same for length (mm).
  static let greatestSide: Int64 = 400_000

  /// Judges a room by its use (nil when unknown), its size, what is above it, and the people it holds,
  /// which K depends on.
  init(
    _ room: PlanRoom, in plan: StoreyPlan, below ceiling: RoomCeiling = RoomCeiling(),
    use: String?, people: Int, rules: PointDetectorRules, step: Metres
  ) {
    self.room = room
    self.ceiling = ceiling
    let height = room.height ?? plan.height
    self.height = height
    if let reason = rules.exemption(use: use, name: room.names)?.reason {
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
    let slope = ceiling.slope ?? 0
    guard
      let protection = rules.protection(floorArea: room.area, height: height, slope: slope)
    else {
      verdict = .outOfRange
      return
    }
    let parts = RoomParts(
      of: outline, room, in: plan, ceiling: ceiling, rules: rules, protection: protection,
      need: RoomParts.Need(use: use, people: people, height: height, step: millimetres(step)))
    verdict = .place(parts, protection)
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
}

extension RoomTask.Part {
  /// Finds the places of the part, relative to its corner.
  func solve() throws(StudyError) -> CeilingPlan {
    if let spacing,
      let row = CorridorRow.places(
        in: cover.area, spacing: spacing,
        isClear: { place in cover.keepOff.allSatisfy { $0.spare(of: place) >= 0 } }),
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
