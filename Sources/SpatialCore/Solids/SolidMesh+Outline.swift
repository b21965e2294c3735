extension SolidMesh {
  /// The rings of edges that only one triangle has: the border of an open mesh.
  ///
  /// Vertices within `grid` (m) count as one. A ring runs as its triangles do, so that it is
  /// counter-clockwise seen from outside; a closed mesh has none.
  package func outline(grid: Double = 1e-6) -> [[Vector3]] {
    let welded = weldedIndices(grid: grid)
    var place: [UInt32: Vector3] = [:]
    var balance: [SIMD2<UInt32>: Int] = [:]
    for start in stride(from: 0, to: indices.count, by: 3) {
      for side in 0..<3 {
        let (i, j) = (Int(indices[start + side]), Int(indices[start + (side + 1) % 3]))
        let (a, b) = (welded[i], welded[j])
        guard a != b else { continue }
        place[a] = vertices[i]
        place[b] = vertices[j]
        balance[SIMD2(min(a, b), max(a, b)), default: 0] += a < b ? 1 : -1
      }
    }
    var ahead: [UInt32: [UInt32]] = [:]
    let edges = balance.filter { $0.value != 0 }
      .sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }
    for (edge, count) in edges {
      for _ in 0..<abs(count) {
        if count > 0 {
          ahead[edge.x, default: []].append(edge.y)
        } else {
          ahead[edge.y, default: []].append(edge.x)
        }
      }
    }
    var rings: [[Vector3]] = []
    for start in ahead.keys.sorted() {
      while let first = ahead[start]?.popLast() {
        var ring = [start]
        var here = first
        while here != start {
          ring.append(here)
          guard let next = ahead[here]?.popLast() else { break }
          here = next
        }
        if ring.count >= 3 { rings.append(ring.compactMap { place[$0] }) }
      }
    }
    return rings
  }
}
