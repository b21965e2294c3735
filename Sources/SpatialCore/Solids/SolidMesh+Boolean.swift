extension SolidMesh {
  /// This solid and another one combined; neither needs to be convex.
  ///
  /// Faces less than `tolerance` (m) apart count as lying on each other. Touching faces vanish, so that
  /// the result is a regularised set; vertices of one triangle may lie on the edge of another.
  ///
  /// `work` says how many vertices and edges may still be looked at, and counts down; it may be used
  /// up when ``SolidProblem`` is thrown.
  ///
  /// - Complexity: O(planes × triangles) for the planes of faces that lie in both boxes, and overlays
  ///   on them.
  package func combined(
    _ operation: SolidOperation, with other: SolidMesh, work: inout Int, tolerance: Double = 1e-6
  ) throws(SolidProblem) -> SolidMesh {
    guard let mine = bounds, let theirs = other.bounds else {
      switch operation {
      case .union: return isEmpty ? other : self
      case .intersection: return SolidMesh()
      case .difference: return self
      }
    }
    let areApart =
      any(mine.min .> theirs.max + tolerance) || any(theirs.min .> mine.max + tolerance)
    if areApart {
      switch operation {
      case .union:
        var both = self
        both.append(other)
        return both
      case .intersection: return SolidMesh()
      case .difference: return self
      }
    }
    // Near the origin a micrometre is a micrometre.
    let shift = -(theirs.min + theirs.max) / 2
    let solids = [
      WeldedSolid(outward, shift: shift, grid: tolerance),
      WeldedSolid(other.outward, shift: shift, grid: tolerance),
    ]
    var task = MeshBoolean(operation, solids, tolerance: tolerance)
    var result = try task.run(&work)
    for index in result.vertices.indices { result.vertices[index] -= shift }
    result.isClosed = isClosed && other.isClosed
    return result.welded(grid: tolerance)
  }

  /// The mesh with its triangles looking out of what it encloses.
  private var outward: SolidMesh {
    guard isClosed, signedVolume < 0 else { return self }
    var result = self
    result.flip()
    return result
  }

  /// The same triangles with vertices of one cell of `grid` (m) made one; those without area go.
  package func welded(grid: Double) -> SolidMesh {
    let numbers = weldedIndices(grid: grid)
    var result = SolidMesh(isClosed: isClosed)
    for (index, number) in numbers.enumerated() where Int(number) == result.vertices.count {
      result.vertices.append(vertices[index])
    }
    result.indices.reserveCapacity(indices.count)
    for start in stride(from: 0, to: indices.count, by: 3) {
      let (a, b, c) = (
        numbers[Int(indices[start])], numbers[Int(indices[start + 1])],
        numbers[Int(indices[start + 2])]
      )
      if a != b, b != c, c != a { result.indices.append(contentsOf: [a, b, c]) }
    }
    return result
  }
}
