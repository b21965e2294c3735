import Optimisation
public import TwinModel

/// Where a number of smoke detectors notices fires soonest: a ``DetectionPlan``.
///
/// A fire burns in the middle of each cell of the floor and counts with the cell's area, so that fires
/// are equally likely on every square metre; d_ai is the mean time over the classes of fires until a
/// detector at i reports it, by ``CeilingJet``. The jet stays in its room and does not go round
/// corners: a detector notices fires that it sees in plan. Ceilings are flat, doors closed. Rooms are
/// those that get detectors by GB 50116; the number of detectors there is another question.
public struct SmokeDetectionStudy: Sendable {
  /// Physics and fires.
  public var jet: CeilingJet
  /// Which rooms get detectors, and how far from walls they hang.
  public var rules: PointDetectorRules

  /// Least distance of candidates and of fires (m).
  private static let pitch = 2.0
  /// About as many candidates and fires are laid over one room at most.
  private static let mostPlaces = 36.0

  /// Creates a study.
  public init(jet: CeilingJet, rules: PointDetectorRules) {
    self.jet = jet
    self.rules = rules
  }

  /// Chooses places.
  ///
  /// - Parameters:
  ///   - plans: The storeys.
  ///   - facts: What capacity found: uses and people of rooms.
  ///   - count: Detectors in all rooms together.
  /// - Returns: The places, and the mean time for every number of devices up to `count`.
  /// - Throws: ``StudyError`` when the solver cannot be used.
  public func run(
    _ plans: [StoreyPlan], facts: [Fact], count: Int
  ) throws(StudyError) -> DetectionPlan {
    let known = KnownRooms(facts)
    var parts: [DetectionPart] = []
    var findings: [Finding] = []
    for plan in plans {
      for room in plan.rooms {
        // Fires are simulated under flat ceilings.
        let task = RoomTask(
          room, in: plan, use: known.use[room.id.value],
          people: known.people[room.id.value] ?? 0, rules: rules, step: 0.5)
        switch task.verdict {
        case .exempt, .withoutOutline: continue
        case .outOfRange, .tooLarge:
          findings.append(
            Finding(
              .warning, code: "detection.room", subject: room.id.value,
              message:
                "room \(room.name) is too large or too high for the rules of detectors, so no "
                + "fire was simulated in it", suggestion: "check outlines and units"))
        case .place(let floors, _):
          let own = floors.parts.map { part($0, room, task.height, plan) }
          findings += own.flatMap(\.events).filter(\.answers.isEmpty).prefix(1).map {
            Finding.unnoticed($0.room, "the ceiling is too high, or a corner is hidden")
          }
          parts += own
        }
      }
    }
    do {
      return try DetectionPlan(parts, horizon: jet.horizon, upTo: count, findings: findings)
    } catch {
      throw StudyError(study: "detection", reason: "\(error)")
    }
  }

  /// Candidates and fires of one piece of floor.
  private func part(
    _ floor: RoomTask.Part, _ room: PlanRoom, _ height: Metres, _ plan: StoreyPlan
  ) -> DetectionPart {
    let area = floor.cover.area
    let pitch = max(
      Self.pitch, (area.outline.area.value / Self.mostPlaces).squareRoot())
    let places = CandidatePlaces.ceilingOrNarrower(
      area, clearance: floor.cover.clearance, step: millimetres(Metres(pitch)))
    func inPlan(_ point: PlanPoint) -> PlanPoint {
      PlanPoint(point.x + floor.origin.x, point.y + floor.origin.y)
    }
    var part = DetectionPart()
    part.spots = places.map {
      DetectionPlan.Spot(
        rules.kind, at: inPlan($0), height: height, room: room, plan: plan)
    }
    let rise = max(0.1, height - jet.fireHeight)
    part.events = Self.fires(area, pitch: pitch).map { fire in
      DetectionPart.Event(
        storey: plan.storey, room: room.id, place: plan.local(inPlan(fire.place)),
        weight: fire.floor,
        answers: places.enumerated().compactMap { index, place in
          guard area.sees(place, fire.place) else { return nil }
          let along = Double(squaredDistance(place, fire.place)).squareRoot() / 1000
          let time = jet.meanTime(height: rise, distance: Metres(along))
          return time < jet.horizon ? .init(place: index, cost: time.value) : nil
        })
    }
    return part
  }

  /// The middles of equal cells that lie on the floor, with the area of a cell (m²).
  private static func fires(
    _ area: DetectionArea, pitch: Double
  ) -> [(place: PlanPoint, floor: Double)] {
    let box = area.outline.bounds
    let (width, depth) = (box.max.x - box.min.x, box.max.y - box.min.y)
    let columns = max(1, Int64((Double(width) / 1000 / pitch).rounded(.up)))
    let rows = max(1, Int64((Double(depth) / 1000 / pitch).rounded(.up)))
    let floor = Double(width * depth) / 1e6 / Double(columns * rows)
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        PlanPoint(
          box.min.x + width * (2 * column + 1) / (2 * columns),
          box.min.y + depth * (2 * row + 1) / (2 * rows))
      }
    }.filter(area.contains).map { ($0, floor) }
  }
}
