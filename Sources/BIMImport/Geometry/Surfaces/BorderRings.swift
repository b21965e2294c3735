import SpatialCore

/// Loops of a face in space laid out in the parameters of its surface, as rings that close there.
struct BorderRings {
  typealias Point = SurfacePatch.BorderPoint

  private let surface: any ParametricSurface
  private let isAlongNormal: Bool
  private let tolerance: Double
  /// The rings, the outer one first; empty when the loops bound nothing.
  private(set) var rings: [[Point]] = []

  /// Takes the loops, each without its first point repeated, and whether the face's normal is that of
  /// the surface.
  init(
    _ loops: [[Vector3]], on surface: any ParametricSurface, isAlongNormal: Bool, tolerance: Double
  ) {
    self.surface = surface
    self.isAlongNormal = isAlongNormal
    self.tolerance = tolerance
    var closed: [[Point]] = []
    var around: [[Point]] = []
    for loop in loops where loop.count >= 2 {
      let ring = layOut(loop)
      guard let first = ring.first, let last = ring.last else { continue }
      let gap = last.parameters - first.parameters
      if abs(gap.x) < 1e-6 * (1 + surface.periods.x), abs(gap.y) < 1e-6 * (1 + surface.periods.y) {
        closed.append(Array(ring.dropLast()))
      } else {
        around.append(ring)
      }
    }
    closed += join(around)
    if loops.allSatisfy({ $0.count < 2 }), surface.poles.count == 2 { closed = [whole()] }
    arrange(closed)
  }

  // MARK: - Layout

  /// A loop's points with parameters that follow one another; the first again at the end.
  private func layOut(_ loop: [Vector3]) -> [Point] {
    var points: [Point] = []
    for place in loop + [loop[0]] {
      var parameters = surface.parameters(of: place, near: points.last?.parameters)
      if let last = points.last {
        parameters = surface.unwrapped(parameters, near: last.parameters)
      }
      points.append(Point(parameters: parameters, place: place))
    }
    guard !surface.poles.isEmpty else { return points }
    return withPoles(points)
  }

  /// At a pole every u is right: it is left with the u it was reached by, and the next one.
  private func withPoles(_ points: [Point]) -> [Point] {
    let isPole = points.map { point in
      surface.poles.contains { abs($0 - point.parameters.y) * surface.scale.y < 1e-6 }
    }
    guard let start = isPole.firstIndex(of: false), isPole.contains(true) else { return points }
    // Starts at a point that is no pole.
    let open = Array(points.dropLast())
    let order = open.indices.map { ($0 + start) % open.count } + [start]
    var result: [Point] = []
    for (place, index) in order.enumerated() {
      var point = open[index]
      guard isPole[index] else {
        if let last = result.last {
          point.parameters = surface.unwrapped(point.parameters, near: last.parameters)
        }
        result.append(point)
        continue
      }
      let before = result.last?.parameters.x ?? point.parameters.x
      point.parameters.x = before
      result.append(point)
      guard place + 1 < order.count else { continue }
      let next = surface.unwrapped(
        open[order[place + 1]].parameters, near: Vector2(before, point.parameters.y))
      // A step of exactly half a turn may go either way; the face lies to the left.
      point.parameters.x = next.x
      result.append(point)
    }
    return result
  }

  // MARK: - Loops around the surface

  /// Loops that run once around, joined to rings along seams: two of them bound a band, one alone a cap
  /// up to a pole.
  private func join(_ around: [[Point]]) -> [[Point]] {
    var left = around
    var rings: [[Point]] = []
    while !left.isEmpty {
      let first = left.removeFirst()
      let way = first[first.count - 1].parameters - first[0].parameters
      let axis = abs(way.x) > abs(way.y) ? 0 : 1
      let partner = left.firstIndex { other in
        let back = other[other.count - 1].parameters - other[0].parameters
        return (way + back).length < 1e-6 * (1 + way.length)
      }
      if let partner {
        rings.append(band(first, left.remove(at: partner), axis))
      } else if axis == 0, !surface.poles.isEmpty {
        rings.append(cap(first, way.x))
      }
    }
    return rings
  }

  private func band(_ first: [Point], _ second: [Point], _ axis: Int) -> [Point] {
    let end = first[first.count - 1].parameters
    // The second loop starts where it is nearest to the end of the first.
    let open = Array(second.dropLast())
    let period = abs(end[axis] - first[0].parameters[axis])
    func gap(_ point: Point) -> Double {
      let distance = point.parameters[axis] - end[axis]
      return abs(distance - (distance / period).rounded() * period)
    }
    let start = open.indices.min { gap(open[$0]) < gap(open[$1]) } ?? 0
    var turned: [Point] = []
    for step in 0...open.count {
      var point = open[(start + step) % open.count]
      let near = turned.last?.parameters ?? Vector2(end.x, end.y)
      point.parameters = surface.unwrapped(point.parameters, near: near)
      if turned.isEmpty, surface.periods[1 - axis] > 0 {
        point.parameters[1 - axis] = across(point.parameters, from: end, axis, first)
      }
      turned.append(point)
    }
    return first + seam(first[first.count - 1], turned[0])
      + turned + seam(turned[turned.count - 1], first[0])
  }

