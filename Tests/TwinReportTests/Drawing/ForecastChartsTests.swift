import Foundation
import FoundationXML
import Testing
import TwinModel
import TwinReport

@Suite("Charts of demand")
struct ForecastChartsTests {
  /// Names of the elements of an SVG file that an XML parser accepts, with how often they occur.
  private func elements(_ svg: String) throws -> [String: Int] {
    final class Counter: NSObject, XMLParserDelegate {
      var counts: [String: Int] = [:]
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) { counts[name, default: 0] += 1 }
    }
    let parser = XMLParser(data: Data(svg.utf8))
    let counter = Counter()
    parser.delegate = counter
    try #require(parser.parse(), "not well-formed")
    return counter.counts
  }

  @Test("draw one band for each interval, and the counted years as points")
  func fan() throws {
    let intervals = [Fact.Interval(low: 80, high: 130), Fact.Interval(low: 90, high: 115)]
    let chart = FanChart(
      title: "A & B",
      series: [
        .init(
          title: "primary", stage: .primary, counted: [2024: 90, 2025: 95],
          forecast: [.init(year: 2026, value: 100, intervals: intervals)])
      ])
    let counts = try elements(chart.svg())
    #expect(counts["circle"] == 2)
    #expect(chart.svg().components(separatedBy: "opacity=\"0.16\"").count == 3)
    #expect(FanChart(title: "none", series: []).svg().isEmpty)
  }

  @Test("show each method's error as a bar, in the order given")
  func backtest() throws {
    let chart = BacktestChart(
      title: "Past",
      marks: [
        .init(panel: "school, grade", horizon: 1, method: "naive", error: 10, coverage: 83),
        .init(panel: "school, grade", horizon: 1, method: "twin", error: 6.5, coverage: nil),
      ], own: "twin")
    let svg = chart.svg()
    // The ground and two bars.
    #expect(try elements(svg)["rect"] == 3)
    #expect(svg.contains(">10 (83)<") && svg.contains(">6.5<"))
  }

  @Test("draw a line for each flow, a ring for each gap and every school")
  func flows() throws {
    let map = FlowMap(
      title: "Seats",
      schools: [
        .init(name: "a", position: Point2(0, 0), seats: 10, seated: 10),
        .init(name: "b", position: Point2(900, 500), seats: 10, seated: 4),
      ],
      flows: [
        .init(from: Point2(100, 50), to: Point2(0, 0), pupils: 10, isFar: false),
        .init(from: Point2(100, 50), to: Point2(900, 500), pupils: 4, isFar: true),
      ], gaps: [.init(position: Point2(100, 50), pupils: 3)])
    let counts = try elements(map.svg())
    #expect(counts["path"] == 2 && counts["circle"] == 3)
    #expect(map.svg().contains("3 without a seat"))
  }

  @Test("draw schools in the colour of their level, areas with what they lack")
  func balances() throws {
    func school(
      _ name: String, _ x: Double, _ seats: Int, _ pupils: Double, _ level: BalanceMap.Level
    ) -> BalanceMap.School {
      .init(
        name: name, area: "East", position: Point2(x, x / 2), seats: seats, pupils: pupils,
        level: level)
    }
    let svg = BalanceMap(
      title: "Seats & pupils",
      schools: [school("A", 0, 900, 700, .green), school("B", 2000, 450, 700.4, .red)]
    ).svg()
    // Two schools and three keys; a title, two schools, one area, three keys and a note.
    let counts = try elements(svg)
    #expect(counts["circle"] == 5)
    #expect(counts["text"] == 8)
    // 900 − 700 = 200, 450 − 700 = −250, 1,350 − 1,400 = −50.
    for words in ["A +200", "B −250", "East: −50 seats", "run short: 1", "become scarce: 0"] {
      #expect(svg.contains(words), "\(words)")
    }
    #expect(BalanceMap(title: "", schools: []).svg().isEmpty)
  }
}
