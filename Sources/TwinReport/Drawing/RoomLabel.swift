import TwinModel

/// What stands in a room of a drawing: its name, its number and its area, as large as fits.
struct RoomLabel {
  /// The lines, from the top.
  let lines: [String]
  /// Whether the last line is the area.
  let hasArea: Bool
  /// Height of the letters, in centimetres of the plan.
  private(set) var size: Double
  /// The middle of the text, in plan millimetres.
  let middle: PlanPoint
  /// How far it can move up and down within its room, in centimetres of the plan.
  private(set) var play: Double
  private var width: Double

  /// Lays the text out in `part`, the largest part of a room; nil when not even the shortest fits in
  /// letters of `least` centimetres.
  init?(_ room: PlanRoom, part: PlanPolygon, least: Double) {
    guard let place = LabelPlace(in: part) else { return nil }
    let area = "\(SVG.number((room.area.value * 10).rounded() / 10)) m²"
    // Some programs write the full name into the short one too, behind the number.
    let isOneName = room.name.lowercased().contains(room.longName.lowercased())
    let name = room.longName.isEmpty || isOneName ? room.name : room.longName
    let number = name == room.name ? "" : room.name
    let full = Self.wrapped(name)
    let numbered = number.isEmpty ? [] : [number]
    var choices: [(lines: [String], hasArea: Bool)] = [
      ([name] + numbered + [area], true), (full + numbered + [area], true),
      ([name, area], true), (full + [area], true), (numbered + [area], true), ([name], false),
      (numbered, false),
    ]
    choices.removeAll { $0.lines.allSatisfy(\.isEmpty) }
    func size(_ lines: [String]) -> Double {
      let columns = Double(lines.map(Self.columns).max() ?? 0)
      // Letters of a sans-serif font are 0.6 em wide on average, lines 1.15 em apart.
      return min(
        max(46, least * 1.3), place.width / max(columns, 4) / 0.6,
        place.height / Double(lines.count) / 1.3)
    }
    guard let fitting = choices.first(where: { size($0.lines) >= least }) else { return nil }
    lines = fitting.lines
    hasArea = fitting.hasArea
    self.size = size(fitting.lines)
    middle = place.middle
    play = max(0, (place.height - size(fitting.lines) * 1.15 * Double(lines.count)) / 2 - 10)
    width = Double(lines.map(Self.columns).max() ?? 0) * self.size * 0.6
  }

  /// The same text in smaller letters, which leave it more room to move.
  func shrunk(by factor: Double) -> RoomLabel {
    var label = self
    label.size *= factor
    label.width *= factor
    label.play += size * (1 - factor) * 1.15 * Double(lines.count) / 2
    return label
  }

  /// A box of the picture, in centimetres, y downward.
  struct Box {
    var left, top, right, bottom: Double

    /// Whether a point lies inside, or a mark's radius outside.
    func holds(_ point: Point2) -> Bool {
      point.x > left - 20 && point.x < right + 20 && point.y > top - 20 && point.y < bottom + 20
    }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// What the text covers around its middle on the picture.
  func box(around point: Point2) -> Box {
    let height = size * 1.15 * Double(lines.count)
    return Box(
      left: point.x - width / 2, top: point.y - height / 2, right: point.x + width / 2,
      bottom: point.y + height / 2)
  }

  /// Width of a text in half-width columns: a Chinese character takes two.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e80 ? 2 : 1) }
  }

  /// A name of several words on two lines of about the same length.
  private static func wrapped(_ name: String) -> [String] {
    let words = name.split(separator: " ")
    guard words.count > 1 else { return [name] }
    let cuts = (1..<words.count).map { cut in
      (words[..<cut].joined(separator: " "), words[cut...].joined(separator: " "))
    }
    let best = cuts.min { max(columns($0.0), columns($0.1)) < max(columns($1.0), columns($1.1)) }
    return best.map { [$0.0, $0.1] } ?? [name]
  }
}

/// The widest place for a text in a polygon: on one of a few horizontal lines, the longest stretch
/// inside that is also free a little above and below.
private struct LabelPlace {
  /// The middle of the stretch.
  let middle: PlanPoint
  /// Its length, in centimetres, less a small margin.
  let width: Double
  /// How high the room is there, in centimetres.
  let height: Double

  init?(in polygon: PlanPolygon) {
    let (low, high) = polygon.bounds
    let edges = polygon.rings.flatMap { ring in
      ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    }
    /// Stretches of the line y inside, from left to right.
    func stretches(_ y: Double) -> [(Double, Double)] {
      let cuts = edges.compactMap { a, b -> Double? in
        guard (Double(a.y) > y) != (Double(b.y) > y) else { return nil }
        return Double(a.x) + (y - Double(a.y)) / Double(b.y - a.y) * Double(b.x - a.x)
      }.sorted()
      return stride(from: 0, to: cuts.count - 1, by: 2).map { (cuts[$0], cuts[$0 + 1]) }
    }
    /// How far one can go up and down from a point before leaving the polygon.
    func clearance(_ x: Double, _ y: Double) -> (up: Double, down: Double) {
      let cuts = edges.compactMap { a, b -> Double? in
        guard (Double(a.x) > x) != (Double(b.x) > x) else { return nil }
        return Double(a.y) + (x - Double(a.x)) / Double(b.x - a.x) * Double(b.y - a.y) - y
      }
      return (
        cuts.filter { $0 > 0 }.min() ?? 0, -(cuts.filter { $0 <= 0 }.max() ?? 0)
      )
    }
    var best: (score: Double, x: Double, y: Double, width: Double, height: Double)?
    let span = Double(high.y - low.y)
    for step in [8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14] {
      let y = Double(low.y) + span * Double(step) / 16
      for (from, to) in stretches(y) {
        let x = (from + to) / 2
        // The least of the middle and both quarters: a text is a box, not a line.
        let samples = [x, from + (to - from) * 0.2, from + (to - from) * 0.8]
          .map { clearance($0, y) }
        let (up, down) = (samples.map(\.up).min() ?? 0, samples.map(\.down).min() ?? 0)
        // Six columns on two lines are about as wide as twice their height.
        let score = min((to - from) / 2, 2 * min(up, down))
        if best == nil || score > (best?.score ?? 0) * 1.05 {
          best = (score, x, y, to - from, 2 * min(up, down))
        }
      }
    }
    guard let best, best.width > 0 else { return nil }
    middle = PlanPoint(Int64(best.x.rounded()), Int64(best.y.rounded()))
    width = best.width / 10 * 0.94
    height = best.height / 10
  }
}
