extension SolidMesh {
  /// The least box around the vertices that a triangle uses; nil without triangles.
  package var bounds: (min: Vector3, max: Vector3)? {
    guard let first = indices.first else { return nil }
    var low = vertices[Int(first)]
    var high = low
    for index in indices {
      let vertex = vertices[Int(index)]
      low = pointwiseMin(low, vertex)
      high = pointwiseMax(high, vertex)
    }
    return (low, high)
  }

  /// The volume enclosed (m³), positive when triangles look outward; without meaning for an open
  /// mesh.
  ///
  /// Sum of the tetrahedra from a point near the mesh, so that a far-off frame costs no digits.
  package var signedVolume: Double {
    guard let bounds else { return 0 }
    let centre = (bounds.min + bounds.max) / 2
    var sixfold = 0.0
    for index in 0..<triangleCount {
      let (a, b, c) = corners(index)
      sixfold += (a - centre).dot((b - centre).cross(c - centre))
    }
    return sixfold / 6
  }

  /// Sum of the triangles' areas (m²).
  package var surfaceArea: Double {
    var twice = 0.0
    for index in 0..<triangleCount {
      let (a, b, c) = corners(index)
      twice += (b - a).cross(c - a).length
    }
    return twice / 2
  }

  /// Area of the triangles that look down, seen from above (m²): of a room its floor area.
  package var downFacingArea: Double {
    var twice = 0.0
    for index in 0..<triangleCount {
      let (a, b, c) = corners(index)
      twice += max(0, -(b - a).cross(c - a).z)
    }
    return twice / 2
  }

  /// Whether each edge is used as often in one direction as in the other, vertices within 1 µm taken
  /// as one.
  package var hasPairedEdges: Bool {
    guard !indices.isEmpty else { return false }
    let welded = weldedIndices(grid: 1e-6)
    var balance: [UInt64: Int32] = [:]
    balance.reserveCapacity(indices.count)
    for start in stride(from: 0, to: indices.count, by: 3) {
      for side in 0..<3 {
        let a = welded[Int(indices[start + side])]
        let b = welded[Int(indices[start + (side + 1) % 3])]
        guard a != b else { continue }
        let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        balance[key, default: 0] += a < b ? 1 : -1
      }
    }
    return balance.values.allSatisfy { $0 == 0 }
  }

  /// One number for all vertices that round to the same multiple of `grid` (m).
  package func weldedIndices(grid: Double) -> [UInt32] {
    var numbers: [SIMD3<Int64>: UInt32] = [:]
    numbers.reserveCapacity(vertices.count)
    return vertices.map { vertex in
      // Far beyond any building; rounds garbage to one place instead of trapping.
      let scaled = (vertex / grid).clamped(
        lowerBound: Vector3(repeating: -9e18), upperBound: Vector3(repeating: 9e18))
      let finite = scaled.replacing(with: 0, where: scaled .!= scaled)
      let key = SIMD3<Int64>(finite.rounded(.toNearestOrAwayFromZero))
      if let number = numbers[key] { return number }
      let number = UInt32(numbers.count)
      numbers[key] = number
      return number
    }
  }
}
