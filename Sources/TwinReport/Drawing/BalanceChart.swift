import TwinModel

/// Seats against pupils over the years, one panel a stage: supply as a line, demand as a line in
/// its 80 % interval.
struct BalanceChart {
  private let facts: [Fact]

  /// Takes the facts of one district task.
  init(facts: [Fact]) { self.facts = facts.filter { $0.subject.kind == .district } }

  /// The picture; empty when there is no demand to draw.
  func svg() -> String {
    let stages = Stage.allCases.filter { stage in
      facts.contains { $0.quantity == "demand.pupils" && $0.stage == stage }
    }
    guard !stages.isEmpty else { return "" }
    let panel = (width: 360.0, height: 250.0)
    var svg = SVG(
      width: panel.width * Double(stages.count), height: panel.height,
      label: "Seats and pupils by stage and year", style: "chart")
    for (index, stage) in stages.enumerated() {
      draw(stage, x: panel.width * Double(index), in: &svg)
    }
    return svg.closed
  }

  private func draw(_ stage: Stage, x: Double, in svg: inout SVG) {
    let demand = series("demand.pupils", stage)
    let supply = series("seats.supply", stage)
    let values =
      (demand + supply).compactMap(\.value.number) + demand.compactMap(\.interval?.high)
      + demand.compactMap(\.interval?.low)
    guard let first = demand.first?.year, let last = demand.last?.year, let top = values.max()
    else { return }
    let bottom = min(values.min() ?? 0, top * 0.8)
    let area = (left: x + 62, right: x + 345, top: 34.0, bottom: 215.0)
    let span = max(1, last - first)
    func px(_ year: Int) -> Double {
      area.left + (area.right - area.left) * Double(year - first) / Double(span)
    }
    func py(_ value: Double) -> Double {
      area.bottom - (area.bottom - area.top) * (value - bottom) / max(1, top * 1.03 - bottom)
    }
    func polyline(_ points: [(Int, Double)]) -> String {
      "M" + points.map { "\(SVG.number(px($0.0))) \(SVG.number(py($0.1)))" }.joined(separator: "L")
    }
    svg.words(
      ReportWords.stage(stage), x + 62, 20, "font-size=\"15\" font-weight=\"600\"")
    for tick in Self.ticks(bottom, top) {
      svg.line(area.left, py(tick), area.right, py(tick), "stroke=\"#dfe4e8\"")
      svg.words(
        ReportWords.grouped(tick), area.left - 6, py(tick) + 4,
        "text-anchor=\"end\" font-size=\"11\" fill=\"#5a6570\"")
    }
    for year in first...last where span <= 6 || (year - first) % 2 == 0 {
      svg.words(
        "\(year)", px(year), 233, "text-anchor=\"middle\" font-size=\"11\" fill=\"#5a6570\"")
    }
    let colour = Palette.stage(stage)
    let banded = demand.compactMap { fact in
      fact.interval.map { (fact.year ?? first, $0.low, $0.high) }
    }
    if banded.count > 1 {
      let upper = banded.map { ($0.0, $0.2) }
      let lower = banded.reversed().map { ($0.0, $0.1) }
      svg.path(polyline(upper + lower) + "Z", "fill=\"\(colour)\" opacity=\"0.18\"")
    }
    svg.path(
      polyline(demand.map { ($0.year ?? first, $0.value.number ?? 0) }),
      "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\"")
    if supply.count > 1 {
      svg.path(
        polyline(supply.map { ($0.year ?? first, $0.value.number ?? 0) }),
        "fill=\"none\" stroke=\"\(Palette.ink)\" stroke-width=\"2\" stroke-dasharray=\"6 4\"")
    }
  }

  private func series(_ quantity: QuantityName, _ stage: Stage) -> [Fact] {
    facts.filter { $0.quantity == quantity && $0.stage == stage && $0.year != nil }
      .sorted { ($0.year ?? 0) < ($1.year ?? 0) }
  }

  /// Up to six round numbers across a range.
  static func ticks(_ low: Double, _ high: Double) -> [Double] {
    guard high > low else { return [high] }
    let raw = (high - low) / 4
    var step = 1.0
    while step * 10 <= raw { step *= 10 }
    for factor in [2.0, 5, 10] where step * factor / raw < 1.5 && step < raw { step *= factor }
    return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { $0 }
  }
}
