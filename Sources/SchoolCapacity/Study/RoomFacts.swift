import TwinModel

extension CampusSurvey {
  /// Facts of every room, in order of the model.
  func roomFacts() -> [Fact] {
    let plans = Dictionary(
      input.plans.map { ($0.storey, $0) }, uniquingKeysWith: { first, _ in first })
    return rooms.flatMap { room -> [Fact] in
      var facts = [
        fact(
          room, "room.use", .text(room.use.id), stage: stage(of: room),
          note: room.classification.synonym.isEmpty
            ? "" : "recognised by “\(room.classification.synonym)”")
      ]
      if let area = room.area {
        facts.append(fact(room, "room.usable_area", .number(area.value), note: room.areaNote))
      }
      if let number = room.storeyNumber {
        facts.append(fact(room, "room.storey_number", .number(Double(number))))
      }
      if let height = room.plan?.height ?? room.space.height, height.value > 0 {
        facts.append(fact(room, "room.clear_height", .number(height.value)))
      }
      facts += seatFacts(room)
      if let plan = plans[room.storey], let planned = room.plan {
        facts += doorFacts(room, planned, plan)
        facts += windowFacts(room, planned, plan)
        facts += corridorFacts(room, planned, plan)
      }
      return facts
    }
  }

  private func fact(
    _ room: SurveyedRoom, _ quantity: QuantityName, _ value: FactValue, stage: Stage? = nil,
    method: Method = .model, evidence: [GlobalID]? = nil, note: String = ""
  ) -> Fact {
    Fact(
      .space(room.id), quantity, value, stage: stage, method: method,
      evidence: evidence ?? [room.id], source: source, note: note)
  }

  private func seatFacts(_ room: SurveyedRoom) -> [Fact] {
    var facts: [Fact] = []
    if let seats = seats(room), let byArea = seatsByArea(room),
      let stage = assignment.stages[room.id]
    {
      let cap = study.classSize[stage]
      facts.append(
        fact(
          room, "room.seats", .number(Double(seats)), stage: stage, method: .simulation,
          note: byArea > cap
            ? "the area has room for \(byArea), capped by a class of \(cap)" : ""))
    }
    if let area = room.area, let classes = room.use.classesAtOnce {
      for stage in stage(of: room).map({ [$0] }) ?? stages {
        let pupils = classes * study.classSize[stage]
        facts.append(
          fact(
            room, "room.area_per_seat", .number(area.value / Double(pupils)), stage: stage,
            note: "for \(pupils) pupils"))
      }
    }
    return facts
  }

  private func doorFacts(
    _ room: SurveyedRoom, _ planned: PlanRoom, _ plan: StoreyPlan
  ) -> [Fact] {
    guard !room.use.role.isCirculation, room.use.isIndoor else { return [] }
    let doors = plan.openings.filter {
      $0.kind == .door && ($0.rooms.contains(room.id) || planned.doors.contains($0.id))
    }
    guard !doors.isEmpty else { return [] }
    let width = doors.map { clearWidth(of: $0).value }.min() ?? 0
    return [
      fact(room, "room.exit_doors", .number(Double(doors.count)), evidence: doors.map(\.id)),
      fact(
        room, "room.exit_door_width", .number(width), evidence: doors.map(\.id),
        note: "overall width less the frame"),
    ]
  }

  /// Clear width of a door or hole.
  func clearWidth(of opening: PlanOpening) -> Metres {
    study.clearWidth.clearWidth(of: opening, isFireDoor: fireDoors.contains(opening.id))
  }

  /// Window area over floor area, for rooms where classes sit.
  ///
  /// Only windows with no other room behind them count, by their overall size. A room without a
  /// window says something only where the storey has windows and no curtain wall that could be one.
  private func windowFacts(
    _ room: SurveyedRoom, _ planned: PlanRoom, _ plan: StoreyPlan
  ) -> [Fact] {
    guard room.use.role == .home || room.use.role == .special, let area = room.area else {
      return []
    }
    let outer = plan.openings.filter {
      $0.kind == .window && planned.windows.contains($0.id) && $0.rooms.allSatisfy { $0 == room.id }
    }
    let isKnown =
      plan.openings.contains { $0.kind == .window } && !plan.walls.contains(where: \.isCurtainWall)
    guard !outer.isEmpty || isKnown else { return [] }
    let glass = outer.reduce(0) { $0 + Double($1.width * max(0, $1.head - $1.sill)) / 1e6 }
    return [
      fact(
        room, "room.window_floor_ratio", .number(glass / area.value), evidence: outer.map(\.id),
        note: "overall size of \(outer.count) windows")
    ]
  }

  private func corridorFacts(
    _ room: SurveyedRoom, _ planned: PlanRoom, _ plan: StoreyPlan
  ) -> [Fact] {
    guard room.use.role == .corridor else { return [] }
    var facts: [Fact] = []
    if let width = CorridorWidth.narrowest(planned.outline) {
      facts.append(
        fact(room, "room.corridor_width", .number(width.value), note: "at its narrowest"))
    }
    let sides = CorridorSides.count(of: planned, in: plan) { role($0).isCirculation }
    if let sides {
      facts.append(fact(room, "room.corridor_sides", .number(Double(sides))))
    }
    return facts
  }
}
