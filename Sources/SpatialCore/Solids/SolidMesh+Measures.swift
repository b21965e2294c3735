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
    var edges = CellTable(capacity: indices.count / 2)
    var balance: [Int32] = []
    balance.reserveCapacity(indices.count / 2)
    for start in stride(from: 0, to: indices.count, by: 3) {
      for side in 0..<3 {
        let a = welded[Int(indices[start + side])]
        let b = welded[Int(indices[start + (side + 1) % 3])]
        guard a != b else { continue }
        let edge = edges.number(SIMD3(Int64(min(a, b)), Int64(max(a, b)), 0))
        if edge == balance.count { balance.append(0) }
        balance[edge] += a < b ? 1 : -1
      }
    }
    return balance.allSatisfy { $0 == 0 }
  }

  /// One number for all vertices that round to the same multiple of `grid` (m).
  package func weldedIndices(grid: Double) -> [UInt32] {
    var cells = CellTable(capacity: vertices.count)
    return vertices.map { UInt32(cells.number(gridCell($0, grid))) }
  }
}

/// The multiple of `grid` (m) next to a place.
func gridCell(_ place: Vector3, _ grid: Double) -> SIMD3<Int64> {
  SIMD3(
    roundedDown(place.x / grid + 0.5), roundedDown(place.y / grid + 0.5),
    roundedDown(place.z / grid + 0.5))
}

/// The whole number at or below a value.
///
/// What is far beyond any building, or no number, gets some value instead of trapping.
func roundedDown(_ value: Double) -> Int64 {
  guard abs(value) < 4e18 else { return value > 0 ? .max / 2 : value < 0 ? .min / 2 : 0 }
  let towardsZero = Int64(value)
  return Double(towardsZero) > value ? towardsZero - 1 : towardsZero
}
