/// Cuts straight holes and niches out of a solid, in two dimensions.
///
/// The solid is seen along the direction of the holes, as a wall is seen from the front. A hole starts or
/// ends at a plane face of the solid, or goes through from face to face, and in between there is nothing
/// but faces along the direction. Then the hole is cut out of the outlines of the faces, its sides are
/// added, and the rest of the solid stays as it is. That is faster than cutting solids, and leaves neither
/// slivers nor split faces.
package struct StraightHoles {
  /// A prism along the direction that is to be taken away.
  package struct Hole {
    /// The outlines as rings, in the plane of ``StraightHoles/shadow(of:)``.
    package var rings: [[Vector2]]
    /// Where it starts along the direction (m).
    package var from: Double
    /// Where it ends (m).
    package var to: Double

    /// Creates a hole.
    package init(rings: [[Vector2]], from: Double, to: Double) {
      self.rings = rings
      self.from = from
      self.to = to
    }
  }

  /// The solid, with the holes cut so far.
  package private(set) var mesh: SolidMesh
  private let frame: AffineTransform
  private let tolerance: Double
  /// The solid's ends along the direction (m).
  private let low: Double
  private let high: Double

  /// Looks at a closed mesh along a unit vector; nil for an open one.
  package init?(_ mesh: SolidMesh, along direction: Vector3, tolerance: Double = 1e-6) {
    guard mesh.isClosed, let first = mesh.indices.first else { return nil }
    self.mesh = mesh
    self.tolerance = tolerance
    let axes = PlaneSection.frame(direction)
    let frame = AffineTransform(
      x: axes.x, y: axes.y, z: direction, origin: mesh.vertices[Int(first)])
    self.frame = frame
    let levels = mesh.indices.lazy.map { (mesh.vertices[Int($0)] - frame.origin).dot(frame.z) }
    low = levels.min() ?? 0
    high = levels.max() ?? 0
  }

  /// Where the line through a point, along the direction, meets the plane that outlines are drawn in.
  package func shadow(of point: Vector3) -> Vector2 {
    let p = point - frame.origin
    return Vector2(p.dot(frame.x), p.dot(frame.y))
  }

  /// How far along the direction a point lies (m).
  package func level(of point: Vector3) -> Double { (point - frame.origin).dot(frame.z) }

  /// How far from an end of the solid a hole may end and still be meant to go through (m).
  private static let skin = 1e-4

  /// Cuts holes out, those of one depth together.
  ///
  /// - Returns: Whether each hole was done; one that was not is no straight hole, as where a slanted face
  ///   or a step lies within it.
  package mutating func cut(_ holes: [Hole]) -> [Bool] {
    var done = [Bool](repeating: false, count: holes.count)
    var open = Array(holes.indices)
    while let first = open.first {
      let range = clamped(holes[first])
      let alike = open.filter { clamped(holes[$0]) == range }
      open.removeAll { alike.contains($0) }
      if range.to - range.from > StraightHoles.skin {
        let area = PlaneArea(polygons: alike.map { holes[$0].rings })
        guard let left = without(area, from: range.from, to: range.to) else { continue }
        mesh = left
      }
      for index in alike { done[index] = true }
    }
    return done
  }

  private struct Range: Equatable {
    var from: Double
    var to: Double
  }

  /// Whether a hole goes from one end of the solid to the other.
  package func goesThrough(_ hole: Hole) -> Bool { clamped(hole) == Range(from: low, to: high) }

  /// The range of a hole within the solid.
  private func clamped(_ hole: Hole) -> Range {
    Range(
      from: hole.from <= low + StraightHoles.skin ? low : hole.from,
      to: hole.to >= high - StraightHoles.skin ? high : hole.to)
  }

  /// The solid without what lies in `holes` between two levels; nil where that is no straight hole.
  private func without(_ holes: PlaneArea, from low: Double, to high: Double) -> SolidMesh? {
    // Faces flush with a hole may lie beside it by rounding.
    guard let extent = Box2(around: holes.polygons.joined().joined())?.grown(by: 1e-5) else {
      return mesh
    }
    // Unit axes: the transposed axes are the inverse.
    let local = mesh.vertices.map { vertex in
      let p = vertex - frame.origin
      return Vector3(p.dot(frame.x), p.dot(frame.y), p.dot(frame.z))
    }
    let near = 10 * tolerance
    var result = SolidMesh(vertices: mesh.vertices)
    var ends = (low: [[[Vector2]]](), high: [[[Vector2]]]())
    for start in stride(from: 0, to: mesh.indices.count, by: 3) {
      let (i, j, k) = (mesh.indices[start], mesh.indices[start + 1], mesh.indices[start + 2])
      let (a, b, c) = (local[Int(i)], local[Int(j)], local[Int(k)])
      let (least, most) = (min(a.z, b.z, c.z), max(a.z, b.z, c.z))
      let turn = (b.plan - a.plan).cross(c.plan - a.plan)
      if turn < 0, most <= low + near, least >= low - near {
        ends.low.append([[c.plan, b.plan, a.plan]])
      } else if turn > 0, most <= high + near, least >= high - near {
        ends.high.append([[a.plan, b.plan, c.plan]])
      } else if most < low - near || least > high + near
        || !extent.intersects(a.plan, b.plan, c.plan)
      {
        for index in [i, j, k] { result.indices.append(index) }
      } else if let side = FaceAlong(a, b, c, tolerance) {
        for part in side.parts(outside: holes, from: low, to: high) { add(part, to: &result) }
      } else if overlaps([a.plan, b.plan, c.plan], holes) {
        return nil
      } else {
        for index in [i, j, k] { result.indices.append(index) }
      }
    }
    guard let removed = replaceEnds(ends.low, ends.high, holes, low, high, in: &result) else {
      return nil
    }
    result.isClosed = true
    // What is left and what was taken away make the whole, or the faces did not fit together.
    let whole = mesh.signedVolume
    let expected = whole - removed * (high - low)
    guard abs(result.signedVolume - expected) <= 1e-5 * max(abs(whole), 0.01) else { return nil }
    return result
  }

  // MARK: - Faces at the ends of the holes

  /// Adds what is left of the faces at both levels, the sides of the holes and their ends within the
  /// solid.
  ///
  /// - Returns: The area of the holes within the solid; nil where it cannot be told.
  private func replaceEnds(
    _ lowFaces: [[[Vector2]]], _ highFaces: [[[Vector2]]], _ holes: PlaneArea, _ low: Double,
    _ high: Double, in result: inout SolidMesh
  ) -> Double? {
    do {
      let bottom = try StraightHoles.outline(of: lowFaces, tolerance)
      let top = try StraightHoles.outline(of: highFaces, tolerance)
      if let inner = InnerHoles(holes, low: bottom, high: top, clearance: 20 * tolerance) {
        return add(inner, low, high, to: &result)
      }
      let faces =
        bottom.polygons.isEmpty ? top : top.polygons.isEmpty ? bottom : try bottom.union(top)
      let removed = try faces.intersection(holes)
      guard !removed.polygons.isEmpty else { return nil }
      add(try bottom.difference(holes), at: low, facing: -1, to: &result)
      add(try top.difference(holes), at: high, facing: 1, to: &result)
      add(try removed.difference(bottom), at: low, facing: 1, to: &result)
      add(try removed.difference(top), at: high, facing: -1, to: &result)
      removed.forEachEdge { a, b in
        let middle = (a + b) / 2
        guard faces.contains(middle), !isOnEdge(middle, of: faces) else { return }
        add([b.at(low), a.at(low), a.at(high), b.at(high)], to: &result)
      }
      return removed.area
    } catch { return nil }
  }

  /// What triangles that share edges cover; the general way where they overlap or leave edges open.
  private static func outline(
    of triangles: [[[Vector2]]], _ tolerance: Double
  ) throws(GeometryError) -> PlaneArea {
    var edges: [(Vector2, Vector2)] = []
    edges.reserveCapacity(3 * triangles.count)
    var area = 0.0
    for ring in triangles.joined() {
      area += signedArea(ring)
      for index in ring.indices { edges.append((ring[index], ring[(index + 1) % ring.count])) }
    }
    if let rings = EdgeRings(edges, tolerance: tolerance).rings {
      let outline = PlaneArea(polygons: nestedPolygons(rings).map { [$0.outer] + $0.holes })
      if abs(outline.area - area) <= 1e-6 * max(area, 1e-3) { return outline }
    }
    return try PlaneArea(polygons: triangles).merged()
  }

  /// Adds the faces around holes that touch nothing, and the holes' sides and ends.
  ///
  /// - Returns: The area of the holes within the solid; nil without any.
  private func add(
    _ holes: InnerHoles, _ low: Double, _ high: Double, to result: inout SolidMesh
  ) -> Double? {
    guard !holes.rings.isEmpty else { return nil }
    add(holes.low, at: low, facing: -1, to: &result)
    add(holes.high, at: high, facing: 1, to: &result)
    var removed = 0.0
    for (ring, isOpen) in zip(holes.rings, holes.isOpen) {
      removed += signedArea(ring)
      let end = PlaneArea(polygons: [[ring]])
      if !isOpen.low { add(end, at: low, facing: 1, to: &result) }
      if !isOpen.high { add(end, at: high, facing: -1, to: &result) }
      end.forEachEdge { a, b in add([b.at(low), a.at(low), a.at(high), b.at(high)], to: &result) }
    }
    return removed
  }

  private func isOnEdge(_ point: Vector2, of area: PlaneArea) -> Bool {
    var found = false
    area.forEachEdge { a, b in
      guard !found else { return }
      let way = b - a
      let share = min(max((point - a).dot(way) / max(way.dot(way), 1e-300), 0), 1)
      found = (a + way * share - point).length <= 5 * tolerance
    }
    return found
  }

  private func overlaps(_ triangle: [Vector2], _ holes: PlaneArea) -> Bool {
    guard let common = try? PlaneArea(polygons: [[triangle]]).intersection(holes) else {
      return true
    }
    return common.area > 1e-7
  }

  // MARK: - Adding faces

  /// Adds an area at a level.
  private func add(
    _ area: PlaneArea, at level: Double, facing sense: Double, to result: inout SolidMesh
  ) {
    for rings in area.polygons {
      guard let outer = rings.first else { continue }
      let triangles = Triangulation(outer: outer, holes: Array(rings.dropFirst())).indices
      let base = UInt32(result.vertices.count)
      for point in rings.joined() { result.vertices.append(frame(point.at(level))) }
      for start in stride(from: 0, to: triangles.count, by: 3) {
        let (a, b, c) = (triangles[start], triangles[start + 1], triangles[start + 2])
        for index in sense > 0 ? [a, b, c] : [a, c, b] { result.indices.append(base + index) }
      }
    }
  }

  private func add(_ polygon: [Vector3], to result: inout SolidMesh) {
    guard polygon.count >= 3 else { return }
    let base = UInt32(result.vertices.count)
    for point in polygon { result.vertices.append(frame(point)) }
    for index in 1..<UInt32(polygon.count - 1) {
      for corner in [base, base + index, base + index + 1] { result.indices.append(corner) }
    }
  }
}

extension Vector2 {
  fileprivate func at(_ level: Double) -> Vector3 { Vector3(x, y, level) }
}
