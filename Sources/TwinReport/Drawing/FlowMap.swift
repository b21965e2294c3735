public import TwinModel

/// Who sits where: lines from blocks to schools as thick as their pupils, schools by how full they are,
/// blocks with pupils left without a seat.
public struct FlowMap: Hashable, Sendable {
  /// A school.
  public struct School: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its place (m).
    public var position: Point2
    /// Its seats.
    public var seats: Int
    /// Pupils who sit there.
    public var seated: Int

    /// Creates a school.
    public init(name: String, position: Point2, seats: Int, seated: Int) {
      self.name = name
      self.position = position
      self.seats = seats
      self.seated = seated
    }
  }

  /// Pupils of one block.
  public struct Flow: Hashable, Sendable {
    /// Where they live (m).
    public var from: Point2
    /// Where they go (m).
    public var to: Point2
    /// How many.
    public var pupils: Int
    /// Whether they walk farther than is wanted.
    public var isFar: Bool

    /// Creates a flow.
    public init(from: Point2, to: Point2, pupils: Int, isFar: Bool) {
      self.from = from
      self.to = to
      self.pupils = pupils
      self.isFar = isFar
    }
  }

  /// Pupils without a seat.
  public struct Gap: Hashable, Sendable {
    /// Where they live (m).
    public var position: Point2
    /// How many.
    public var pupils: Int

    /// Creates a gap.
    public init(position: Point2, pupils: Int) {
      self.position = position
      self.pupils = pupils
    }
  }

  /// What the map is about.
  public var title: String
  /// The schools.
  public var schools: [School]
  /// The flows.
  public var flows: [Flow]
  /// Pupils without a seat.
  public var gaps: [Gap]

  /// Creates a map.
  public init(title: String, schools: [School], flows: [Flow], gaps: [Gap]) {
    self.title = title
    self.schools = schools
    self.flows = flows
    self.gaps = gaps
  }

  private static let width = 860.0
  private static let margin = 46.0

  /// The picture as an SVG file; empty without schools.
  public func svg() -> String {
    let points = schools.map(\.position) + flows.map(\.from) + gaps.map(\.position)
    guard !schools.isEmpty, let box = Box3(around: points.map { Point3($0.x, $0.y, 0) }) else {
      return ""
    }
    let (east, north) = (max(box.max.x - box.min.x, 200), max(box.max.y - box.min.y, 200))
    let scale = min((Self.width - 2 * Self.margin) / east, 760 / north)
    let height = north * scale + 2 * Self.margin + 64
    func at(_ point: Point2) -> (x: Double, y: Double) {
      (
        Self.margin + (point.x - box.min.x) * scale,
        height - Self.margin - 24 - (point.y - box.min.y) * scale
      )
    }
    var svg = SVG(width: Self.width, height: height, label: title)
    svg.words(title, 16, 26, "font-size=\"17\" font-weight=\"600\" fill=\"\(Palette.ink)\"")
    let greatest = Double(flows.map(\.pupils).max() ?? 1)
    for flow in flows {
      let (from, to) = (at(flow.from), at(flow.to))
      let width = 0.4 + 3.2 * (Double(flow.pupils) / greatest).squareRoot()
      svg.line(
        from.x, from.y, to.x, to.y,
        "stroke=\"\(flow.isFar ? Palette.orange : Palette.sky)\" opacity=\"0.6\" "
          + "stroke-width=\"\(SVG.number(width))\"")
    }
    for gap in gaps {
      let place = at(gap.position)
      svg.circle(
        place.x, place.y, 2 + Double(gap.pupils).squareRoot() / 2,
        "fill=\"none\" stroke=\"\(Palette.vermilion)\" stroke-width=\"1.5\"",
        title: "\(gap.pupils) without a seat")
    }
    for school in schools {
      let place = at(school.position)
      let isFull = school.seated >= school.seats
      svg.circle(
        place.x, place.y, 3 + Double(school.seats).squareRoot() / 8,
        "fill=\"\(isFull ? Palette.vermilion : Palette.green)\" stroke=\"#fff\"",
        title: "\(school.name): \(school.seated) of \(school.seats) seats")
    }
    svg.words(
      "blue: to a seat · orange: farther than wanted · red school: full · ring: pupils without seat",
      16, height - 14, "font-size=\"11\" fill=\"#5a6570\"")
    return svg.standalone
  }
}
