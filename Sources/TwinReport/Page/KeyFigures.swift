import TwinModel

/// The five lines that matter, for the head of the report and the end of a run.
public struct KeyFigures: Sendable {
  /// One line.
  public struct Figure: Hashable, Sendable {
    /// Its words in Chinese.
    public let chinese: String
    /// Its words in English.
    public let english: String
    /// The figure.
    public let value: String
    /// What to know about it; empty when there is nothing.
    public let note: String
  }

  /// Schools, seats, seat balance, schools that meet the standards, BIM/CIM progress.
  public let figures: [Figure]

  /// Counts what a report's input says.
  public init(_ input: ReportInput) {
    figures = [
      Self.schools(input), Self.seats(input), Self.balance(input), Self.meeting(input),
      Self.managed(input),
    ]
  }

  private static func schools(_ input: ReportInput) -> Figure {
    let kinds = ProjectKind.allCases.compactMap { kind -> String? in
      let count = input.schools.count { $0.kind == kind }
      return count == 0 ? nil : "\(ReportWords.kind(kind)) \(count)"
    }
    return Figure(
      chinese: "学校", english: "Schools", value: "\(input.schools.count)",
      note: kinds.joined(separator: " · "))
  }

  private static func seats(_ input: ReportInput) -> Figure {
    let known = input.schools.compactMap { school in
      school.facts.first { $0.quantity == "campus.seats" && $0.stage == nil }?.value.number
    }
    let missing = input.schools.count - known.count
    return Figure(
      chinese: "学位", english: "Seats that the rooms can hold",
      value: ReportWords.grouped(known.reduce(0, +)),
      note: missing == 0 ? "" : "\(missing) 所未知 schools unknown")
  }

  private static func balance(_ input: ReportInput) -> Figure {
    let words = (chinese: "学位缺口", english: "Seat balance")
    guard let sweep = input.sweep,
      let baseline = sweep.run.variants.firstIndex(where: \.variant.isBaseline)
    else {
      return Figure(
        chinese: words.chinese, english: words.english, value: "?",
        note: "未推演 no sweep was run")
    }
    let facts = sweep.districtFacts[baseline].filter {
      $0.subject.kind == .district && $0.quantity == "seats.balance" && $0.year != nil
    }
    guard let last = facts.compactMap(\.year).max() else {
      return Figure(
        chinese: words.chinese, english: words.english, value: "?",
        note: "无结果 the sweep gave no balance")
    }
    let stages = facts.filter { $0.year == last && $0.stage != nil }
    let total = stages.compactMap(\.value.number).reduce(0, +)
    let parts = stages.sorted { ($0.stage ?? .primary) < ($1.stage ?? .primary) }.map {
      "\($0.stage.map(ReportWords.stage) ?? "") \(signed($0.value.number ?? 0))"
    }
    return Figure(
      chinese: words.chinese, english: "\(words.english) \(last)", value: signed(total),
      note: parts.joined(separator: " · "))
  }

  private static func meeting(_ input: ReportInput) -> Figure {
    let projects = input.schools.filter { $0.kind != .existing }
    let met = projects.count { $0.overall == .met }
    let unknown = projects.count { $0.overall == .unknown }
    return Figure(
      chinese: "新改扩建达标", english: "New, renovated and expanded schools that meet the standards",
      value: "\(met) / \(projects.count)",
      note: unknown == 0 ? "" : "待核 unknown \(unknown)")
  }

  private static func managed(_ input: ReportInput) -> Figure {
    guard let indicator = input.indicators.first(where: { $0.id == "A07" }) else {
      return Figure(
        chinese: "BIM/CIM 管理", english: "Schools under BIM/CIM management", value: "?",
        note: "未载入目标 the programme was not loaded")
    }
    return Figure(
      chinese: "BIM/CIM 管理", english: "Schools under BIM/CIM management",
      value: "\(indicator.measured.isEmpty ? "?" : indicator.measured) / \(indicator.target)",
      note: indicator.progress.map { "\(SVG.number($0 * 100)) %" } ?? "")
  }

  private static func signed(_ value: Double) -> String {
    value > 0 ? "+" + ReportWords.grouped(value) : ReportWords.grouped(value)
  }
}
