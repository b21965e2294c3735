import TwinModel

extension MapGeometry {
  /// One area of rings as files write them, closed and either way around; nil without an outer ring of
  /// three points.
  static func polygon(_ rings: [[Point2]]) -> Polygon? {
    var turned: [[Point2]] = []
    for (number, ring) in rings.enumerated() {
      var open = ring
      while open.count > 1, open.first == open.last { open.removeLast() }
      let area = signedArea(open)
      guard open.count >= 3, area != 0 else {
        if number == 0 { return nil }
        continue
      }
      turned.append((area > 0) == (number > 0) ? open.reversed() : open)
    }
    return turned.first.map { Polygon(outer: $0, holes: Array(turned.dropFirst())) }
  }

  /// Parts of one kind made one; nil when they differ in kind or there is none.
  static func joined(_ parts: [MapGeometry]) -> MapGeometry? {
    var points: [Point2] = []
    var lines: [[Point2]] = []
    var areas: [Polygon] = []
    for part in parts {
      switch part {
      case .points(let own): points += own
      case .lines(let own): lines += own
      case .areas(let own): areas += own.polygons
      }
    }
    switch (points.isEmpty, lines.isEmpty, areas.isEmpty) {
    case (false, true, true): return .points(points)
    case (true, false, true): return .lines(lines)
    case (true, true, false): return .areas(MultiPolygon(areas))
    default: return nil
    }
  }
}
