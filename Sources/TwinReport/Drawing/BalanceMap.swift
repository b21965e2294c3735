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
    let height = north * scale + 2 * Self.margin + 70
    func at(_ point: Point2) -> (x: Double, y: Double) {
      (
        Self.margin + (point.x - box.min.x) * scale,
        height - Self.margin - 24 - (point.y - box.min.y) * scale
      )
    }
    var svg = SVG(width: Self.width, height: height, label: title)
    svg.words(title, 16, 26, "font-size=\"17\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    let greatest = Double(schools.map(\.seats).max() ?? 1)
    func radius(_ school: School) -> Double {
      3 + 13 * (Double(school.seats) / max(greatest, 1)).squareRoot()
    }
    let drawn = schools.sorted { ($1.seats, $0.name) < ($0.seats, $1.name) }
    for school in drawn {
      let place = at(school.position)
      svg.circle(
        place.x, place.y, radius(school),
        "fill=\"\(school.level.colour)\" fill-opacity=\"0.75\" stroke=\"#fff\"",
        title: "\(school.name): \(Int(school.pupils.rounded())) pupils, \(school.seats) seats, "
          + school.level.rawValue)
    }
    var taken: [Frame] = []
    if schools.count <= Self.greatestNamed {
      taken = drawn.map { Frame(around: at($0.position), half: radius($0), radius($0)) }
      for school in drawn { name(school, at(school.position), radius(school), &svg, &taken) }
    }
    for area in Set(schools.map(\.area)).sorted() { draw(area, in: &svg, at: at) }
    legend(in: &svg, height)
    return svg.standalone
  }

  /// A rectangle of the picture that is drawn on.
  private struct Frame {
    var left: Double, right: Double, top: Double, bottom: Double

    init(around place: (x: Double, y: Double), half width: Double, _ height: Double) {
      (left, right) = (place.x - width, place.x + width)
      (top, bottom) = (place.y - height, place.y + height)
    }

    func meets(_ other: Frame) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// The school's name and balance below or above it, where that covers nothing else.
  private func name(
    _ school: School, _ place: (x: Double, y: Double), _ radius: Double, _ svg: inout SVG,
    _ taken: inout [Frame]
  ) {
    let words = "\(school.name) \(Self.signed(school.seats - Int(school.pupils.rounded())))"
    for y in [place.y + radius + 12, place.y - radius - 4] {
      // Letters of 11 units are some 6 wide.
      let frame = Frame(around: (place.x, y - 4), half: 3 * Double(words.count), 5.5)
      guard !taken.contains(where: frame.meets) else { continue }
      taken.append(frame)
      svg.words(
        words, place.x, y, "font-size=\"11\" text-anchor=\"middle\" fill=\"\(Palette.ink)\"")
      return
    }
  }

  /// The area's balance above its schools.
  private func draw(
    _ area: String, in svg: inout SVG, at: (Point2) -> (x: Double, y: Double)
  ) {
    let members = schools.filter { $0.area == area }
    let places = members.map { at($0.position) }
    let middle = places.reduce(0) { $0 + $1.x } / Double(places.count)
    let top = places.map(\.y).min() ?? 0
    let pupils = members.reduce(0) { $0 + $1.pupils }
    let left = members.reduce(0) { $0 + $1.seats } - Int(pupils.rounded())
    svg.words(
      "\(area): \(Self.signed(left)) seats", middle, top - 34,
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
      x += 170
    }
    svg.words("numbers: seats less pupils", x, height - 14, "font-size=\"12\" fill=\"#5a6570\"")
  }

  /// A number with its sign, minus as a real one.
  private static func signed(_ value: Int) -> String {
    value < 0 ? "−\(-value)" : value > 0 ? "+\(value)" : "0"
  }
}
