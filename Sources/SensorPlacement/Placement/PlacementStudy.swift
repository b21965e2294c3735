import Optimisation
import SpatialCore
public import TwinModel

/// Places devices of the catalogue, kind by kind, in the rooms that get them, at the least cost, with a
/// bound on it.
///
/// Kinds that see or reach are a ``DeviceCover`` for each area; kinds that are counted (one for a room,
/// one for a door) need no search; access points are a ``RadioCover`` for each storey. Doors count as
/// closed unless asked otherwise; glass lets cameras through and stops heat.
public struct PlacementStudy: Sendable {
  /// What can be placed.
  public var catalogue: DeviceCatalogue
  /// The kinds to place.
  public var kinds: [String]
  /// Whether doors are open.
  public var doors: DevicePlacement.Doors
  /// Greatest distance between neighbouring candidates and between neighbouring floor points.
  public var step: Metres

  /// Creates a study.
  public init(
    catalogue: DeviceCatalogue, kinds: [String], doors: DevicePlacement.Doors = .closed,
    step: Metres = 0.5
  ) {
    self.catalogue = catalogue
    self.kinds = kinds
    self.doors = doors
    self.step = step
  }

  /// Places the devices.
  ///
  /// - Parameters:
  ///   - plans: The storeys.
  ///   - facts: What capacity found: uses and seats of rooms.
  ///   - memory: Answers to tasks that came before; equal rooms have equal answers.
  /// - Returns: The devices with bounds, area by area.
  /// - Throws: ``StudyError`` when a kind is not in the catalogue or the solver cannot be used.
  public func run(
    _ plans: [StoreyPlan], facts: [Fact], memory: PlacementMemory
  ) throws(StudyError) -> DevicePlacement {
    for kind in kinds where !catalogue.kinds.contains(kind) {
      throw StudyError(
        study: "placement",
        reason: "no device of kind “\(kind)”; the catalogue has "
          + catalogue.kinds.joined(separator: ", "))
    }
    let known = KnownRooms(facts)
    var result = DevicePlacement(areas: [], findings: [])
    for plan in plans {
      for kind in kinds {
        do {
          try place(kind, in: plan, known, memory, &result)
        } catch {
          throw StudyError(study: "placement", reason: "storey \(plan.name), \(kind): \(error)")
        }
      }
    }
    return result
  }

  private func place(
    _ kind: String, in plan: StoreyPlan, _ known: KnownRooms, _ memory: PlacementMemory,
    _ result: inout DevicePlacement
  ) throws {
    let types = catalogue.types(of: kind)
    var wanted: [GlobalID: Int] = [:]
    for room in plan.rooms {
      guard let use = known.use[room.id.value] else { continue }
      wanted[room.id] = types.compactMap { $0.times(in: use) }.max()
      for note in types.flatMap(\.flags) where note.uses.contains(use) && wanted[room.id] != nil {
        result.findings.append(.flag(room, kind: kind, note.words))
      }
    }
    guard let first = types.first, !wanted.isEmpty else { return }
    switch first.sensing {
    case .door, .room:
      for room in plan.rooms where wanted[room.id] != nil {
        result.areas.append(counted(first, in: room, of: plan))
      }
    case .radio(let link):
      let radio = RadioCover(
        type: first, link: link, plan: plan, wanted: wanted, people: known.people, step: step)
      result.areas += try radio.placements()
    default:
      let areas = try PlacementArea.areas(
        of: plan, wanted: wanted, doorsAreOpen: doors == .open,
        glassIsClear: first.seesThroughGlass)
      for area in areas {
        guard let finding = Finding.tooLarge(area, kind: kind) else {
          let uses = area.rooms.compactMap { known.use[$0.id.value] }
          let suited = types.filter { type in uses.allSatisfy { type.times(in: $0) != nil } }
          result.areas.append(try covered(area, suited, in: plan, memory, &result.findings))
          continue
        }
        result.findings.append(finding)
      }
    }
  }

