/// One combination of two solids.
///
/// The surface of the result lies on the planes of the operands' faces. On a plane that only one of
/// them has faces on, these are cut by the other's section with the plane. On a plane with faces of
/// both, the areas of both just below and just above the plane are combined: where there is material
/// on one side only, there is a face. So faces on top of each other, the normal case in buildings,
/// need no special treatment.
struct MeshBoolean {
  private let operation: SolidOperation
  private let solids: [WeldedSolid]
  private let tolerance: Double
  private var result = SolidMesh()

  init(_ operation: SolidOperation, _ solids: [WeldedSolid], tolerance: Double) {
    self.operation = operation
    self.solids = solids
    self.tolerance = tolerance
  }

  /// The result; `work` counts down by one for each vertex or edge looked at.
  mutating func run(_ work: inout Int) throws(SolidProblem) -> SolidMesh {
    for plane in FacePlane.planes(of: solids, tolerance: tolerance) {
      do {
        try add(plane, &work)
      } catch let problem as SolidProblem {
        throw problem
      } catch let error as GeometryError {
        throw .overlay(error)
      } catch {
        throw .open
      }
    }
    return result
  }

  private mutating func add(_ plane: FacePlane, _ work: inout Int) throws {
    let boxes = [box(plane, 0), box(plane, 1)]
    if boxes[0].meets(boxes[1], gap: tolerance) { return try addShared(plane, &work) }
    for solid in 0...1 where !plane.faces[solid].isEmpty {
      let near = plane.faces[solid].filter { face in
        let (a, b, c) = solids[solid].corners(face.triangle)
        let isNear = SolidBox([a, b, c]).meets(solids[1 - solid].box, gap: tolerance)
        if !isNear, operation.keepsOutside(of: solid) { emit(face, of: solid) }
        return isNear
      }
      if !near.isEmpty { try add(near, of: solid, on: plane, &work) }
    }
  }

  private func box(_ plane: FacePlane, _ solid: Int) -> SolidBox {
    SolidBox(
      plane.faces[solid].flatMap { face in
        let (a, b, c) = solids[solid].corners(face.triangle)
        return [a, b, c]
      })
  }

  /// A plane with faces of both solids that may overlap.
  private mutating func addShared(_ plane: FacePlane, _ work: inout Int) throws {
    for solid in solids { try spend(2 * (solid.vertices.count + solid.triangles.count), &work) }
    func areas(above: Bool) throws -> SectionRegion {
      try operation(
        try solids[0].section(plane, above: above, tolerance: tolerance),
        try solids[1].section(plane, above: above, tolerance: tolerance))
    }
    let below = try areas(above: false)
    let above = try areas(above: true)
    emit(try SolidOperation.difference(below, above), on: plane, isAlong: true)
    emit(try SolidOperation.difference(above, below), on: plane, isAlong: false)
  }

  /// Faces of one solid on a plane on which the other has none nearby.
  private mutating func add(
    _ faces: [FacePlane.Face], of solid: Int, on plane: FacePlane, _ work: inout Int
  ) throws {
    let other = solids[1 - solid]
    try spend(other.vertices.count + other.triangles.count, &work)
    let section = try other.section(plane, above: false, tolerance: tolerance)
    let border = section.edges
    try spend(faces.count * border.count, &work)
    let keepsOutside = operation.keepsOutside(of: solid)
    var cut: [[[Vector2]]] = [[], []]
    for face in faces {
      let (a, b, c) = solids[solid].corners(face.triangle)
      let corners = [plane.flat(a), plane.flat(b), plane.flat(c)]
      if isTouched(corners, by: border) {
        cut[face.isAlong ? 1 : 0].append(corners)
      } else {
        let middle = (corners[0] + corners[1] + corners[2]) / 3
        let isOutside = SectionRegion.winding(border, around: middle) <= 0
        if isOutside == keepsOutside { emit(face, of: solid) }
      }
    }
    for side in 0...1 where !cut[side].isEmpty {
      let area = try SectionRegion(triangles: cut[side]).merged()
      let kept = try keepsOutside ? area.difference(section) : area.intersection(section)
      emit(kept, on: plane, isAlong: (side == 1) != (operation == .difference && solid == 1))
    }
  }

  private func spend(_ steps: Int, _ work: inout Int) throws(SolidProblem) {
    work -= steps
    if work < 0 { throw .tooMuchWork }
  }

  /// Whether an edge comes near a triangle's box.
  private func isTouched(_ corners: [Vector2], by border: [(Vector2, Vector2)]) -> Bool {
    let low = pointwiseMin(corners[0], pointwiseMin(corners[1], corners[2])) - tolerance
    let high = pointwiseMax(corners[0], pointwiseMax(corners[1], corners[2])) + tolerance
    return border.contains { a, b in
      all(pointwiseMin(a, b) .<= high) && all(low .<= pointwiseMax(a, b))
    }
  }

  // MARK: - Output

  /// A face as it is; of a solid that is taken away, from inside.
  private mutating func emit(_ face: FacePlane.Face, of solid: Int) {
    let (a, b, c) = solids[solid].corners(face.triangle)
    emit(a, b, c, isReversed: operation == .difference && solid == 1)
  }

  private mutating func emit(_ area: SectionRegion, on plane: FacePlane, isAlong: Bool) {
    for rings in area.polygons {
      // What is thinner than the tolerance is rounding.
      let extent = rings[0].reduce(0) { max($0, ($1 - rings[0][0]).length) }
      guard signedArea(rings[0]) > tolerance * extent * 0.1 else { continue }
      let points = rings.joined().map(plane.solid)
      let indices = Triangulation(outer: rings[0], holes: Array(rings.dropFirst())).indices
      for start in stride(from: 0, to: indices.count, by: 3) {
        emit(
          points[Int(indices[start])], points[Int(indices[start + 1])],
          points[Int(indices[start + 2])], isReversed: !isAlong)
      }
    }
  }

  private mutating func emit(_ a: Vector3, _ b: Vector3, _ c: Vector3, isReversed: Bool) {
    let base = UInt32(result.vertices.count)
    result.vertices.append(a)
    result.vertices.append(isReversed ? c : b)
    result.vertices.append(isReversed ? b : c)
    for corner in base..<base + 3 { result.indices.append(corner) }
  }
}
