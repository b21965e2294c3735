import SpatialCore
import TwinModel

/// Sums of one storey.
struct StoreyTally {
  var required = 0
  var bound = 0
  var isProven = true
  var rooms: [GlobalID] = []
  /// Rooms that need detectors, but have no plan.
  var open: [GlobalID] = []
}

/// Collects what the study says: facts, devices and findings, in order of storeys and rooms.
struct PointDetectorReport {
  private let study: PointDetectorStudy
  private var rules: PointDetectorRules { study.rules }
  private var facts: [Fact] = []
  private var devices: [Device] = []
  private(set) var findings: [Finding] = []
  private var required = 0
  private var openRooms = 0
  private var unverifiedRooms = 0
  private var flatRooms = 0
  private var unverifiedBays = 0
  /// Rooms whose use no fact says.
  var withoutUse = 0
  /// Rooms whose clear height the plan does not have.
  var withoutHeight = 0

  init(study: PointDetectorStudy) { self.study = study }

  /// Adds a problem of the model.
  mutating func note(_ finding: Finding) { findings.append(finding) }

  // MARK: - Rooms

  /// Adds a room with the plans of its parts.
  mutating func add(
    _ task: RoomTask, _ placements: [CeilingPlan], in plan: StoreyPlan,
    below ceilings: CampusCeilings,
    to storey: inout StoreyTally
  ) {
    let room = task.room
    let present = PresentDetectors(of: room, in: plan, kind: study.rules.kind)
    switch task.verdict {
    case .exempt(let reason):
      say(room, rules.quantity("room", "detectors_required"), 0, note: reason)
    case .withoutOutline:
      storey.open.append(room.id)
      findings.append(.withoutOutline(room))
    case .tooLarge:
      storey.open.append(room.id)
      findings.append(.tooLarge(room))
    case .outOfRange:
      storey.open.append(room.id)
      findings.append(.outOfRange(room, height: task.height, rules: study.rules))
    case .place(let areas, let protection):
      let parts = areas.parts
      let count = placements.reduce(0) { $0 + $1.places.count }
      let bound = areas.bound(placements.map(\.bound))
      storey.required += count
      storey.bound += bound
      storey.isProven = storey.isProven && count == bound
      storey.rooms.append(room.id)
      if !protection.isVerified, !areas.isNarrowCorridor { unverifiedRooms += 1 }
      if areas.dividedBays > 0, !rules.beams.isVerified { unverifiedBays += 1 }
      if task.ceiling.slope == nil { flatRooms += 1 }
      let words = Words(
        rules: study.rules, protection: protection, placements: placements, areas: areas,
        slope: task.ceiling.slope)
      say(room, rules.quantity("room", "detectors_required"), Double(count), note: words.note)
      say(
        room, rules.quantity("room", "coverage"), present.coverage(of: parts, in: plan),
        evidence: present.devices.map(\.id), note: "\(words.basis)")
      place(task, parts, placements, properties: words.properties, in: plan, below: ceilings)
      findings += words.findings(for: room, in: plan, parts: parts)
    }
    facts.append(
      Fact(
        .space(room.id), rules.quantity("room", "detectors_present"),
        .number(Double(present.devices.count)),
        method: .model, evidence: [room.id] + present.devices.map(\.id), source: study.source))
  }

  private mutating func say(
    _ room: PlanRoom, _ quantity: QuantityName, _ value: Double, evidence: [GlobalID] = [],
    note: String
  ) {
    facts.append(
      Fact(
        .space(room.id), quantity, .number(value), method: .simulation,
        evidence: [room.id] + evidence, source: study.source, note: note))
  }

  private mutating func place(
    _ task: RoomTask, _ parts: [RoomTask.Part], _ placements: [CeilingPlan],
    properties: [Property], in plan: StoreyPlan, below ceilings: CampusCeilings
  ) {
    var number = 0
    let isSloped = (task.ceiling.slope ?? 0) > 0
    let top = plan.elevation.value + Double(task.room.floor) / 1000 + task.height.value
    for (part, placement) in zip(parts, placements) {
      for point in placement.places {
        number += 1
        let place = plan.local(PlanPoint(point.x + part.origin.x, point.y + part.origin.y))
        let height =
          isSloped
          ? ceilings.underside(at: place, over: task.room, in: plan)?.value ?? top : top
        devices.append(
          Device(
            id: GlobalID("\(task.room.id)#\(study.rules.type.word)-\(number)"),
            kind: study.rules.kind,
            position: Point3(place.x, place.y, height), space: task.room.id, origin: .proposed,
            properties: properties))
      }
    }
  }

  // MARK: - Storeys and campus

  /// Adds the sums of a storey.
  mutating func close(_ storey: StoreyTally, of plan: StoreyPlan) {
    let note =
      storey.open.isEmpty
      ? "" : "without \(storey.open.count) rooms that no detectors could be placed in"
    required += storey.required
    openRooms += storey.open.count
    func fact(_ quantity: QuantityName, _ value: FactValue) -> Fact {
      Fact(
        .storey(plan.storey), quantity, value, method: .simulation, evidence: storey.rooms,
        source: study.source, note: note)
    }
    facts.append(
      fact(rules.quantity("storey", "detectors_required"), .number(Double(storey.required))))
    facts.append(fact(rules.quantity("storey", "detectors_bound"), .number(Double(storey.bound))))
    facts.append(
      fact(
        rules.quantity("storey", "placement_proven"), .flag(storey.isProven && storey.open.isEmpty))
    )
  }

  /// All that was said.
  func output(for input: StudyInput, below ceilings: CampusCeilings) -> StudyOutput {
    let campus = Subject.campus(input.campus.id)
    let kind = study.rules.kind
    let present = input.plans.flatMap(\.devices).filter { $0.kind == kind }
    var facts = facts
    facts.append(
      Fact(
        campus, rules.quantity("campus", "detectors_required"), .number(Double(required)),
        method: .simulation,
        source: study.source,
        note: openRooms == 0
          ? "" : "without \(openRooms) rooms that no detectors could be placed in"))
    facts.append(
      Fact(
        campus, rules.quantity("campus", "detectors_present"), .number(Double(present.count)),
        method: .model,
        evidence: present.map(\.id), source: study.source))
    return StudyOutput(
      facts: facts, findings: findings + assumptions(for: input, below: ceilings),
      devices: devices.sorted { $0.id < $1.id })
  }

  private func assumptions(
    for input: StudyInput, below ceilings: CampusCeilings
  ) -> [Finding] {
    var list: [Finding] = []
    if flatRooms > 0 { list.append(.flatCeilings(flatRooms, input.campus.id)) }
    if !devices.isEmpty, !ceilings.hasBeams { list.append(.withoutBeams(input.campus.id)) }
    let hasOutlets = input.plans.flatMap(\.devices).contains {
      rules.outlets.kinds.contains($0.kind)
    }
    if !devices.isEmpty, !hasOutlets { list.append(.withoutOutlets(input.campus.id)) }
    if unverifiedBays > 0 {
      list.append(.unverifiedBays(unverifiedBays, input.campus.id, rules: rules))
    }
    if withoutUse > 0 { list.append(.withoutUse(withoutUse, input.campus.id)) }
    if withoutHeight > 0 { list.append(.withoutHeight(withoutHeight, input.campus.id)) }
    if unverifiedRooms > 0 {
      list.append(.unverified(unverifiedRooms, input.campus.id, rules: study.rules))
    }
    return list
  }
}
