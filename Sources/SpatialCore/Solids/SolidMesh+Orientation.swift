extension SolidMesh {
  /// The same triangles turned so that neighbours agree and each connected part looks outward; nil when
  /// some edge has not exactly two triangles, vertices within `grid` (m) taken as one.
  package func consistentlyOriented(grid: Double = 1e-6) -> SolidMesh? {
    let welded = weldedIndices(grid: grid)
    var edges = CellTable(capacity: indices.count / 2)
    // The two triangles at each edge, counted from 1, with the sign of the direction in which each runs.
    var pairs: [SIMD2<Int32>] = []
    // The edge of each side of each triangle.
    var edgeOfSide = Array(repeating: -1, count: indices.count)
    func corner(_ place: Int) -> UInt32 { welded[Int(indices[place])] }
    func isFlat(_ triangle: Int) -> Bool {
      let (a, b, c) = (corner(3 * triangle), corner(3 * triangle + 1), corner(3 * triangle + 2))
      return a == b || b == c || c == a
    }
    for triangle in 0..<triangleCount where !isFlat(triangle) {
      for side in 0..<3 {
        let (a, b) = (corner(3 * triangle + side), corner(3 * triangle + (side + 1) % 3))
        let edge = edges.number(SIMD3(Int64(min(a, b)), Int64(max(a, b)), 0))
        edgeOfSide[3 * triangle + side] = edge
        let mark = Int32(triangle + 1) * (a < b ? 1 : -1)
        if edge == pairs.count {
          pairs.append(SIMD2(mark, 0))
        } else if pairs[edge].y == 0 {
          pairs[edge].y = mark
        } else {
          return nil
        }
      }
    }
    guard pairs.allSatisfy({ $0.y != 0 }) else { return nil }
    var result = self
    // 0 for not seen yet, 1 for as it is, −1 for turned.
    var turn = Array(repeating: 0, count: triangleCount)
    for start in 0..<triangleCount where turn[start] == 0 && !isFlat(start) {
      turn[start] = 1
      var part = [start]
      var next = 0
      while next < part.count {
        let triangle = part[next]
        next += 1
        for side in 0..<3 {
          let pair = pairs[edgeOfSide[3 * triangle + side]]
          let other = Int(abs(pair.x)) - 1 == triangle ? Int(abs(pair.y)) - 1 : Int(abs(pair.x)) - 1
          // Neighbours run along their edge in opposite directions.
          let wanted = (pair.x > 0) == (pair.y > 0) ? -turn[triangle] : turn[triangle]
          // A surface with one side only, as of a Möbius strip.
          guard turn[other] == 0 || turn[other] == wanted else { return nil }
          guard turn[other] == 0 else { continue }
          turn[other] = wanted
          part.append(other)
        }
      }
      for triangle in part where turn[triangle] < 0 {
        result.indices.swapAt(3 * triangle + 1, 3 * triangle + 2)
      }
      var own = SolidMesh(vertices: vertices)
      for triangle in part { own.indices += result.indices[3 * triangle..<3 * triangle + 3] }
      guard own.signedVolume < 0 else { continue }
      for triangle in part { result.indices.swapAt(3 * triangle + 1, 3 * triangle + 2) }
    }
    result.isClosed = true
    return result
  }
}
