public import TwinModel

/// Seats against pupils on a map: schools as large as their seats in the colour of their warning, areas
/// with what they lack.
public struct BalanceMap: Hashable, Sendable {
  /// How a school stands; the words are those of the warning levels.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// 绿: seats suffice.
    case green
    /// 黄: seats become scarce.
    case yellow
    /// 红: seats run short.
    case red

    fileprivate var colour: String {
      switch self {
      case .green: Palette.green
      case .yellow: Palette.orange
      case .red: Palette.vermilion
      }
    }
  }

  /// A school.
  public struct School: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The area that it belongs to.
    public var area: String
    /// Its place (m).
    public var position: Point2
    /// Its seats.
    public var seats: Int
    /// Its pupils.
    public var pupils: Double
    /// How it stands.
    public var level: Level

    /// Creates a school.
    public init(
      name: String, area: String, position: Point2, seats: Int, pupils: Double, level: Level
    ) {
      self.name = name
      self.area = area
      self.position = position
      self.seats = seats
      self.pupils = pupils
      self.level = level
    }
  }

  /// What the map is about.
  public var title: String
  /// The schools.
  public var schools: [School]

  /// Creates a map.
  public init(title: String, schools: [School]) {
    self.title = title
    self.schools = schools
  }

  private static let width = 860.0
  private static let margin = 60.0
  /// Schools up to which every one is named.
  private static let greatestNamed = 40

  /// The picture as an SVG file; empty without schools.
  public func svg() -> String {
    guard let box = Box3(around: schools.map { Point3($0.position.x, $0.position.y, 0) }) else {
      return ""
    }
    let (east, north) = (max(box.max.x - box.min.x, 200), max(box.max.y - box.min.y, 200))
    let scale = min((Self.width - 2 * Self.margin) / east, 700 / north)
    let height = north * scale + 2 * Self.margin + 60
    func at(_ point: Point2) -> (x: Double, y: Double) {
      (
        Self.margin + (point.x - box.min.x) * scale,
        height - Self.margin - 24 - (point.y - box.min.y) * scale
      )
    }
    var svg = SVG(width: Self.width, height: height, label: title)
    svg.words(title, 16, 26, "font-size=\"17\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    let greatest = Double(schools.map(\.seats).max() ?? 1)
    for school in schools.sorted(by: { ($1.seats, $0.name) < ($0.seats, $1.name) }) {
      let place = at(school.position)
      let radius = 3 + 13 * (Double(school.seats) / max(greatest, 1)).squareRoot()
      let pupils = Int(school.pupils.rounded())
      svg.circle(
        place.x, place.y, radius,
        "fill=\"\(school.level.colour)\" fill-opacity=\"0.75\" stroke=\"#fff\"",
        title: "\(school.name): \(pupils) pupils, \(school.seats) seats, \(school.level.rawValue)")
      if schools.count <= Self.greatestNamed {
        svg.words(
          "\(school.name) \(Self.signed(school.seats - pupils))", place.x, place.y + radius + 12,
          "font-size=\"11\" text-anchor=\"middle\" fill=\"\(Palette.ink)\"")
      }
    }
    for area in Set(schools.map(\.area)).sorted() { draw(area, in: &svg, at: at) }
    legend(in: &svg, height)
    return svg.standalone
  }

  /// The area's balance in the middle of its schools.
  private func draw(
    _ area: String, in svg: inout SVG, at: (Point2) -> (x: Double, y: Double)
  ) {
    let members = schools.filter { $0.area == area }
    let count = Double(members.count)
    let middle = at(
      Point2(
        members.reduce(0) { $0 + $1.position.x } / count,
        members.reduce(0) { $0 + $1.position.y } / count))
    let pupils = members.reduce(0) { $0 + $1.pupils }
    let left = members.reduce(0) { $0 + $1.seats } - Int(pupils.rounded())
    svg.words(
      "\(area): \(Self.signed(left)) seats", middle.x, middle.y - 24,
      "font-size=\"14\" font-weight=\"600\" text-anchor=\"middle\" stroke=\"#fff\" "
        + "stroke-width=\"3\" paint-order=\"stroke\" "
        + "fill=\"\(left < 0 ? Palette.vermilion : Palette.ink)\"")
  }

  private func legend(in svg: inout SVG, _ height: Double) {
    var x = 22.0
    for (level, words) in [
      (Level.green, "seats suffice"), (.yellow, "seats become scarce"), (.red, "seats run short"),
    ] {
      let number = schools.count { $0.level == level }
      svg.circle(x, height - 18, 6, "fill=\"\(level.colour)\" fill-opacity=\"0.75\"")
      svg.words("\(words): \(number)", x + 11, height - 14, "font-size=\"12\" fill=\"#5a6570\"")
      x += 190
    }
    svg.words("numbers: seats less pupils", x, height - 14, "font-size=\"12\" fill=\"#5a6570\"")
  }

  /// A number with its sign, minus as a real one.
  private static func signed(_ value: Int) -> String {
    value < 0 ? "−\(-value)" : value > 0 ? "+\(value)" : "0"
  }
}
