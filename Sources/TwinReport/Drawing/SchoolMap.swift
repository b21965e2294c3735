import TwinModel

/// The schools of the district on a bare map, marked by their standing.
struct SchoolMap {
  let schools: [ReportInput.School]
  /// Buildings of the city, drawn in grey below.
  var surroundings: [Polygon] = []

  /// Outlines that are drawn; what is more is too small to see.
  private static let greatestCount = 4000
  private static let width = 760.0
  private static let greatestHeight = 560.0
  private static let margin = 60.0

  /// The picture; empty when fewer than two schools are placed.
  func svg() -> String {
    let placed = schools.compactMap { school in school.place.map { (school, $0) } }
    guard placed.count > 1, let box = Box3(around: placed.map { Point3($0.1.x, $0.1.y, 0) }) else {
      return ""
    }
    let (east, north) = (max(box.max.x - box.min.x, 200), max(box.max.y - box.min.y, 200))
    let inner = (Self.width - 2 * Self.margin, Self.greatestHeight - 2 * Self.margin)
    let scale = min(inner.0 / east, inner.1 / north)
    let height = north * scale + 2 * Self.margin
    let left = (Self.width - east * scale) / 2
    var svg = SVG(width: Self.width, height: height, label: "Map of the schools", style: "map")
    svg.rectangle(0, 0, Self.width, height, "fill=\"#f3f6f8\" rx=\"6\"")
    let shapes = surroundings.lazy.map { polygon in
      polygon.outer.map { point in
        Point2(
          left + (point.x - box.min.x) * scale, height - Self.margin - (point.y - box.min.y) * scale
        )
      }
    }.filter { shape in
      shape.contains { (0...Self.width).contains($0.x) && (0...height).contains($0.y) }
    }
    for shape in shapes.prefix(Self.greatestCount) {
      let corners = shape.map { "\(SVG.number($0.x)) \(SVG.number($0.y))" }
      svg.path("M\(corners.joined(separator: "L"))Z", "fill=\"#cfd6dc\"")
    }
    let marks = placed.map { school, place in
      Mark(
        school: school, x: left + (place.x - box.min.x) * scale,
        y: height - Self.margin - (place.y - box.min.y) * scale)
    }
    for mark in marks { mark.draw(in: &svg) }
    var taken = marks.map(\.frame)
    for mark in marks { mark.drawName(in: &svg, avoiding: &taken) }
    // A scale bar of a round length near a fifth of the picture.
    let length = BalanceChart.ticks(0, inner.0 / scale / 4).last ?? east / 5
    svg.line(
      20, height - 18, 20 + length * scale, height - 18,
      "stroke=\"\(Palette.ink)\" stroke-width=\"2\"")
    svg.words(
      "\(ReportWords.grouped(length)) m", 26 + length * scale, height - 14, "font-size=\"11\"")
    return svg.closed
  }

  /// A rectangle of the picture that is written on.
  private struct Frame {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func meets(_ other: Frame) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private struct Mark {
    let school: ReportInput.School
    let x: Double
    let y: Double

    var frame: Frame { Frame(left: x - 11, top: y - 11, right: x + 11, bottom: y + 11) }

    func draw(in svg: inout SVG) {
      svg.circle(
        x, y, 11,
        "fill=\"\(Palette.outcome(school.overall))\" stroke=\"#fff\" stroke-width=\"2\"",
        title: "\(school.name): \(ReportWords.outcome(school.overall))")
      svg.words(
        ReportWords.symbol(school.overall), x, y + 4.5,
        "text-anchor=\"middle\" font-size=\"13\" fill=\"#fff\" font-weight=\"700\"")
    }

    /// Writes the name where there is room for it, right, left, below or above; else leaves it to
    /// the mark's title.
    func drawName(in svg: inout SVG, avoiding taken: inout [Frame]) {
      let width = Double(RoomLabel.columns(school.name)) * 6.2
      let places: [(anchor: String, x: Double, y: Double, left: Double)] = [
        ("start", x + 15, y + 4, x + 15), ("end", x - 15, y + 4, x - 15 - width),
        ("middle", x, y + 25, x - width / 2), ("middle", x, y - 16, x - width / 2),
      ]
      for place in places {
        let frame = Frame(
          left: place.left, top: place.y - 11, right: place.left + width, bottom: place.y + 3)
        let isInside = frame.left > 0 && frame.right < SchoolMap.width
        guard isInside, !taken.contains(where: frame.meets) else { continue }
        taken.append(frame)
        svg.words(
          school.name, place.x, place.y, "text-anchor=\"\(place.anchor)\" font-size=\"12\"")
        return
      }
    }
  }
}
