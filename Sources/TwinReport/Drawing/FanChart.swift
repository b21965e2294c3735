public import TwinModel

/// Pupils counted and forecast, with the fan of 50, 80 and 95 % intervals: one panel a series.
public struct FanChart: Hashable, Sendable {
  /// One panel.
  public struct Series: Hashable, Sendable {
    /// What is counted, such as a stage.
    public var title: String
    /// The stage that gives the colour; nil for all grades together.
    public var stage: Stage?
    /// Counted pupils by year, ascending.
    public var counted: [Int: Double]
    /// Forecast years, ascending.
    public var forecast: [Year]

    /// Creates a panel.
    public init(title: String, stage: Stage?, counted: [Int: Double], forecast: [Year]) {
      self.title = title
      self.stage = stage
      self.counted = counted
      self.forecast = forecast
    }
  }

  /// One forecast year.
  public struct Year: Hashable, Sendable {
    /// The school year.
    public var year: Int
    /// The forecast.
    public var value: Double
    /// Intervals, the widest first; empty when none are known.
    public var intervals: [Fact.Interval]

    /// Creates a year.
    public init(year: Int, value: Double, intervals: [Fact.Interval]) {
      self.year = year
      self.value = value
      self.intervals = intervals
    }
  }

  /// What the chart is about.
  public var title: String
  /// The panels.
  public var series: [Series]

  /// Creates a chart.
  public init(title: String, series: [Series]) {
    self.title = title
    self.series = series
  }

  private static let panel = (width: 420.0, height: 270.0)

  /// The picture as an SVG file; empty without series.
  public func svg() -> String {
    let drawn = series.filter { !$0.counted.isEmpty || !$0.forecast.isEmpty }
    guard !drawn.isEmpty else { return "" }
    var svg = SVG(
      width: Self.panel.width * Double(drawn.count), height: Self.panel.height + 48,
      label: title)
    svg.words(
      title, 16, 24,
      "font-size=\"17\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    for (index, series) in drawn.enumerated() {
      draw(series, left: Self.panel.width * Double(index), in: &svg)
    }
    svg.words(
      "counted: solid · forecast: dashed · shaded: 50, 80 and 95 % intervals", 16,
      Self.panel.height + 38, "font-size=\"11\" fill=\"#5a6570\"")
    return svg.standalone
  }

  private func draw(_ series: Series, left: Double, in svg: inout SVG) {
    let counted = series.counted.sorted { $0.key < $1.key }.map { (year: $0.key, value: $0.value) }
    let years = counted.map(\.year) + series.forecast.map(\.year)
    let values =
      counted.map(\.value) + series.forecast.map(\.value)
      + series.forecast.flatMap { $0.intervals.flatMap { [$0.low, $0.high] } }
    guard let first = years.min(), let last = years.max(), let top = values.max(),
      let least = values.min()
    else { return }
    let axes = ChartAxes(
      left: left + 64, right: left + Self.panel.width - 16, top: 64, bottom: Self.panel.height - 4,
      years: first...max(last, first + 1), low: max(0, least - 0.1 * (top - least)),
      high: top + 0.05 * max(1, top - least))
    svg.words(
      series.title, left + 64, 50, "font-size=\"14\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    axes.draw(in: &svg)
    let colour = series.stage.map(Palette.stage) ?? Palette.ink
    let start = counted.last
    for layer in 0..<(series.forecast.map(\.intervals.count).max() ?? 0) {
      var upper = start.map { [(year: $0.year, value: $0.value)] } ?? []
      var lower = upper
      for year in series.forecast where year.intervals.indices.contains(layer) {
        upper.append((year.year, year.intervals[layer].high))
        lower.append((year.year, year.intervals[layer].low))
      }
      svg.path(
        axes.line(upper + lower.reversed()) + "Z", "fill=\"\(colour)\" opacity=\"0.16\"")
    }
    svg.path(
      axes.line((start.map { [$0] } ?? []) + series.forecast.map { ($0.year, $0.value) }),
      "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.2\" stroke-dasharray=\"6 4\"")
    svg.path(
      axes.line(counted), "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.2\"")
    for point in counted {
      svg.circle(
        axes.x(Double(point.year)), axes.y(point.value), 2.6, "fill=\"\(colour)\"",
        title: "\(point.year): \(ReportWords.grouped(point.value.rounded()))")
    }
  }
}
