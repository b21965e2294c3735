import TwinModel

/// Judges one clause for one subject after the other.
struct ClauseJudge {
  let clause: Clause
  let ruleSet: String
  let kind: ProjectKind
  let index: FactIndex

  /// The answer for a subject that serves these stages.
  func verdict(_ subject: Subject, stages: [Stage]) -> Verdict {
    for condition in clause.applicability.conditions {
      let facts = index.facts(subject, condition.quantity, stages: stages)
      guard let fact = facts.first, let holds = condition.requirement.isMet(by: fact.value) else {
        return verdict(
          subject, .unknown, reason: "whether it applies: \(missing(condition.quantity))")
      }
      if holds { continue }
      guard condition.otherwiseUnknown.isEmpty else {
        return verdict(subject, .unknown, reason: condition.otherwiseUnknown)
      }
      let value = condition.requirement.text(of: fact.value)
      return verdict(
        subject, .notApplicable,
        reason: "applies where \(condition.quantity) \(condition.requirement.text); it is \(value)")
    }
    let answers = index.facts(subject, clause.quantity, stages: stages).map {
      answer(subject, $0, stages: stages)
    }
    let worst = [Verdict.Outcome.notMet, .unknown, .met].lazy.compactMap { outcome in
      answers.first { $0.outcome == outcome }
    }.first
    return worst ?? verdict(subject, .unknown, reason: missing(clause.quantity))
  }

  /// An answer without a value.
  func verdict(_ subject: Subject, _ outcome: Verdict.Outcome, reason: String) -> Verdict {
    Verdict(
      ruleSet: ruleSet, clause: clause.id, subject: subject, outcome: outcome,
      requirement: clause.requirement.text, reason: reason,
      isBinding: clause.isBinding(for: kind), isVerified: clause.isVerified)
  }

  private func answer(_ subject: Subject, _ fact: Fact, stages: [Stage]) -> Verdict {
    var requirement = clause.requirement
    if case .quantity(let name) = requirement.limit {
      let others = index.facts(subject, name, stages: fact.stage.map { [$0] } ?? stages)
      guard let number = others.first?.value.number else {
        return verdict(subject, .unknown, reason: missing(name))
      }
      requirement = requirement.resolved(number)
    }
    guard let isMet = requirement.isMet(by: fact.value) else {
      return verdict(
        subject, .unknown,
        reason: "\(clause.quantity) is “\(requirement.text(of: fact.value))”, which cannot be "
          + "compared with \(requirement.text)")
    }
    return Verdict(
      ruleSet: ruleSet, clause: clause.id, subject: subject, outcome: isMet ? .met : .notMet,
      measured: requirement.text(of: fact.value), requirement: requirement.text,
      method: fact.method, evidence: fact.evidence, isBinding: clause.isBinding(for: kind),
      isVerified: clause.isVerified)
  }

  /// What is missing and who can supply it.
  private func missing(_ quantity: QuantityName) -> String {
    let entry = QuantityCatalogue.entry(quantity)
    let name = entry.map { "\($0.chinese) (\(quantity))" } ?? quantity.value
    let own = quantity == clause.quantity ? clause.supplier : ""
    return "\(name) is not known; \(own.isEmpty ? supplier(quantity) : own) can supply it"
  }

  private func supplier(_ quantity: QuantityName) -> String {
    let name = quantity.value
    if name.contains("smoke_") { return "the sensor study of the model" }
    if name.contains("nr_coverage") || name.contains("nr_rsrp") {
      return "the coverage study of the model"
    }
    return switch name.prefix(while: { $0 != "." }) {
    case "network": "the school's network administrator or the operator, as a declaration,"
    case "room", "storey", "building": "the author of the building model"
    default: "the school, or whoever runs the study of it,"
    }
  }
}
