import TwinModel

extension CampusSurvey {
  /// Facts of every storey that has a plan, in order of the plans.
  func storeyFacts() -> [Fact] {
    input.plans.flatMap { plan -> [Fact] in
      let here = rooms.filter { $0.storey == plan.storey }
      var facts = [
        fact(plan, "storey.number", .number(Double(plan.number)), method: .model)
      ]
      guard !here.isEmpty, let pupils = pupils(here) else { return facts }
      let homes = here.filter { $0.use.role == .home }.map(\.id)
      facts.append(
        fact(plan, "storey.pupils", .number(Double(pupils)), evidence: homes))
      let escape = StoreyEscape(plan, role: role, clearWidth: clearWidth)
      guard let width = escape.width else { return facts }
      let note = plan.number == 1 ? "doors that lead outside" : "doors and passages into stairs"
      facts.append(
        fact(
          plan, "storey.escape_width", .number(width.value), method: .model,
          evidence: escape.doors, note: note))
      if pupils > 0 {
        facts.append(
          fact(
            plan, "storey.escape_width_per_100", .number(width.value / Double(pupils) * 100),
            evidence: escape.doors, note: note))
      }
      return facts
    }
  }

  /// Pupils when every ordinary classroom is full; nil when a classroom's seats are not known.
  func pupils(_ rooms: [SurveyedRoom]) -> Int? {
    var sum = 0
    for room in rooms where room.use.role == .home {
      guard let seats = seats(room) else { return nil }
      sum += seats
    }
    return sum
  }

  private func fact(
    _ plan: StoreyPlan, _ quantity: QuantityName, _ value: FactValue,
    method: Method = .simulation, evidence: [GlobalID]? = nil, note: String = ""
  ) -> Fact {
    Fact(
      .storey(plan.storey), quantity, value, method: method, evidence: evidence ?? [plan.storey],
      source: source, note: note)
  }
}
