import TwinModel

extension CampusSurvey {
  /// What could not be known, and what is probably not as meant; one finding for each kind of
  /// problem, with the number of rooms and the first few of them.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    if rooms.isEmpty {
      findings.append(
        Finding(
          .error, code: "capacity.rooms.none", subject: input.campus.id.value,
          message: "The model has no spaces, so it says nothing of classrooms and seats.",
          suggestion: "Export the rooms (IfcSpace) with names and base quantities."))
    } else if stages.isEmpty {
      findings.append(
        Finding(
          .error, code: "capacity.stages.unknown", subject: input.campus.id.value,
          message: "The campus says no stage and no classroom's name does, so the class size is "
            + "not known and no seats were counted.",
          suggestion: "Import the campus with its stages, such as --stage primary."))
    } else if !isCapacityKnown {
      findings.append(
        Finding(
          .error, code: "capacity.classrooms.none", subject: input.campus.id.value,
          message: "No ordinary classroom was recognised, so no seats were counted.",
          suggestion: "Name the rooms by their use, or add your words to seeds/rooms/uses.yaml."))
    }
    return findings + useFindings() + areaFindings() + planFindings() + specialFindings()
  }

  private func useFindings() -> [Finding] {
    [
      about(
        rooms.filter { $0.use == study.uses.unassigned && !$0.classification.isAmbiguous },
        .warning, code: "room.use.unknown", says: "could not be classified by name",
        suggestion: "Name them by their use, or add your words to seeds/rooms/uses.yaml."),
      about(
        rooms.filter(\.classification.isAmbiguous), .warning, code: "room.use.ambiguous",
        says: "name two uses and were left unclassified",
        suggestion: "Give each room one use in its long name."),
      about(
        rooms.filter { !$0.classification.rivals.isEmpty && !$0.classification.isAmbiguous },
        .info, code: "room.use.conflict",
        says: "are called one thing in the long name and another elsewhere; the long name was taken"
      ),
      about(
        assignment.contradicting, .warning, code: "room.stage.contradicts",
        says: "name a stage that the campus does not have",
        suggestion: "Correct the stages of the campus or the names."),
    ].compactMap { $0 }
  }

  private func areaFindings() -> [Finding] {
    [
      about(
        rooms.filter { $0.area == nil && ($0.use.role == .home || $0.use.role == .special) },
        .warning, code: "room.area.none",
        says: "have neither an outline nor a declared area and hold no seats",
        suggestion: "Export the rooms' bodies or their base quantities."),
      about(
        rooms.filter(differsFromDeclared), .info, code: "room.area.declared_differs",
        says: "have a declared net area more than 5 % off the measured one; the measured was taken"),
      about(
        rooms.filter(isUndersized), .warning, code: "classroom.undersized",
        says: study.countsUndersizedRooms
          ? "are too small for a whole class and were counted with the seats they have"
          : "are too small for a whole class and were not counted",
        suggestion: "A smaller class size or countsUndersizedRooms would count them."),
    ].compactMap { $0 }
  }

  private func differsFromDeclared(_ room: SurveyedRoom) -> Bool {
    guard let area = room.area, let declared = SurveyedRoom.declaredArea(of: room.space) else {
      return false
    }
    return abs(area.value - declared.value) > 0.05 * declared.value
  }

  private func planFindings() -> [Finding] {
    var findings: [Finding] = []
    let planned = Set(input.plans.map(\.storey))
    let unplanned = rooms.filter { !planned.contains($0.storey) }
    findings += [
      about(
        unplanned, .warning, code: "room.plan.none",
        says: "lie on storeys without a plan: storey number, doors and windows are not known"),
      about(
        rooms.filter { room in
          room.use.isTeaching && room.plan != nil && room.plan?.doors.isEmpty == true
        }, .warning, code: "room.doors.none",
        says: "are teaching rooms without a door in the model",
        suggestion: "Model the doors, or the space boundaries that join them to the rooms."),
    ].compactMap { $0 }
    for plan in input.plans {
      let here = rooms.filter { $0.storey == plan.storey }
      guard let pupils = pupils(here), pupils > 0,
        StoreyEscape(plan, role: role, clearWidth: clearWidth).width == nil
      else { continue }
      findings.append(
        Finding(
          .warning, code: "storey.exits.none", subject: plan.storey.value,
          message: "Storey “\(plan.name)” has \(pupils) seats and no door "
            + (plan.number == 1 ? "that leads outside" : "into a stair")
            + ", so its escape width is not known.",
          suggestion: "Model stairs as spaces and the doors between them and the corridors."))
    }
    return findings
  }

  private func specialFindings() -> [Finding] {
    guard !homeClasses.isEmpty else { return [] }
    return specialRooms.filter { special in
      special.group.binds && special.rooms.isEmpty
        && stages.contains { (special.group.periodsPerClass[$0] ?? 0) > 0 }
    }.map { special in
      Finding(
        .info, code: "capacity.special.none", subject: input.campus.id.value,
        message: "No \(special.group.english) (\(special.group.chinese)) was recognised; its "
          + "lessons are taken to be held elsewhere and limit no seats.")
    }
  }

  private func about(
    _ rooms: [SurveyedRoom], _ severity: Finding.Severity, code: String, says: String,
    suggestion: String = ""
  ) -> Finding? {
    guard let first = rooms.first else { return nil }
    let names = rooms.prefix(3).map { "“\($0.label)”" }.joined(separator: ", ")
    let count = rooms.count == 1 ? "1 room" : "\(grouped(rooms.count)) rooms"
    return Finding(
      severity, code: code, subject: rooms.count == 1 ? first.id.value : input.campus.id.value,
      message: "\(count) \(says): \(names)\(rooms.count > 3 ? ", …" : "").", suggestion: suggestion)
  }
}
