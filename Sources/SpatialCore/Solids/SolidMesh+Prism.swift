extension SolidMesh {
  /// The closed solid over a plane outline, from one shift of it to another (m).
  ///
  /// - Parameters:
  ///   - outer: The outer ring, counter-clockwise.
  ///   - holes: Rings of holes, clockwise.
  ///   - from: Shift of the bottom.
  ///   - to: Shift of the top; its z must not be that of `from`.
  package init(prismOver outer: [Vector2], holes: [[Vector2]], from: Vector3, to: Vector3) {
    let rings = [outer] + holes
    self.init(isClosed: true)
    for point in rings.joined() { vertices.append(Vector3(point.x, point.y, 0) + from) }
    let count = UInt32(vertices.count)
    for point in rings.joined() { vertices.append(Vector3(point.x, point.y, 0) + to) }
    let cap = Triangulation(outer: outer, holes: holes).indices
    indices.reserveCapacity(2 * cap.count + 6 * Int(count))
    for start in stride(from: 0, to: cap.count, by: 3) {
      addPair(cap[start], cap[start + 1], cap[start + 2], count)
    }
    var base: UInt32 = 0
    for ring in rings {
      let size = UInt32(ring.count)
      for index in 0..<size { addSide(base + index, base + (index + 1) % size, count) }
      base += size
    }
    if to.z < from.z { flip() }
  }

  /// The triangle of the bottom, looking down, and that of the top, `count` vertices on.
  package mutating func addPair(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ count: UInt32) {
    indices.append(a)
    indices.append(c)
    indices.append(b)
    indices.append(a + count)
    indices.append(b + count)
    indices.append(c + count)
  }

  /// The side between the bottom's edge from a to b and the top's, `count` vertices on.
  package mutating func addSide(_ a: UInt32, _ b: UInt32, _ count: UInt32) {
    indices.append(a)
    indices.append(b)
    indices.append(b + count)
    indices.append(a)
    indices.append(b + count)
    indices.append(a + count)
  }
}
