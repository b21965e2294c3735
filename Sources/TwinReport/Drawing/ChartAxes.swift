/// The frame of a chart: years below, numbers at the left.
struct ChartAxes {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let years: ClosedRange<Int>
  let low: Double
  let high: Double

  func x(_ year: Double) -> Double {
    let span = max(1, years.upperBound - years.lowerBound)
    return left + (right - left) * (year - Double(years.lowerBound)) / Double(span)
  }

  func y(_ value: Double) -> Double {
    bottom - (bottom - top) * (value - low) / max(1e-9, high - low)
  }

  func line(_ points: [(year: Int, value: Double)]) -> String {
    guard !points.isEmpty else { return "" }
    return "M"
      + points.map { "\(SVG.number(x(Double($0.year)))) \(SVG.number(y($0.value)))" }
      .joined(separator: "L")
  }

  /// Grid lines with their numbers, and the years.
  func draw(in svg: inout SVG) {
    for tick in BalanceChart.ticks(low, high) {
      svg.line(left, y(tick), right, y(tick), "stroke=\"#dfe4e8\"")
      svg.words(
        ReportWords.grouped(tick), left - 6, y(tick) + 4,
        "text-anchor=\"end\" font-size=\"11\" fill=\"#5a6570\"")
    }
    let count = years.upperBound - years.lowerBound
    let step = count <= 12 ? 1 : count <= 24 ? 2 : 5
    for year in years where (year - years.lowerBound) % step == 0 {
      svg.words(
        "\(year)", x(Double(year)), bottom + 18,
        "text-anchor=\"middle\" font-size=\"11\" fill=\"#5a6570\"")
    }
  }
}
