/// Joins directed edges of the plane to closed rings.
package struct EdgeRings {
  /// The rings, without corners on straight lines; nil when some edges do not close.
  package let rings: [[Vector2]]?

  /// Joins edges whose ends lie within `tolerance` (m) of each other.
  ///
  /// Edges that cover each other in opposite directions cancel.
  package init(_ edges: [(Vector2, Vector2)], tolerance: Double = 1e-5) {
    var welder = Welder(grid: tolerance)
    var numbered: [(Int, Int)] = []
    for (a, b) in edges {
      let (i, j) = (welder.number(a), welder.number(b))
      if i != j { numbered.append((i, j)) }
    }
    let points = welder.points
    var pairs = CellTable(capacity: numbered.count)
    var balance: [Int] = []
    for (i, j) in numbered {
      let pair = pairs.number(SIMD3(Int64(min(i, j)), Int64(max(i, j)), 0))
      if pair == balance.count { balance.append(0) }
      balance[pair] += i < j ? 1 : -1
    }
    var outgoing: [[Int]] = Array(repeating: [], count: points.count)
    let cells = pairs.cells
    for pair in cells.indices.sorted(by: {
      (cells[$0].x, cells[$0].y) < (cells[$1].x, cells[$1].y)
    }) where balance[pair] != 0 {
      let (low, high) = (Int(cells[pair].x), Int(cells[pair].y))
      let (from, to) = balance[pair] > 0 ? (low, high) : (high, low)
      for _ in 0..<abs(balance[pair]) { outgoing[from].append(to) }
    }
    rings = EdgeRings.join(&outgoing, points)
  }

  private static func join(_ outgoing: inout [[Int]], _ points: [Vector2]) -> [[Vector2]]? {
    var rings: [[Vector2]] = []
    for start in points.indices {
      while let first = outgoing[start].popLast() {
        var ring = [start]
        var here = first
        while here != start {
          ring.append(here)
          let came = points[here] - points[ring[ring.count - 2]]
          guard let next = leftmost(from: here, after: came, outgoing[here], points) else {
            return nil
          }
          outgoing[here].remove(at: next.offset)
          here = next.node
        }
        let corners = ring.map { points[$0] }
        if corners.count >= 3 { rings.append(corners) }
      }
    }
    return rings
  }

  /// Of several ways on, the one furthest to the left, so that rings that touch stay apart.
  private static func leftmost(
    from here: Int, after came: Vector2, _ choices: [Int], _ points: [Vector2]
  ) -> (offset: Int, node: Int)? {
    guard choices.count > 1 else { return choices.first.map { (0, $0) } }
    func turn(_ node: Int) -> Double {
      let way = points[node] - points[here]
      let (sine, cosine) = (came.cross(way), came.dot(way))
      let size = max(abs(sine) + abs(cosine), 1e-300)
      // A measure that grows with the angle, from −2 (back to the right) to 2.
      return sine >= 0 ? 1 - cosine / size : -1 + cosine / size
    }
    return choices.enumerated().max { turn($0.element) < turn($1.element) }
      .map { ($0.offset, $0.element) }
  }
}

/// Numbers points so that close ones get the same number.
private struct Welder {
  private let grid: Double
  private(set) var points: [Vector2] = []
  private var cells = CellTable()
  /// The last point put into each cell, and the one before each point in its cell; −1 for none.
  private var last: [Int] = []
  private var before: [Int] = []
  /// Width of a cell in grids: wide enough for most points to need to look into one cell only.
  private static let width = 8.0

  init(grid: Double) { self.grid = grid }

  mutating func number(_ point: Vector2) -> Int {
    let scaled = point / (grid * Welder.width)
    let (column, row) = (roundedDown(scaled.x), roundedDown(scaled.y))
    // What is near the border of its cell may be near a point of the next one.
    let (x, y) = (scaled.x - Double(column), scaled.y - Double(row))
    let reach = 1 / Welder.width
    let columns = (x < reach ? column - 1 : column)...(x > 1 - reach ? column + 1 : column)
    let rows = (y < reach ? row - 1 : row)...(y > 1 - reach ? row + 1 : row)
    // Of several points near enough the first one counts.
    var found = Int.max
    for x in columns {
      for y in rows {
        var candidate = cells.find(SIMD3(x, y, 0)).map { last[$0] } ?? -1
        while candidate >= 0 {
          if candidate < found, (points[candidate] - point).length <= grid { found = candidate }
          candidate = before[candidate]
        }
      }
    }
    if found < points.count { return found }
    let cell = cells.number(SIMD3(column, row, 0))
    if cell == last.count { last.append(-1) }
    before.append(last[cell])
    last[cell] = points.count
    points.append(point)
    return points.count - 1
  }
}

/// Sorts rings into polygons: counter-clockwise rings are outer ones, clockwise ones are holes of
/// the least outer ring around them.
package func nestedPolygons(_ rings: [[Vector2]]) -> [(outer: [Vector2], holes: [[Vector2]])] {
  let areas = rings.map(signedArea)
  let outers = rings.indices.filter { areas[$0] > 0 }.sorted { areas[$0] < areas[$1] }
  var result = outers.map { (outer: rings[$0], holes: [[Vector2]]()) }
  for hole in rings.indices where areas[hole] < 0 {
    guard let point = rings[hole].first else { continue }
    // The middle of an edge is on no outer ring's corner.
    let middle = rings[hole].count > 1 ? (point + rings[hole][1]) / 2 : point
    if let home = outers.indices.first(where: {
      areas[outers[$0]] > -areas[hole] && encloses(result[$0].outer, middle)
    }) {
      result[home].holes.append(rings[hole])
    }
  }
  return result
}

/// Area of a ring by the shoelace formula (m²); positive when it runs counter-clockwise.
package func signedArea(_ ring: [Vector2]) -> Double {
  guard let origin = ring.first else { return 0 }
  var twice = 0.0
  for index in ring.indices {
    twice += (ring[index] - origin).cross(ring[(index + 1) % ring.count] - origin)
  }
  return twice / 2
}

/// Whether a point lies inside a ring, by counting crossings; either answer on the border.
package func encloses(_ ring: [Vector2], _ point: Vector2) -> Bool {
  var inside = false
  for index in ring.indices {
    let a = ring[index]
    let b = ring[(index + 1) % ring.count]
    if (a.y > point.y) != (b.y > point.y),
      point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
    {
      inside.toggle()
    }
  }
  return inside
}
