/// Our own error, published: how far each method was off in past years, and how often its intervals
/// held.
public struct BacktestChart: Hashable, Sendable {
  /// One method at one level, unit and number of years ahead.
  public struct Mark: Hashable, Sendable {
    /// The panel, such as “school, grade”.
    public var panel: String
    /// Years ahead.
    public var horizon: Int
    /// The method.
    public var method: String
    /// Sum of misses against the sum of pupils (%).
    public var error: Double
    /// How often the 80 % interval held (%); nil without.
    public var coverage: Double?

    /// Creates a mark.
    public init(
      panel: String, horizon: Int, method: String, error: Double, coverage: Double?
    ) {
      self.panel = panel
      self.horizon = horizon
      self.method = method
      self.error = error
      self.coverage = coverage
    }
  }

  /// What the chart is about.
  public var title: String
  /// The marks; panels, years ahead and methods come in their order.
  public var marks: [Mark]
  /// The method that stands out.
  public var own: String

  /// Creates a chart.
  public init(title: String, marks: [Mark], own: String) {
    self.title = title
    self.marks = marks
    self.own = own
  }

  private static let panel = (width: 400.0, bar: 15.0)

  /// The picture as an SVG file; empty without marks.
  public func svg() -> String {
    let panels = ordered(marks.map(\.panel))
    let horizons = Array(Set(marks.map(\.horizon))).sorted()
    let methods = ordered(marks.map(\.method))
    guard !panels.isEmpty else { return "" }
    let block = Self.panel.bar * Double(methods.count) + 40
    let height = 92 + block * Double(horizons.count)
    var svg = SVG(
      width: Self.panel.width * Double(panels.count), height: height, label: title)
    svg.words(title, 16, 24, "font-size=\"17\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    svg.words(
      "misses against pupils (wMAPE, %); in brackets how often the 80 % interval held", 16, 44,
      "font-size=\"12\" fill=\"#5a6570\"")
    for (column, panel) in panels.enumerated() {
      let left = Self.panel.width * Double(column) + 16
      svg.words(
        panel, left, 70, "font-size=\"14\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
      let greatest = marks.filter { $0.panel == panel }.map(\.error).max() ?? 1
      for (row, horizon) in horizons.enumerated() {
        let top = 90 + block * Double(row)
        svg.words(
          horizon == 1 ? "1 year ahead" : "\(horizon) years ahead", left, top,
          "font-size=\"12\" fill=\"#5a6570\"")
        for (line, method) in methods.enumerated() {
          let mark = marks.first {
            $0.panel == panel && $0.horizon == horizon && $0.method == method
          }
          guard let mark else { continue }
          draw(
            mark, left: left, y: top + 8 + Self.panel.bar * Double(line),
            scale: (Self.panel.width - 190) / max(greatest, 1e-9), in: &svg)
        }
      }
    }
    return svg.standalone
  }

  private func draw(
    _ mark: Mark, left: Double, y: Double, scale: Double, in svg: inout SVG
  ) {
    let isOwn = mark.method == own
    let weight = isOwn ? " font-weight=\"700\"" : ""
    svg.words(
      mark.method, left + 46, y + 10, "text-anchor=\"end\" font-size=\"11\"\(weight)")
    svg.rectangle(
      left + 52, y + 1, mark.error * scale, Self.panel.bar - 4,
      "fill=\"\(isOwn ? Palette.blue : "#b9c3cc")\"")
    let held = mark.coverage.map { " (\(SVG.number($0.rounded())))" } ?? ""
    svg.words(
      SVG.number(mark.error) + held, left + 58 + mark.error * scale, y + 10,
      "font-size=\"11\"\(weight)")
  }

  private func ordered(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
