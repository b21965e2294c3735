import TwinModel

extension DetectionArea {
  /// Whether the segment between two points of the floor stays on the floor.
  ///
  /// Touching a wall or a corner is staying. Exact.
  func sees(_ a: PlanPoint, _ b: PlanPoint) -> Bool {
    if isConvex || a == b { return true }
    let (lowX, highX) = (min(a.x, b.x), max(a.x, b.x))
    let (lowY, highY) = (min(a.y, b.y), max(a.y, b.y))
    var touched: [PlanPoint] = []
    for edge in edges {
      let (p, q) = (edge.start, edge.end)
      if max(p.x, q.x) < lowX || min(p.x, q.x) > highX || max(p.y, q.y) < lowY
        || min(p.y, q.y) > highY
      {
        continue
      }
      let (sideP, sideQ) = (orientation(a, b, p), orientation(a, b, q))
      if (sideP > 0 && sideQ < 0) || (sideP < 0 && sideQ > 0) {
        let (sideA, sideB) = (orientation(p, q, a), orientation(p, q, b))
        if (sideA > 0 && sideB < 0) || (sideA < 0 && sideB > 0) { return false }
      }
      if sideP == 0, lowX...highX ~= p.x, lowY...highY ~= p.y { touched.append(p) }
    }
    if touched.isEmpty { return true }
    // Between two corners on the segment it does not change sides: its middle decides.
    let stops = ([a, b] + touched).sorted {
      squaredDistance(a, $0) < squaredDistance(a, $1)
    }
    for (from, to) in zip(stops, stops.dropFirst()) where from != to {
      if !containsHalf(PlanPoint(from.x + to.x, from.y + to.y)) { return false }
    }
    return true
  }

  /// Whether the point at half of these coordinates is on the floor; exact.
  private func containsHalf(_ doubled: PlanPoint) -> Bool {
    func twice(_ ring: [PlanPoint]) -> [PlanPoint] {
      ring.map { PlanPoint(2 * $0.x, 2 * $0.y) }
    }
    return position(of: doubled, in: twice(outline.outer)) != .outside
      && (outline.holes + blockers).allSatisfy {
        position(of: doubled, in: twice($0)) != .inside
      }
  }

  /// Whether `point` surely sees all floor within `cell`: no wall reaches into what lies between.
  ///
  /// Sufficient, not necessary: a cell that a wall cuts may be refused and has to be split.
  func surelySees(_ point: PlanPoint, _ cell: PlanCell) -> Bool {
    if isConvex { return true }
    let hull = cell.hull(with: point)
    var crossing: [Edge] = []
    for edge in edges where edge.meetsInside(of: hull) {
      // A wall that cuts the cell itself hides only what is not floor, when seen from its floor side.
      guard edge.meetsInside(of: cell.corners), orientation(edge.start, edge.end, point) > 0,
        crossing.count < 2
      else { return false }
      crossing.append(edge)
    }
    guard crossing.count == 2 else { return true }
    // Two walls must be the two sides of one convex corner; else floor may lie beyond them.
    let (a, b) = (crossing[0], crossing[1])
    if a.end == b.start { return orientation(a.start, a.end, b.end) > 0 }
    if b.end == a.start { return orientation(b.start, b.end, a.end) > 0 }
    return false
  }
}

extension DetectionArea.Edge {
  /// Whether the edge reaches into the open inside of a convex polygon given counter-clockwise.
  ///
  /// By separating axes, weakly: touching is not reaching in. Exact.
  func meetsInside(of hull: [PlanPoint]) -> Bool {
    for index in hull.indices {
      let a = hull[index]
      let b = hull[index + 1 == hull.endIndex ? 0 : index + 1]
      if orientation(a, b, start) <= 0 && orientation(a, b, end) <= 0 { return false }
    }
    var isLeft = false
    var isRight = false
    for corner in hull {
      let side = orientation(start, end, corner)
      isLeft = isLeft || side > 0
      isRight = isRight || side < 0
    }
    return isLeft && isRight
  }
}

/// Square of the distance between two points (mm²).
func squaredDistance(_ a: PlanPoint, _ b: PlanPoint) -> Int64 {
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}
