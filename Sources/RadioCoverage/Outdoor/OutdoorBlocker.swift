public import TwinModel

/// A building that stands between outdoor sites and receivers, in the campus' local frame.
public struct OutdoorBlocker: Hashable, Sendable {
  /// What it is, for words.
  public let id: String
  /// Its outline: outer rings and holes alike, in metres.
  public let rings: [[Point2]]
  /// Height of its roof edge above the local zero.
  public let top: Metres
  /// Lower left corner of ``rings``.
  let low: Point2
  /// Upper right corner of ``rings``.
  let high: Point2

  /// Creates a building; nil without an outline or with a height that is no number.
  public init?(id: String, rings: [[Point2]], top: Metres) {
    let rings = rings.filter { $0.count >= 3 }
    let points = rings.flatMap(\.self)
    guard let first = points.first, top.value.isFinite,
      points.allSatisfy({ $0.x.isFinite && $0.y.isFinite })
    else { return nil }
    self.id = id
    self.rings = rings
    self.top = top
    low = points.reduce(first) { Point2(min($0.x, $1.x), min($0.y, $1.y)) }
    high = points.reduce(first) { Point2(max($0.x, $1.x), max($0.y, $1.y)) }
  }

  /// Creates a building from an outline; nil as above.
  public init?(id: String, outline: MultiPolygon, top: Metres) {
    self.init(id: id, rings: outline.polygons.flatMap { [$0.outer] + $0.holes }, top: top)
  }

  /// Whether a point lies in the outline.
  public func contains(_ point: Point2) -> Bool {
    guard point.x >= low.x, point.x <= high.x, point.y >= low.y, point.y <= high.y
    else { return false }
    var isInside = false
    for ring in rings {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        if (a.y > point.y) != (b.y > point.y),
          point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
        {
          isInside.toggle()
        }
      }
    }
    return isInside
  }

  /// Where, in shares of the way from `start` to `end`, the straight line meets the outline.
  func crossings(from start: Point2, to end: Point2) -> [Double] {
    guard min(start.x, end.x) <= high.x, max(start.x, end.x) >= low.x,
      min(start.y, end.y) <= high.y, max(start.y, end.y) >= low.y
    else { return [] }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var found: [Double] = []
    for ring in rings {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        let (ax, ay) = (a.x - start.x, a.y - start.y)
        let (bx, by) = (b.x - start.x, b.y - start.y)
        // Half open: a line through a corner meets one of its two edges.
        guard (dx * ay - dy * ax > 0) != (dx * by - dy * bx > 0) else { continue }
        let turn = dx * (by - ay) - dy * (bx - ax)
        let share = (ax * (by - ay) - ay * (bx - ax)) / turn
        if share > 0, share < 1 { found.append(share) }
      }
    }
    return found
  }
}
