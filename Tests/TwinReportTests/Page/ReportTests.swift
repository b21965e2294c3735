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

  // MARK: - A small district

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
