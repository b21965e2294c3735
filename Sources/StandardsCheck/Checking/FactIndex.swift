import TwinModel

/// What is known of the subjects of one campus at present, for the clauses to look up.
struct FactIndex {
  private struct Key: Hashable {
    let subject: Subject
    let quantity: QuantityName
  }

  private let campus: Subject
  private var facts: [Key: [Fact]] = [:]

  /// Takes the facts that hold for the present, those of studies before what was declared.
  init(_ facts: [Fact], campus: Campus) {
    self.campus = .campus(campus.id)
    for fact in facts + campus.declarations where fact.year == nil {
      self.facts[Key(subject: fact.subject, quantity: fact.quantity), default: []].append(fact)
    }
  }

  /// The facts of a quantity that hold for one of `stages`.
  ///
  /// For each stage only the most trusted method counts: what was measured in the model before what
  /// a study computed, before what was declared. A quantity of the campus holds for its parts.
  func facts(_ subject: Subject, _ quantity: QuantityName, stages: [Stage]) -> [Fact] {
    var found = facts[Key(subject: subject, quantity: quantity)] ?? []
    if found.isEmpty, QuantityCatalogue.entry(quantity)?.subject == .campus {
      found = facts[Key(subject: campus, quantity: quantity)] ?? []
    }
    found = found.filter { fact in fact.stage.map(stages.contains) ?? true }
    return found.filter { fact in
      !found.contains { $0.stage == fact.stage && Self.trust($0) > Self.trust(fact) }
    }
  }

  /// The use of a room; nil when no study said it.
  func use(_ space: Subject) -> Fact? {
    facts[Key(subject: space, quantity: "room.use")]?.first
  }

  private static func trust(_ fact: Fact) -> Int {
    switch fact.method {
    case .model: 2
    case .simulation: 1
    case .declaration: 0
    }
  }
}
