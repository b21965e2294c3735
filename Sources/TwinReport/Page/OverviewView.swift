import TwinModel

/// What the overview template shows: plain words and finished pictures.
struct OverviewView {
  let district: String
  let toolVersion: String
  let inputsHash: String
  let keyFigures: [KeyFigure]
  let programmes: [ProgrammeTable]
  let kinds: [KindRow]
  let ruleSets: [RuleSetHead]
  let rows: [SchoolRow]
  let map: String
  let outlook: OutlookView?
  let deciding: [DecidingRow]

  struct KeyFigure {
    let chinese: String
    let english: String
    let value: String
    let note: String
  }

  /// The indicators of one plan.
  struct ProgrammeTable {
    let name: String
    let indicators: [IndicatorRow]
  }

  struct IndicatorRow {
    let id: String
    let chinese: String
    let english: String
    let baseline: String
    let target: String
    let character: String
    let measured: String
    let percent: String?
    let declared: Bool
  }

  struct KindRow {
    let kind: String
    let schools: Int
    let met: Int
    let notMet: Int
    let unknown: Int
    let open: Int
  }

  struct RuleSetHead {
    let id: String
    let document: String
  }

  struct Mark {
    let symbol: String
    let style: String
    let words: String
  }

  struct SchoolRow {
    let id: String
    let link: String
    let name: String
    let kind: String
    let stages: String
    let seats: String
    let constraint: String
    let level: String
    let overall: Mark
    let marks: [Mark]
  }

  /// A clause that keeps schools from meeting the standards.
  struct DecidingRow {
    let ruleSet: String
    let number: String
    let chinese: String
    let english: String
    let failing: Int
    let unknown: Int
    let unverified: Bool
  }
}

extension OverviewView {
  /// Lays out an input; `link` gives the address of a school's section or page.
  init(_ input: ReportInput, link: (CampusID) -> String) {
    district = input.district
    toolVersion = input.toolVersion
    inputsHash = String(input.inputsHash.prefix(16))
    keyFigures = KeyFigures(input).figures.map {
      KeyFigure(chinese: $0.chinese, english: $0.english, value: $0.value, note: $0.note)
    }
    programmes = Self.programmes(input.indicators)
    kinds = ProjectKind.allCases.compactMap { kind in
      let schools = input.schools.filter { $0.kind == kind }
      guard !schools.isEmpty else { return nil }
      return KindRow(
        kind: ReportWords.kind(kind), schools: schools.count,
        met: schools.count { $0.overall == .met },
        notMet: schools.count { $0.overall == .notMet },
        unknown: schools.count { $0.overall == .unknown },
        open: schools.count { $0.overall == .notApplicable })
    }
    ruleSets = input.ruleSets.map { RuleSetHead(id: $0.id, document: $0.document) }
    rows = input.schools.map { Self.row($0, ruleSets: input.ruleSets, link: link($0.id)) }
    map = SchoolMap(schools: input.schools, surroundings: input.surroundings).svg()
    outlook = input.sweep.map { OutlookView($0, names: input.schools) }
    deciding = Self.deciding(input)
  }

  private static func programmes(_ indicators: [ReportInput.Indicator]) -> [ProgrammeTable] {
    var names: [String] = []
    for indicator in indicators where !names.contains(indicator.programme) {
      names.append(indicator.programme)
    }
    return names.map { name in
      ProgrammeTable(
        name: name,
        indicators: indicators.filter { $0.programme == name }.map { indicator in
          IndicatorRow(
            id: indicator.id, chinese: indicator.chinese, english: indicator.english,
            baseline: indicator.baseline, target: indicator.target,
            character: indicator.character, measured: indicator.measured,
            percent: indicator.progress.map { SVG.number(min(1, max(0, $0)) * 100) },
            declared: indicator.progress == nil)
        })
    }
  }

  private static func row(
    _ school: ReportInput.School, ruleSets: [ReportInput.RuleSetText], link: String
  ) -> SchoolRow {
    let seats = school.facts.first { $0.quantity == "campus.seats" && $0.stage == nil }
    let level = school.facts.first { $0.quantity == "campus.bim_level" }
    return SchoolRow(
      id: school.id.value, link: link, name: school.name, kind: ReportWords.kind(school.kind),
      stages: school.stages.map(ReportWords.stage).joined(separator: ", "),
      seats: seats.map(ReportWords.value) ?? "?", constraint: seats?.note ?? "",
      level: level.map(ReportWords.value) ?? "?", overall: mark(school.overall),
      marks: ruleSets.map { set in
        mark(school.standings.first { $0.ruleSet == set.id }?.outcome ?? .notApplicable)
      })
  }

  static func mark(_ outcome: Verdict.Outcome) -> Mark {
    Mark(
      symbol: ReportWords.symbol(outcome), style: outcome.rawValue,
      words: ReportWords.outcome(outcome))
  }

  /// Binding clauses in order of how many schools they fail, then leave open.
  private static func deciding(_ input: ReportInput) -> [DecidingRow] {
    var rows: [DecidingRow] = []
    for set in input.ruleSets {
      for clause in set.clauses {
        let bySchool = input.schools.map { school in
          school.verdicts.filter {
            $0.ruleSet == set.id && $0.clause == clause.id && $0.isBinding
          }
        }
        let failing = bySchool.count { $0.contains { $0.outcome == .notMet } }
        let open = bySchool.count { verdicts in
          verdicts.contains { $0.outcome == .unknown }
            && !verdicts.contains { $0.outcome == .notMet }
        }
        guard failing + open > 0 else { continue }
        rows.append(
          DecidingRow(
            ruleSet: set.id, number: clause.number, chinese: clause.chinese,
            english: clause.english, failing: failing, unknown: open,
            unverified: bySchool.joined().contains { !$0.isVerified }))
      }
    }
    return rows.enumerated().sorted {
      ($1.element.failing, $1.element.unknown, $0.offset)
        < ($0.element.failing, $0.element.unknown, $1.offset)
    }.map(\.element)
  }
}
