import TwinModel

/// Where devices may be fixed in an area.
enum CandidatePlaces {
  /// A place with the headings that are worth trying; none for devices that look all round.
  struct Spot: Hashable {
    let place: PlanPoint
    let headings: [Double]
  }

  /// Places on lines through the middle of the area that keep the clearance to walls and blockers.
  ///
  /// Where there is something else to keep off, lines run along the border of what it takes, too.
  static func ceiling(
    _ area: DetectionArea, clearance: Int64, step: Int64, keepingOff things: [KeepOff] = []
  ) -> [PlanPoint] {
    let box = area.outline.bounds
    let margin = Double(clearance)
    var xs = middleLines(box.min.x, box.max.x, clearance, step)
    var ys = middleLines(box.min.y, box.max.y, clearance, step)
    if !things.isEmpty {
      let borders = things.map(\.reach)
      xs = Set(xs + borders.flatMap { [$0.min.x, $0.max.x] }).sorted()
      ys = Set(ys + borders.flatMap { [$0.min.y, $0.max.y] }).sorted()
    }
    return ys.flatMap { y in xs.map { x in PlanPoint(x, y) } }
      .filter { area.contains($0) && area.clearance(of: $0) >= margin }
  }

  /// The same, with less clearance where the area is too narrow for it.
  static func ceilingOrNarrower(
    _ area: DetectionArea, clearance: Int64, step: Int64
  ) -> [PlanPoint] {
    var clearance = clearance
    var places: [PlanPoint] = []
    while places.isEmpty, clearance > 10 {
      places = ceiling(area, clearance: clearance, step: step)
      clearance /= 2
    }
    return places
  }

  /// Lines between two walls, clear of both, at most `step` apart, one of them in the middle.
  private static func middleLines(
    _ low: Int64, _ high: Int64, _ clearance: Int64, _ step: Int64
  ) -> [Int64] {
    let (first, last) = (low + clearance, high - clearance)
    guard first < last else { return [(low + high) / 2] }
    let halves = (last - first + 2 * step - 1) / (2 * step)
    return (0...2 * halves).map { first + (last - first) * $0 / (2 * halves) }
  }

  /// How far the back of a device on a wall is from what it sees with (mm).
  private static let standOff = 50.0
  /// Walls shorter than this (mm) are steps of a curve or jambs, and carry nothing.
  private static let shortestWall = 300.0

  /// Places along the walls, `clearance` from their ends and at most `step` apart.
  static func walls(
    _ area: DetectionArea, clearance: Int64, step: Int64, headingStep: Double?
  ) -> [Spot] {
    var spots: [Spot] = []
    for edge in outlineEdges(area) {
      let (dx, dy) = (Double(edge.end.x - edge.start.x), Double(edge.end.y - edge.start.y))
      let length = (dx * dx + dy * dy).squareRoot()
      guard length >= shortestWall else { continue }
      let first = min(Double(clearance), length / 2)
      let parts = max(1, Int(((length - 2 * first) / Double(step)).rounded(.up)))
      let normal = degrees(of: -dy, dx)
      for part in length - 2 * first < 1 ? 0...0 : 0...parts {
        let along = first + (length - 2 * first) * Double(part) / Double(parts)
        let place = PlanPoint(
          edge.start.x + Int64(((dx * along - dy * standOff) / length).rounded()),
          edge.start.y + Int64(((dy * along + dx * standOff) / length).rounded()))
        guard area.contains(place) else { continue }
        spots.append(
          Spot(place: place, headings: fan(around: normal, half: 90, step: headingStep)))
      }
    }
    return spots
  }

  /// A place in every corner that two walls make, `clearance` from both.
  static func corners(_ area: DetectionArea, clearance: Int64, headingStep: Double?) -> [Spot] {
    var spots: [Spot] = []
    for ring in area.outline.rings {
      for index in ring.indices {
        let (before, here, after) = (
          ring[(index + ring.count - 1) % ring.count], ring[index], ring[(index + 1) % ring.count]
        )
        guard orientation(before, here, after) > 0 else { continue }
        let (ax, ay, a) = unit(from: here, to: after)
        let (bx, by, b) = unit(from: here, to: before)
        guard min(a, b) >= shortestWall else { continue }
        // Along the bisector until both walls are `clearance` away: the sine of half the angle.
        let (x, y) = (ax + bx, ay + by)
        let length = (x * x + y * y).squareRoot()
        let sine = ((1 - (ax * bx + ay * by)) / 2).squareRoot()
        guard length > 1e-6, sine > 0.05 else { continue }
        let reach = Double(clearance) / sine / length
        let place = PlanPoint(
          here.x + Int64((x * reach).rounded()), here.y + Int64((y * reach).rounded()))
        guard area.contains(place) else { continue }
        let half = degrees(of: (1 - sine * sine).squareRoot(), sine)
        spots.append(
          Spot(
            place: place, headings: fan(around: degrees(of: x, y), half: half, step: headingStep)))
      }
    }
    return spots
  }

  private static func outlineEdges(_ area: DetectionArea) -> [DetectionArea.Edge] {
    area.outline.rings.flatMap { ring in
      ring.indices.map {
        DetectionArea.Edge(start: ring[$0], end: ring[$0 + 1 == ring.endIndex ? 0 : $0 + 1])
      }
    }
  }

  private static func unit(
    from a: PlanPoint, to b: PlanPoint
  ) -> (x: Double, y: Double, length: Double) {
    let (x, y) = (Double(b.x - a.x), Double(b.y - a.y))
    let length = max(1e-9, (x * x + y * y).squareRoot())
    return (x / length, y / length, length)
  }

  /// Headings around one, to both sides, in whole tenths of a degree.
  private static func fan(around middle: Double, half: Double, step: Double?) -> [Double] {
    let whole = (middle * 10).rounded() / 10
    guard let step else { return [whole] }
    let count = Int(((half + 1e-6) / step).rounded(.down))
    return (-count...count).map { whole + Double($0) * step }
  }
}
