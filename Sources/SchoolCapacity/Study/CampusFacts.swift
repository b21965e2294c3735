import TwinModel

extension CampusSurvey {
  /// Floor area and storeys of every building, in order of the model.
  func buildingFacts() -> [Fact] {
    input.campus.buildings.flatMap { building -> [Fact] in
      var facts: [Fact] = []
      if let area = floorArea(rooms.filter { $0.building == building.id }) {
        facts.append(
          Fact(
            .building(building.id), "building.floor_area", .number(area.value), method: .model,
            evidence: [building.id], source: source))
      }
      let above = input.plans.filter {
        $0.building == building.id && $0.number >= 1 && !$0.rooms.isEmpty
      }
      if !above.isEmpty {
        facts.append(
          Fact(
            .building(building.id), "building.storeys_above_ground", .number(Double(above.count)),
            method: .model, evidence: above.map(\.storey), source: source,
            note: "storeys that have rooms"))
      }
      return facts
    }
  }

  /// Floor area, classes, seats and class sizes of the campus.
  func campusFacts(_ capacity: ClassCapacity) -> [Fact] {
    let campus = Subject.campus(input.campus.id)
    var facts: [Fact] = []
    if let area = floorArea(rooms) {
      facts.append(
        Fact(campus, "campus.floor_area", .number(area.value), method: .model, source: source))
    }
    for stage in stages {
      facts.append(
        Fact(
          campus, "campus.class_size", .number(Double(study.classSize[stage])), stage: stage,
          method: .declaration, source: source, note: "the parameter of this run"))
    }
    guard isCapacityKnown else { return facts }
    for stage in stages {
      let classes = capacity.classes.filter { $0.stage == stage }
      facts += capacityFacts(campus, classes, stage: stage, note: "")
    }
    let note = CapacityNote(capacity).text
    return facts + capacityFacts(campus, capacity.classes, stage: nil, note: note)
  }

  /// Whether the number of seats can be said: stages are known, and there is an ordinary classroom
  /// or every space was classified.
  var isCapacityKnown: Bool {
    guard !stages.isEmpty, !rooms.isEmpty else { return false }
    return rooms.contains { $0.use.role == .home && $0.area != nil }
      || rooms.allSatisfy { $0.use != study.uses.unassigned && $0.use.role != .home }
  }

  private func capacityFacts(
    _ campus: Subject, _ classes: [ClassCapacity.HomeClass], stage: Stage?, note: String
  ) -> [Fact] {
    let evidence = classes.map(\.room)
    let seats = classes.reduce(0) { $0 + $1.pupils }
    return [
      Fact(
        campus, "campus.classes", .number(Double(classes.count)), stage: stage,
        method: .simulation, evidence: evidence, source: source, note: note),
      Fact(
        campus, "campus.seats", .number(Double(seats)), stage: stage, method: .simulation,
        evidence: evidence, source: source, note: note),
    ]
  }

  private func floorArea(_ rooms: [SurveyedRoom]) -> SquareMetres? {
    let areas = rooms.filter(\.use.isIndoor).compactMap(\.area)
    return areas.isEmpty ? nil : areas.reduce(.zero, +)
  }
}

/// What limits the seats of a campus, in English and Chinese.
struct CapacityNote {
  let text: String

  init(_ capacity: ClassCapacity) {
    let seats = capacity.classes.reduce(0) { $0 + $1.pupils }
    let head = "\(grouped(seats)) \(seats == 1 ? "seat" : "seats")"
    if let limit = capacity.limitingRooms {
      let count = limit.rooms.count
      let noun = count == 1 ? limit.group.english : limit.group.englishPlural
      text =
        "\(head), limited by \(count) \(noun) to \(capacity.classes.count) of "
        + "\(capacity.classroomLimit) classes"
        + " / \(seats) 个学位，受限于 \(count) 间\(limit.group.chinese)"
    } else {
      let count = capacity.classroomLimit
      text =
        "\(head), limited by \(count) ordinary \(count == 1 ? "classroom" : "classrooms")"
        + " / \(seats) 个学位，受限于 \(count) 间普通教室"
    }
  }
}

/// A number with a comma every three digits: 1,080.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  let groups = digits.indices.map { index in
    (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digits[index])
  }
  return (number < 0 ? "−" : "") + groups.joined()
}
