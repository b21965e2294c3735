import SpatialCore
public import TwinModel

/// Places point detectors of one type by GB 50116-2013, room by room, with a bound on how few can do.
///
/// Doors count as closed: a detector serves its own room. In each room every bit of floor must be
/// within the protection radius of a detector and in its sight, in plan, and there are at least
/// S / (K · A) detectors (6.2.2); corridors narrower than 3 m follow the spacing rule (6.2.4);
/// detectors keep clear of walls, beams and columns (6.2.5, 6.2.6) where the width allows it, and of air
/// outlets (6.2.8); shelves up to the ceiling part a room (6.2.7), and so do deep beams (6.2.3).
/// Roofs of two slopes get a row at the ridge (6.2.10). Slopes and beams are what the campus has above
/// the room; where it has nothing there, the ceiling is taken to be flat and a finding says so.
///
/// The bound of a room holds for all places where the floor area alone asks for that number, else for
/// places on a grid (the fact's note says which); points of the floor make it a lower bound, and the
/// plan is checked between the points, cell by cell.
public struct PointDetectorStudy: CampusStudy {
  /// The rules, from the seeds.
  public var rules: PointDetectorRules
  /// Greatest distance between neighbouring candidates and between neighbouring floor points.
  public var step: Metres

  static let studyName = "sensors"

  /// Creates a study.
  public init(rules: PointDetectorRules, step: Metres = 0.5) {
    self.rules = rules
    self.step = step
  }

  /// Its name.
  public var name: String { Self.studyName }
  /// Its version.
  public var version: Int { 3 }
  /// Step and rules.
  public var parameters: [String: String] {
    ["step": "\(step)", "rules": "\(rules)"]
  }

  /// Places the detectors of a campus.
  ///
  /// - Throws: ``StudyError`` when the solver cannot be used or the step is not a length.
  public func run(_ input: StudyInput) throws(StudyError) -> StudyOutput {
    try place(input).output
  }

  /// Places the detectors of a campus, with what each of them serves.
  ///
  /// - Throws: ``StudyError`` as ``run(_:)`` does.
  public func place(_ input: StudyInput) throws(StudyError) -> PointDetectorPlacement {
    guard millimetres(step) >= 50, step.value <= 5 else {
      throw StudyError(study: name, reason: "step is \(step), but must be 0.05 m to 5 m")
    }
    var report = PointDetectorReport(study: self)
    let uses = KnownRooms(input.facts)
    let ceilings = CampusCeilings(input.campus)
    // Equal rooms of a school are many; each shape is solved once.
    var solved: [RoomTask.Part: CeilingPlan] = [:]
    var areas: [PointDetectorPlacement.Area] = []
    for plan in input.plans {
      var storey = StoreyTally()
      for room in plan.rooms {
        // What capacity could not assign is as good as unknown here.
        let use = uses.use[room.id.value].flatMap { $0 == "unassigned" ? nil : $0 }
        var ceiling = RoomCeiling()
        if rules.exemption(use: use, name: room.names) == nil {
          do { ceiling = try ceilings.ceiling(over: room, in: plan) } catch {
            report.note(.uncutCeiling(room, error))
          }
        }
        let task = RoomTask(
          room, in: plan, below: ceiling, use: use, people: uses.people[room.id.value] ?? 0,
          rules: rules, step: step)
        if use == nil, rules.type == .smoke { report.withoutUse += 1 }
        if room.height == nil { report.withoutHeight += 1 }
        var placements: [CeilingPlan] = []
        if case .place(let ceiling, _) = task.verdict {
          if let error = ceiling.uncut { report.note(.uncutCeiling(room, error)) }
          for part in ceiling.parts {
            let answer: CeilingPlan
            if let known = solved[part.shape] {
              answer = known
            } else {
              answer = try part.solve()
              solved[part.shape] = answer
            }
            placements.append(answer)
            areas.append(.init(storey: plan.storey, part: part, plan: answer))
          }
        }
        report.add(task, placements, in: plan, below: ceilings, to: &storey)
      }
      report.close(storey, of: plan)
    }
    return PointDetectorPlacement(
      output: report.output(for: input, below: ceilings), areas: areas)
  }
}

/// What earlier studies know of the rooms.
struct KnownRooms {
  var use: [String: String] = [:]
  var people: [String: Int] = [:]

  init(_ facts: [Fact]) {
    for fact in facts where fact.subject.kind == .space {
      if fact.quantity == "room.use", let word = fact.value.text { use[fact.subject.id] = word }
      if fact.quantity == "room.seats", let count = fact.value.number, count.isFinite {
        people[fact.subject.id] = Int(max(0, min(1e6, count)))
      }
    }
  }
}
