import Testing
import TwinModel
import TwinReport
import TwinTestSupport

@Suite("A report")
struct ReportTests {
  @Test("says how many schools of each kind meet the standards, and never counts unknown as met")
  func overview() throws {
    let html = try #require(try Report().pages(input(schools: 3)).first).html
    #expect(html.contains("<div class=\"value\">0 / 2</div>"))
    #expect(html.contains("待核 unknown 1"))
    #expect(html.contains("✗ 未达标"))
    #expect(html.contains("<span class=\"mark notMet\" title=\"未达标 not met\">✗</span>"))
  }

  @Test("names the room, the measured value and the requirement of a failed clause")
  func evidence() throws {
    let html = try #require(try Report().pages(input(schools: 1)).first).html
    #expect(html.contains("≥ 1.36 m²/seat"))
    #expect(html.contains("✗ A 普通教室 1.2 m²/seat"))
    #expect(html.contains("数值待核 unverified figure"))
  }

  @Test("needs nothing from outside: no script, no link to another host")
  func selfContained() throws {
    let html = try #require(try Report().pages(input(schools: 2)).first).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("http"))
    #expect(html.contains("</html>"))
  }

  @Test("gives the same bytes for the same input")
  func reproducible() throws {
    #expect(try Report().pages(input(schools: 3)) == Report().pages(input(schools: 3)))
  }

  @Test("gives each school its own page when there are many")
  func manySchools() throws {
    let pages = try Report().pages(input(schools: 31))
    #expect(pages.count == 32)
    #expect(pages[1].path == "schools/S01.html")
    #expect(pages[0].html.contains("href=\"schools/S31.html\""))
    #expect(!pages[0].html.contains("id=\"school-S01\""))
  }

  @Test("lists what each variant plans, who moves, and the seats of each variant")
  func plans() throws {
    var input = try input(schools: 2)
    input.sweep = try sweep()
    let html = try #require(try Report().pages(input).first).html
    // What is varied is a column; what is not, a sentence.
    #expect(html.contains("<th>学校变动 changes of schools</th><th>方案 variant</th>"))
    #expect(html.contains("班额 class size 45/50"))
    #expect(html.contains("<td>无 none</td><td>基准 baseline</td>"))
    for line in [
      "<td>2027</td><td>学校S01</td><td>并入 merges into 学校S02</td>",
      "<td>2028</td><td>N</td><td>新建 opens: 小学 primary 1,080 学位 seats</td>",
      "<td>学校S01</td><td>学校S02</td><td>合并 merged</td><td class=\"n\">41</td>"
        + "<td class=\"n\"></td>",
      "<td>Quay: flat, 2027</td><td>宝安区 各校 all its schools</td><td class=\"n\">1,200</td>"
        + "<td class=\"n\">168</td>",
      "<p class=\"warning\">nobody comes</p>",
      "<li>2026 学校S02: 扩建 expands by: 小学 primary 90 学位 seats</li>",
    ] {
      #expect(html.contains(line), "\(line)")
    }
    // A move of less than half a pupil is no row.
    #expect(!html.contains("分流"))
    #expect(!html.contains("unrelated"))
  }

  // MARK: - A small district

  /// A baseline, and a variant with a list of changes and one of dwellings.
  private func sweep() throws -> ReportInput.Sweep {
    var planned = Assumptions(
      birthRate: 1, inMigration: 0, classSize: .init(primary: 45, secondary: 50))
    let baseline = planned
    (planned.changes, planned.housing) = ("plan.csv", "flats.csv")
    let district = Subject(.district, "宝安区")
    func fact(
      _ subject: Subject, _ quantity: QuantityName, _ value: FactValue, _ year: Int,
      note: String = ""
    ) -> Fact {
      Fact(
        subject, quantity, value, stage: .primary, year: year, method: .simulation, note: note)
    }
    let (one, new) = (Subject(.campus, "S01"), Subject(.campus, "N"))
    let balance = fact(district, "seats.balance", .number(-5), 2027)
    return ReportInput.Sweep(
      run: SweepRun(
        id: "r", scenario: "s", title: "Title", toolVersion: "0.1.0", finishedAt: "",
        interventions: [
          Intervention(
            campus: try CampusID("S02"), year: 2026,
            action: .expand(seats: [.init(stage: .primary, seats: 90)]))
        ],
        variants: [
          .init(variant: Variant(name: "a", assumptions: baseline, isBaseline: true), tasks: []),
          .init(variant: Variant(name: "b", assumptions: planned, isBaseline: false), tasks: []),
        ]),
      districtFacts: [
        [balance],
        [
          balance, fact(one, "planned.merged_into", .text("S02"), 2027),
          fact(new, "planned.opened_seats", .number(1080), 2028),
          fact(one, "moves.merged", .number(40.6), 2027, note: "S02"),
          fact(one, "moves.relieved", .number(0.4), 2028, note: "N"),
          fact(district, "planned.dwellings", .number(1200), 2027, note: "Quay: flat, 2027"),
          fact(district, "planned.dwelling_pupils", .number(168.2), 2027, note: "Quay: flat, 2027"),
        ],
      ],
      districtFindings: [
        [],
        [
          Finding(.warning, code: "forecast.change.empty", message: "nobody comes"),
          Finding(.warning, code: "seats.site.missing", message: "unrelated"),
        ],
      ], failedTasks: 0)
  }

  private func input(schools count: Int) throws -> ReportInput {
    let kinds: [ProjectKind] = [.new, .existing, .expanded]
    let outcomes: [Verdict.Outcome] = [.notMet, .met, .unknown]
    let schools = try (0..<count).map { index in
      try school(
        index < 9 ? "S0\(index + 1)" : "S\(index + 1)", kinds[index % 3], outcomes[index % 3])
    }
    let clause = ReportInput.ClauseText(
      id: "7.1.1.ordinary.primary", number: "表7.1.1", chinese: "普通教室使用面积",
      english: "Usable area of an ordinary classroom")
    return ReportInput(
      district: "宝安区", toolVersion: "0.1.0", inputsHash: "abc",
      indicators: [
        .init(
          id: "A07", programme: "深圳", chinese: "实施BIM/CIM管理的中小学校数量",
          english: "Schools under BIM/CIM management", baseline: "-", target: "200",
          character: "预期性", measured: "3", progress: 0.015)
      ],
      ruleSets: [.init(id: "gb50099", document: "GB 50099-2011", clauses: [clause])],
      roomUses: [:], schools: schools, sweep: nil)
  }

  private func school(
    _ id: String, _ kind: ProjectKind, _ outcome: Verdict.Outcome
  ) throws -> ReportInput.School {
    let plan = FloorPlan(
      """
      ######
      #AAAA#
      #AAAA#
      ######
      """, cell: 2
    ).storeyPlan(longNames: ["A": "普通教室"])
    let room = GlobalID("room-A")
    let verdict = Verdict(
      ruleSet: "gb50099", clause: "7.1.1.ordinary.primary", subject: .space(room),
      outcome: outcome, measured: "1.2 m²/seat", requirement: "≥ 1.36 m²/seat", method: .model,
      evidence: [room], isBinding: true, isVerified: false)
    let campus = try CampusID(id)
    return ReportInput.School(
      id: campus, name: "学校\(id)", kind: kind, stages: [.primary], place: nil,
      buildingNames: [plan.building: "教学楼"], plans: [plan],
      facts: [Fact(.campus(campus), "campus.seats", .number(1080), method: .simulation)],
      verdicts: [verdict], standings: [.init(ruleSet: "gb50099", outcome: outcome)],
      overall: outcome, findings: [], devices: [], grids: [], versions: [])
  }
}