  /// On a surface that is closed both ways, the band lies on the side that the face's sense says.
  private func across(
    _ parameters: Vector2, from end: Vector2, _ axis: Int, _ first: [Point]
  ) -> Double {
    let other = 1 - axis
    let period = surface.periods[other]
    let isForward = end[axis] > first[0].parameters[axis]
    // Left of +u is +v, left of +v is −u.
    let isUp = (isForward == isAlongNormal) == (axis == 0)
    let distance = (parameters[other] - end[other]).truncatingRemainder(dividingBy: period)
    let positive = distance < 0 ? distance + period : distance
    return end[other] + (isUp ? positive : positive - period)
  }

  private func cap(_ ring: [Point], _ way: Double) -> [Point] {
    let isUp = (way > 0) == isAlongNormal
    let poles = surface.poles
    let middle = ring[0].parameters.y
    let pole =
      poles.count == 1
      ? poles[0] : isUp ? poles.max() ?? middle : poles.min() ?? middle
    let (first, last) = (ring[0], ring[ring.count - 1])
    let place = surface.point(Vector2(first.parameters.x, pole))
    let top = [last, first].map { Point(parameters: Vector2($0.parameters.x, pole), place: place) }
    return ring + seam(last, top[0]) + top + seam(top[1], first)
  }

  /// The whole of a surface between two poles.
  private func whole() -> [Point] {
    let (low, high) = (surface.poles[0], surface.poles[1])
    func point(_ u: Double, _ v: Double) -> Point {
      Point(parameters: Vector2(u, v), place: surface.point(Vector2(u, v)))
    }
    let turn = surface.periods.x
    let (south, north) = (point(0, low), point(0, high))
    let (south2, north2) = (point(turn, low), point(turn, high))
    let ring = [south, south2] + seam(south2, north2) + [north2, north] + seam(north, south)
    return isAlongNormal ? ring : ring.reversed()
  }

  /// Points between two border points, close enough; the same ones whichever way and after a period.
  private func seam(_ from: Point, _ to: Point) -> [Point] {
    let isForward =
      (from.parameters.y, from.parameters.x) < (to.parameters.y, to.parameters.x)
    let (low, high) = isForward ? (from, to) : (to, from)
    var count = 1
    while count < 256 {
      let error =
        (0..<count).map { index -> Double in
          func at(_ share: Double) -> Vector3 {
            surface.point(low.parameters + (high.parameters - low.parameters) * share)
          }
          let step = 1 / Double(count)
          let here = Double(index) * step
          return (at(here + step / 2) - (at(here) + at(here + step)) / 2).length
        }.max() ?? 0
      if error <= tolerance { break }
      count *= 2
    }
    let points = (1..<count).map { index -> Point in
      let parameters =
        low.parameters + (high.parameters - low.parameters) * (Double(index) / Double(count))
      return Point(parameters: parameters, place: surface.point(parameters))
    }
    return isForward ? points : points.reversed()
  }

  // MARK: - Outer ring and holes

  private mutating func arrange(_ closed: [[Point]]) {
    let scale = surface.scale
    func flat(_ ring: [Point]) -> [Vector2] { ring.map { $0.parameters * scale } }
    let areas = closed.map { abs(signedArea(flat($0))) }
    guard let outer = areas.indices.max(by: { areas[$0] < areas[$1] }), areas[outer] > 0 else {
      return
    }
    rings = [closed[outer]]
    let border = closed[outer].map(\.parameters)
    for (index, ring) in closed.enumerated() where index != outer && areas[index] > 0 {
      rings.append(moved(ring, into: border))
    }
  }

  /// A hole moved by whole periods until it lies within the outer ring.
  private func moved(_ ring: [Point], into border: [Vector2]) -> [Point] {
    for i in [0.0, -1, 1, -2, 2] {
      for j in surface.periods.y > 0 ? [0.0, -1, 1] : [0] {
        let shift = Vector2(i, j) * surface.periods
        if encloses(border, ring[0].parameters + shift) {
          return ring.map { Point(parameters: $0.parameters + shift, place: $0.place) }
        }
        if surface.periods.x == 0 { break }
      }
    }
    return ring
  }
}
