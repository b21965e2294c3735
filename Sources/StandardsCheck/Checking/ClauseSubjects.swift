import TwinModel

/// What a clause is to be judged for on a campus, or why it is not.
enum ClauseSubjects {
  /// These, each with the stages it serves among those of the clause.
  case these([(subject: Subject, stages: [Stage])])
  /// None: the clause does not apply, or cannot be decided.
  case none(Verdict.Outcome, reason: String)

  init(_ clause: Clause, campus: Campus, isSwitchedOff: Bool, index: FactIndex) {
    let applicability = clause.applicability
    if isSwitchedOff {
      self = .none(.notApplicable, reason: "switched off for this jurisdiction")
      return
    }
    guard applicability.kinds.contains(campus.kind) else {
      let kinds = applicability.kinds.map(\.rawValue).joined(separator: ", ")
      self = .none(
        .notApplicable, reason: "applies to \(kinds); the campus is \(campus.kind.rawValue)")
      return
    }
    if !applicability.schoolTypes.isEmpty {
      guard let type = SchoolType(campus.stages) else {
        self = .none(.unknown, reason: Self.stagesUnknown)
        return
      }
      guard applicability.schoolTypes.contains(type) else {
        self = .none(.notApplicable, reason: "does not apply to this type of school")
        return
      }
    }
    let stages = campus.stages.isEmpty ? Stage.allCases : campus.stages
    if campus.stages.isEmpty, applicability.stages != Stage.allCases, clause.per != .space {
      self = .none(.unknown, reason: Self.stagesUnknown)
      return
    }
    let common = stages.filter(applicability.stages.contains)
    guard !common.isEmpty else {
      let asked = applicability.stages.map(\.rawValue).joined(separator: ", ")
      self = .none(.notApplicable, reason: "applies to \(asked), which the campus does not teach")
      return
    }
    switch clause.per {
    case .space: self = Self.spaces(clause, campus: campus, stages: common, index: index)
    case .storey:
      self = Self.parts(campus.storeys.map { .storey($0.id) }, stages: common, called: "storey")
    case .building:
      self = Self.parts(
        campus.buildings.map { .building($0.id) }, stages: common, called: "building")
    default: self = .these([(.campus(campus.id), common)])
    }
  }

  private static let stagesUnknown =
    "the stages of the campus are not known; whoever imports it can say them"

  private static func parts(
    _ subjects: [Subject], stages: [Stage], called name: String
  ) -> ClauseSubjects {
    subjects.isEmpty
      ? .none(.unknown, reason: "the model has no \(name); its author can supply it")
      : .these(subjects.map { ($0, stages) })
  }

  private static func spaces(
    _ clause: Clause, campus: Campus, stages: [Stage], index: FactIndex
  ) -> ClauseSubjects {
    let spaces = campus.spaces.map { Subject.space($0.id) }
    guard !spaces.isEmpty else {
      return .none(.unknown, reason: "the model has no rooms; its author can supply them")
    }
    let uses = clause.applicability.uses
    var unclassified = 0
    var subjects: [(subject: Subject, stages: [Stage])] = []
    for space in spaces {
      let use = index.use(space)
      if use?.value.text ?? "unassigned" == "unassigned" { unclassified += 1 }
      guard uses.isEmpty || use.map({ uses.contains($0.value.text ?? "") }) ?? false else {
        continue
      }
      let served = use?.stage.map { [$0] } ?? stages
      let common = served.filter(clause.applicability.stages.contains)
      if !common.isEmpty { subjects.append((space, common)) }
    }
    if !subjects.isEmpty { return .these(subjects) }
    let open = unclassified == 1 ? "1 room is" : "\(unclassified) rooms are"
    let absent = "no such room was recognised"
    if unclassified == spaces.count || clause.applicability.expectsSubject && unclassified > 0 {
      return .none(
        .unknown,
        reason: "\(absent) and \(open) not classified; the model's author can name them by use")
    }
    return .none(
      .notApplicable, reason: unclassified == 0 ? absent : "\(absent); \(open) not classified")
  }
}
