import TwinModel

/// Facts as properties of the features they are about.
struct FactProperties {
  private let bySubject: [Subject: [Fact]]

  /// Takes the facts that hold for the present and for all stages.
  init(_ facts: [Fact]) {
    bySubject = Dictionary(
      grouping: facts.filter { $0.year == nil && $0.stage == nil }, by: \.subject)
  }

  /// The properties of a subject by the name of their quantity; of two facts on one the last counts.
  func of(_ subject: Subject) -> [(key: String, value: JSONValue)] {
    var latest: [QuantityName: FactValue] = [:]
    for fact in bySubject[subject] ?? [] { latest[fact.quantity] = fact.value }
    return latest.sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .number(let number): (name.value, .number(number))
      case .text(let text): (name.value, .text(text))
      case .flag(let flag): (name.value, .flag(flag))
      }
    }
  }
}
