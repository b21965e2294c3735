import TwinModel

/// The words and number forms of a report: Chinese first, English beside it.
enum ReportWords {
  static func stage(_ stage: Stage) -> String {
    switch stage {
    case .primary: "小学 primary"
    case .junior: "初中 junior"
    case .senior: "高中 senior"
    }
  }

  static func kind(_ kind: ProjectKind) -> String {
    switch kind {
    case .new: "新建 new"
    case .renovated: "改建 renovated"
    case .expanded: "扩建 expanded"
    case .existing: "现状 existing"
    }
  }

  static func outcome(_ outcome: Verdict.Outcome) -> String {
    switch outcome {
    case .met: "达标 met"
    case .notMet: "未达标 not met"
    case .unknown: "待核 unknown"
    case .notApplicable: "不适用 not applicable"
    }
  }

  static func symbol(_ outcome: Verdict.Outcome) -> String {
    switch outcome {
    case .met: "✓"
    case .notMet: "✗"
    case .unknown: "?"
    case .notApplicable: "–"
    }
  }

  static func method(_ method: Method?) -> String {
    switch method {
    case .model: "模型 model"
    case .simulation: "模拟 simulation"
    case .declaration: "申报 declaration"
    case nil: ""
    }
  }

  /// A whole number with a comma every three digits.
  static func grouped(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 9e15 else { return "–" }
    let whole = Int(value.rounded())
    var digits = String(abs(whole))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (whole < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// A value as a table shows it: whole numbers grouped, others with at most two decimals.
  static func value(_ fact: Fact) -> String {
    switch fact.value {
    case .text(let text): text
    case .flag(let flag): flag ? "是 yes" : "否 no"
    case .number(let number):
      (number == number.rounded() ? grouped(number) : SVG.number(number))
        + (fact.unit.isEmpty ? "" : " \(fact.unit)")
    }
  }
}
