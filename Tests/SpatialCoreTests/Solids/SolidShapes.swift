import SpatialCore

/// Solids to combine, with volumes that follow from their numbers.
enum SolidShapes {
  /// The prism over an outline of the plane z = 0.
  static func prism(_ outline: [Vector2], height: Double) -> SolidMesh {
    let count = UInt32(outline.count)
    var mesh = SolidMesh(isClosed: true)
    for z in [0, height] { mesh.vertices += outline.map { Vector3($0.x, $0.y, z) } }
    let cap = Triangulation(outer: outline).indices
    for start in stride(from: 0, to: cap.count, by: 3) {
      let (a, b, c) = (cap[start], cap[start + 1], cap[start + 2])
      mesh.indices += [a, c, b, a + count, b + count, c + count]
    }
    for a in 0..<count {
      let b = (a + 1) % count
      mesh.indices += [a, b, b + count, a, b + count, a + count]
    }
    return mesh
  }

  static func box(_ low: Vector3, _ high: Vector3) -> SolidMesh {
    let size = high - low
    return moved(
      prism(
        [Vector2(0, 0), Vector2(size.x, 0), Vector2(size.x, size.y), Vector2(0, size.y)],
        height: size.z), by: low)
  }

  /// An L of two arms 1 wide in a square of 3, `height` high: 5 times the height.
  static func angle(height: Double) -> SolidMesh {
    prism(
      [
        Vector2(0, 0), Vector2(3, 0), Vector2(3, 1), Vector2(1, 1), Vector2(1, 3), Vector2(0, 3),
      ], height: height)
  }

  /// A U of three walls 1 thick around a court of 1 × 2.
  static func court(height: Double) -> SolidMesh {
    prism(
      [
        Vector2(0, 0), Vector2(3, 0), Vector2(3, 3), Vector2(2, 3), Vector2(2, 1), Vector2(1, 1),
        Vector2(1, 3), Vector2(0, 3),
      ], height: height)
  }

  /// A ring of `sides` pieces around the z axis with square sections: not convex, with a hole.
  static func ring(sides: Int, radius: Double, width: Double) -> SolidMesh {
    let section = [Vector2(-1, -1), Vector2(1, -1), Vector2(1, 1), Vector2(-1, 1)]
      .map { $0 * (width / 2) }
    var mesh = SolidMesh(isClosed: true)
    for (cosine, sine) in turns(sides) {
      for point in section {
        mesh.vertices.append(
          Vector3((radius + point.x) * cosine, (radius + point.x) * sine, point.y))
      }
    }
    for side in 0..<UInt32(sides) {
      let (low, high) = (side * 4, (side + 1) % UInt32(sides) * 4)
      for a in UInt32(0)..<4 {
        let b = (a + 1) % 4
        mesh.indices += [low + a, low + b, high + b, low + a, high + b, high + a]
      }
    }
    if mesh.signedVolume < 0 { mesh.flip() }
    return mesh
  }

  /// At least `sides` points of the unit circle, by halving its quarters.
  private static func turns(_ sides: Int) -> [(Double, Double)] {
    var points: [(Double, Double)] = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    while points.count < sides {
      points = points.indices.flatMap { index -> [(Double, Double)] in
        let (a, b) = (points[index], points[(index + 1) % points.count])
        let sum = Vector2(a.0 + b.0, a.1 + b.1)
        return [a, (sum.x / sum.length, sum.y / sum.length)]
      }
    }
    return points
  }

  static func moved(_ mesh: SolidMesh, by shift: Vector3) -> SolidMesh {
    mesh.transformed(AffineTransform.identity.moved(by: shift))
  }

  /// Turned by the quaternion (w, x, y, z) of any length.
  static func turned(_ mesh: SolidMesh, _ q: SIMD4<Double>) -> SolidMesh {
    let n = q / (q * q).sum().squareRoot()
    let (w, x, y, z) = (n.x, n.y, n.z, n.w)
    return mesh.transformed(
      AffineTransform(
        x: Vector3(1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)),
        y: Vector3(2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)),
        z: Vector3(2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)),
        origin: .zero))
  }
}
