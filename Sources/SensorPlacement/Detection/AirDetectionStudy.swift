import Optimisation
public import TwinModel

/// In which rooms a number of air sensors notices events soonest: a ``DetectionPlan``.
///
/// An event is a source in one room, counted by the people of it; d_ai is when a sensor in room i
/// reports it, from ``RoomBoxes``. Within a room the air is taken to be mixed, so that the choice is of
/// rooms, not of places. Every room that may have the sensor is the source of one event; the air of all
/// rooms of a storey takes part. Storeys exchange no air.
public struct AirDetectionStudy: Sendable {
  /// What is simulated.
  public var rules: AirEventRules
  /// The event, one of the rules'.
  public var event: AirEventRules.Event
  /// The types of sensor that may stand; of one kind.
  public var types: [DeviceType]
  /// Whether doors are open.
  public var doors: DevicePlacement.Doors

  /// More rooms on a storey than this are not simulated.
  private static let mostRooms = 1_000

  /// Creates a study.
  public init(
    rules: AirEventRules, event: AirEventRules.Event, types: [DeviceType],
    doors: DevicePlacement.Doors
  ) {
    self.rules = rules
    self.event = event
    self.types = types
    self.doors = doors
  }

  /// Chooses rooms.
  ///
  /// - Parameters:
  ///   - plans: The storeys.
  ///   - facts: What capacity found: uses and people of rooms.
  ///   - count: Sensors in all storeys together.
  /// - Returns: The places, and the mean time for every number of devices up to `count`.
  /// - Throws: ``StudyError`` for a storey with too many rooms, or when the solver cannot be used.
  public func run(
    _ plans: [StoreyPlan], facts: [Fact], count: Int
  ) throws(StudyError) -> DetectionPlan {
    let known = KnownRooms(facts)
    var parts: [DetectionPart] = []
    for plan in plans {
      guard plan.rooms.count <= Self.mostRooms else {
        throw StudyError(
          study: "detection",
          reason: "storey \(plan.name) has \(plan.rooms.count) rooms, more than \(Self.mostRooms)")
      }
      parts.append(part(plan, known))
    }
    let unheard = parts.flatMap(\.events).filter(\.answers.isEmpty).map {
      Finding.unnoticed($0.room, "the rise stays below the threshold")
    }
    do {
      return try DetectionPlan(parts, horizon: rules.horizon, upTo: count, findings: unheard)
    } catch {
      throw StudyError(study: "detection", reason: "\(error)")
    }
  }

  private func part(_ plan: StoreyPlan, _ known: KnownRooms) -> DetectionPart {
    let rooms = plan.rooms.filter { $0.area.value > 0 }
    var part = DetectionPart()
    var sources: [Int] = []
    for (index, room) in rooms.enumerated() {
      guard let use = known.use[room.id.value],
        let type = types.filter({ $0.times(in: use) != nil }).min(by: { $0.cost < $1.cost }),
        let spot = spot(type, room, plan)
      else { continue }
      sources.append(index)
      part.spots.append(spot)
    }
    guard !sources.isEmpty else { return part }
    let people = rooms.map { room in
      known.people[room.id.value]
        ?? Int(min(1e6, (room.area.value / rules.floorEach.value).rounded()))
    }.map { max(1, $0) }
    let times = boxes(of: rooms, in: plan).times(
      emissions: people.map { event.emission * (event.source == .person ? Double($0) : 1) },
      threshold: event.threshold, step: rules.step.value,
      steps: Int((rules.horizon.value / rules.step.value).rounded()), sources: sources)
    part.events = zip(sources, times).map { source, times in
      DetectionPart.Event(
        storey: plan.storey, room: rooms[source].id, place: nil, weight: Double(people[source]),
        answers: sources.enumerated().compactMap { place, room in
          times[room].map { $0 + rules.delay.value }.flatMap {
            $0 < rules.horizon.value ? MedianProblem.Answer(place: place, cost: $0) : nil
          }
        })
    }
    return part
  }

  /// The place of a room that is farthest from its walls.
  private func spot(
    _ type: DeviceType, _ room: PlanRoom, _ plan: StoreyPlan
  ) -> DetectionPlan.Spot? {
    guard let outline = room.outline.max(by: { $0.area < $1.area }) else { return nil }
    let area = DetectionArea(outline: outline)
    let box = outline.bounds
    let places = CandidatePlaces.ceilingOrNarrower(
      area, clearance: millimetres(type.mounting.clearance),
      step: max(500, max(box.max.x - box.min.x, box.max.y - box.min.y) / 20))
    let best = places.map { (place: $0, clearance: area.clearance(of: $0)) }.max {
      ($0.clearance, $1.place) < ($1.clearance, $0.place)
    }
    let ceiling = room.height ?? plan.height
    return best.map {
      DetectionPlan.Spot(
        type.kind, at: $0.place, height: min(type.mounting.height ?? ceiling, ceiling), room: room,
        plan: plan)
    }
  }

  /// Doors lead air between the rooms beside them, holes too.
  private func boxes(of rooms: [PlanRoom], in plan: StoreyPlan) -> RoomBoxes {
    let index = Dictionary(
      rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let volumes = rooms.map { max(0.1, $0.area.value * ($0.height ?? plan.height).value) }
    var boxes = RoomBoxes(
      volumes: volumes, losses: volumes.map { $0 * (rules.outdoorChanges + event.settling) },
      exchanges: [])
    for opening in plan.openings where opening.kind != .window && opening.rooms.count == 2 {
      guard let first = index[opening.rooms[0]], let second = index[opening.rooms[1]] else {
        continue
      }
      let flow =
        doors == .open || opening.kind == .hole
        ? rules.openDoor(
          width: Metres(Double(opening.width) / 1000),
          height: Metres(Double(opening.head - opening.sill) / 1000)) : rules.closedDoor
      boxes.exchanges.append((first, second, flow))
    }
    return boxes
  }
}

extension Finding {
  static func unnoticed(_ room: GlobalID, _ reason: String) -> Finding {
    Finding(
      .warning, code: "detection.unnoticed", subject: room.value,
      message:
        "an event in room \(room) is not noticed in time by a device at any place: \(reason)",
      suggestion: "see threshold and horizon in seeds/detection")
  }
}

extension DetectionPlan.Spot {
  init(
    _ kind: String, at place: PlanPoint, height: Metres, room: PlanRoom, plan: StoreyPlan
  ) {
    let local = plan.local(place)
    let floor = plan.elevation.value + Double(room.floor) / 1000
    self.init(
      kind: kind, storey: plan.storey, room: room.id,
      position: Point3(local.x, local.y, floor + height.value), height: height)
  }
}
