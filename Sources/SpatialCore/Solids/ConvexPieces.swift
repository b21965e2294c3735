/// Cuts a polygon with holes into convex pieces: its triangles, joined while they stay convex.
///
/// Source: S. Hertel, K. Mehlhorn: Fast triangulation of simple polygons, 1983 (at most four times as
/// many pieces as needed).
package func convexPieces(outer: [Vector2], holes: [[Vector2]] = []) -> [[Vector2]] {
  let points = outer + holes.flatMap { $0 }
  let triangulation = Triangulation(outer: outer, holes: holes)
  let extent = points.reduce(0) { max($0, ($1 - (points.first ?? .zero)).length) }
  let least = 1e-12 * extent * extent
  var pieces: [[UInt32]] = []
  for start in stride(from: 0, to: triangulation.indices.count, by: 3) {
    let triangle = Array(triangulation.indices[start..<start + 3])
    let (a, b, c) = (points[Int(triangle[0])], points[Int(triangle[1])], points[Int(triangle[2])])
    if (b - a).cross(c - b) > least { pieces.append(triangle) }
  }
  var index = 0
  while index < pieces.count {
    var other = index + 1
    while other < pieces.count {
      if let joined = joined(pieces[index], pieces[other], points) {
        pieces[index] = joined
        pieces.remove(at: other)
        other = index + 1
      } else {
        other += 1
      }
    }
    index += 1
  }
  return pieces.map { $0.map { points[Int($0)] } }
}

/// Both pieces as one, when they share an edge and the result is convex.
private func joined(_ left: [UInt32], _ right: [UInt32], _ points: [Vector2]) -> [UInt32]? {
  for (i, a) in left.enumerated() {
    let b = left[(i + 1) % left.count]
    guard let j = right.firstIndex(of: b), right[(j + 1) % right.count] == a else { continue }
    // left from b round to a, then right's corners between a and b.
    var ring: [UInt32] = []
    for step in 0..<left.count { ring.append(left[(i + 1 + step) % left.count]) }
    for step in 2..<right.count { ring.append(right[(j + step) % right.count]) }
    let isConvex = ring.indices.allSatisfy { index in
      let p = points[Int(ring[(index + ring.count - 1) % ring.count])]
      let q = points[Int(ring[index])]
      let r = points[Int(ring[(index + 1) % ring.count])]
      return (q - p).cross(r - q) >= -1e-12 * (q - p).length * (r - q).length
    }
    return isConvex ? ring : nil
  }
  return nil
}