  private func covered(
    _ area: PlacementArea, _ types: [DeviceType], in plan: StoreyPlan,
    _ memory: PlacementMemory, _ findings: inout [Finding]
  ) throws(OptimisationError) -> AreaPlacement {
    let task = task(area, types, in: plan)
    let solved = SolvedArea(
      task: task.task, plan: try memory.answer(to: task.task), origin: task.origin)
    let answer = solved.plan
    var placement = AreaPlacement(
      storey: plan.storey, rooms: area.rooms.map(\.id).sorted(), kind: types.first?.kind ?? "",
      devices: [], cost: Yuan(answer.cost), bound: Yuan(answer.bound),
      present: task.task.present.count, floor: area.floor.area,
      blind: SquareMetres(answer.blindArea),
      blindPoints: answer.blind.map { blind in
        (
          plan.local(PlanPoint(blind.point.x + task.origin.x, blind.point.y + task.origin.y)),
          blind.reason.rawValue
        )
      }, unshown: SquareMetres(answer.unshownArea), nodes: answer.nodes, solved: solved)
    var numbers: [GlobalID: Int] = [:]
    for view in answer.views {
      let at = PlanPoint(view.place.x + task.origin.x, view.place.y + task.origin.y)
      let room =
        area.rooms.first { $0.outline.contains { $0.contains(at) } } ?? area.rooms[0]
      numbers[room.id, default: 0] += 1
      placement.devices.append(
        PlacedDevice(
          types[view.type], number: numbers[room.id] ?? 1, at: at, height: view.height,
          heading: view.heading, room: room, plan: plan))
    }
    if let finding = Finding.blind(placement, area.rooms[0]) { findings.append(finding) }
    return placement
  }

  private func task(
    _ area: PlacementArea, _ types: [DeviceType], in plan: StoreyPlan
  ) -> (task: DeviceCover, origin: PlanPoint) {
    let origin = area.floor.bounds.min
    let floor = DetectionArea(
      outline: area.floor, blockers: RoomTask.blockers(in: plan, area.rooms, height: area.height))
    let options = types.compactMap { DeviceCover.Option($0, roomHeight: area.height) }
    let present: [DeviceView] = area.rooms.flatMap { room in
      PresentDetectors(of: room, in: plan, kind: types.first?.kind ?? "").places(in: plan)
    }.filter(floor.contains).compactMap { place in
      // Where a camera of the model looks, no model says.
      guard let shape = options.first?.shape, shape.angle == nil else { return nil }
      return DeviceView(
        type: -1, place: PlanPoint(place.x - origin.x, place.y - origin.y), heading: nil,
        shape: shape)
    }
    let cover = DeviceCover(
      area: floor.moved(by: origin), options: options, times: area.times,
      minimum: types.map { $0.least(in: area.floor.area) }.max() ?? 1,
      margin: types.map { millimetres($0.margin) }.max() ?? 0, present: present,
      step: millimetres(step))
    return (cover, origin)
  }

  private func counted(
    _ type: DeviceType, in room: PlanRoom, of plan: StoreyPlan
  ) -> AreaPlacement {
    let height = min(type.mounting.height ?? plan.height, room.height ?? plan.height)
    var places: [PlanPoint] = []
    if type.sensing == .door {
      places = plan.openings.filter { $0.kind == .door && room.doors.contains($0.id) }.map {
        PlanPoint(($0.start.x + $0.end.x) / 2, ($0.start.y + $0.end.y) / 2)
      }
    } else if let part = room.outline.max(by: { $0.area < $1.area }) {
      // The middle of the longest wall.
      let walls = part.outer.indices.map {
        (part.outer[$0], part.outer[($0 + 1) % part.outer.count])
      }
      if let wall = walls.max(by: { squaredDistance($0.0, $0.1) < squaredDistance($1.0, $1.1) }) {
        places = [PlanPoint((wall.0.x + wall.1.x) / 2, (wall.0.y + wall.1.y) / 2)]
      }
    }
    let present = PresentDetectors(of: room, in: plan, kind: type.kind).devices.count
    let devices = places.dropFirst(present).enumerated().map { number, place in
      PlacedDevice(
        type, number: number + 1, at: place, height: height, heading: nil, room: room, plan: plan)
    }
    let cost = Yuan(Double(devices.count) * type.cost.value)
    return AreaPlacement(
      storey: plan.storey, rooms: [room.id], kind: type.kind, devices: Array(devices), cost: cost,
      bound: cost, present: present, floor: room.area, blind: 0, blindPoints: [], unshown: 0,
      nodes: 0, solved: nil)
  }
}

extension PlacedDevice {
  init(
    _ type: DeviceType, number: Int, at place: PlanPoint, height: Metres, heading: Double?,
    room: PlanRoom, plan: StoreyPlan
  ) {
    let local = plan.local(place)
    let floor = plan.elevation.value + Double(room.floor) / 1000
    let turned = heading.map {
      Degrees(
        ($0.truncatingRemainder(dividingBy: 360) + 360)
          .truncatingRemainder(dividingBy: 360))
    }
    self.init(
      id: GlobalID("\(room.id)#\(type.kind)-\(number)"), type: type, storey: plan.storey,
      room: room.id, position: Point3(local.x, local.y, floor + height.value), height: height,
      heading: turned)
  }
}
