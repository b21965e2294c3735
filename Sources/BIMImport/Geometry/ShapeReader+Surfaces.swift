import SpatialCore
import TwinModel

extension ShapeReader {
  /// A surface as an open mesh, in metres, in the coordinates of its representation.
  ///
  /// Its border is the mesh's ``SpatialCore/SolidMesh/outline(grid:)``.
  func surface(_ item: STEPInstance, depth: Int = 0) throws(ShapeProblem) -> SolidMesh {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("surfaces refer to one another in a circle")
    }
    switch model.known(item) {
    case .curveBoundedPlane: return try curveBoundedPlane(item)
    case .surfaceOfLinearExtrusion: return try extrudedSurface(item)
    case .curveBoundedSurface: return try curveBoundedSurface(item)
    case .bSplineSurfaceWithKnots, .rationalBSplineSurfaceWithKnots:
      let spline = try bSplineSurface(item)
      return rectangle(spline.low, spline.high, of: spline)
    case .surfaceOfRevolution:
      let revolved = try revolvedSurface(item)
      return rectangle(.zero, Vector2(2 * .pi, revolved.height), of: revolved)
    case .rectangularTrimmedSurface: return try rectangularTrimmedSurface(item)
    case .face, .faceSurface, .advancedFace: return try faces([item])
    case .faceBasedSurfaceModel: return try shells(item, .fbsmFaces)
    case .shellBasedSurfaceModel: return try shells(item, .sbsmBoundary)
    case .connectedFaceSet, .closedShell, .openShell: return try faceSet([item])
    default: throw .unsupported(model.className(item))
    }
  }

  /// IfcCurveBoundedPlane: what an outer curve and inner ones bound of a plane.
  private func curveBoundedPlane(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let plane = model.instance(item, .basisSurface),
      let boundary = model.instance(item, .outerBoundary)
    else { throw .degenerate("IfcCurveBoundedPlane without plane or boundary") }
    guard model.known(plane) == .plane else { throw .unsupported(model.className(plane)) }
    let frame = try frame(plane, .position)
    var rings = [try ring(boundary, on: frame)]
    for inner in model.instances(item, .innerBoundaries) {
      rings.append(try ring(inner, on: frame))
    }
    guard let area = Profile(outer: rings[0], holes: Array(rings.dropFirst())).normalized() else {
      throw .degenerate("IfcCurveBoundedPlane encloses no area")
    }
    return flat(area).transformed(frame)
  }

  /// A boundary in the coordinates of its plane.
  ///
  /// It should be given in them; some programs give points in space.
  private func ring(
    _ boundary: STEPInstance, on frame: AffineTransform
  ) throws(ShapeProblem) -> [Vector2] {
    let points = try curve(boundary)
    if points.contains(where: { abs($0.z) > 1e-6 }), let inverse = frame.inverse {
      let moved = points.map { inverse($0) }
      if moved.allSatisfy({ abs($0.z) < 1e-4 }) { return moved.map(\.plan) }
    }
    return points.map(\.plan)
  }

  /// A plane area, seen from above.
  func flat(_ area: Profile) -> SolidMesh {
    SolidMesh(
      vertices: (area.outer + area.holes.joined()).map { Vector3($0.x, $0.y, 0) },
      indices: Triangulation(outer: area.outer, holes: area.holes).indices)
  }

  /// IfcSurfaceOfLinearExtrusion: a curve drawn along a direction.
  private func extrudedSurface(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let line = try sweptCurve(item)
    guard let way = direction(item, .extrudedDirection) else {
      throw .degenerate("IfcSurfaceOfLinearExtrusion without direction")
    }
    let sweep = way * (try positive(item, .depth))
    var mesh = SolidMesh(vertices: line + line.map { $0 + sweep })
    let count = UInt32(line.count)
    for index in 0..<count - 1 {
      let (a, b) = (index, index + 1)
      mesh.indices.append(contentsOf: [a, b, b + count, a, b + count, a + count])
    }
    return mesh.transformed(try frame(item, .position))
  }

  /// The curve that a swept surface sweeps, as points; a closed one ends where it starts.
  func sweptCurve(_ item: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    guard let profile = model.instance(item, .sweptCurve) else {
      throw .degenerate("\(model.className(item)) without SweptCurve")
    }
    var line: [Vector3]
    if let curve = model.instance(profile, .curve), model.known(profile) != .centerLineProfileDef {
      line = try self.curve(curve)
    } else if model.isKind(profile, of: .profileDef) {
      guard let area = try profiles(profile).first, let first = area.outer.first else {
        throw .degenerate("\(model.className(item)) of a profile without area")
      }
      line = (area.outer + [first]).map { Vector3($0.x, $0.y, 0) }
    } else {
      line = try curve(profile)
    }
    line = line.indices.filter { $0 == 0 || (line[$0] - line[$0 - 1]).length > 1e-9 }
      .map { line[$0] }
    guard line.count >= 2 else { throw .degenerate("\(model.className(item)) of a point") }
    return line
  }

  /// IfcRectangularTrimmedSurface: a rectangle of the parameters of any surface.
  private func rectangularTrimmedSurface(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let basis = model.instance(item, .basisSurface) else {
      throw .degenerate("IfcRectangularTrimmedSurface without BasisSurface")
    }
    guard let u1 = model.real(item, .u1), let v1 = model.real(item, .v1),
      let u2 = model.real(item, .u2), let v2 = model.real(item, .v2), u1 != u2, v1 != v2
    else { throw .degenerate("IfcRectangularTrimmedSurface without an area") }
    let surface = try parametric(basis)
    let units = parameterUnits(basis)
    var (from, to) = (Vector2(u1, v1) * units, Vector2(u2, v2) * units)
    // Source: IFC4 IfcRectangularTrimmedSurface: on a surface that closes, the part runs from U1 to U2
    // in the sense that Usense says.
    for axis in 0...1 where surface.periods[axis] > 0 {
      let isForward = model.flag(item, axis == 0 ? .usense : .vsense) ?? true
      if isForward, to[axis] < from[axis] { to[axis] += surface.periods[axis] }
      if !isForward, to[axis] > from[axis] { to[axis] -= surface.periods[axis] }
    }
    return rectangle(pointwiseMin(from, to), pointwiseMax(from, to), of: surface)
  }

  /// A rectangle of a surface's parameters.
  private func rectangle(
    _ low: Vector2, _ high: Vector2, of surface: any ParametricSurface
  ) -> SolidMesh {
    let corners = [low, Vector2(high.x, low.y), high, Vector2(low.x, high.y)]
    var ring: [SurfacePatch.BorderPoint] = []
    for (index, a) in corners.enumerated() {
      let b = corners[(index + 1) % 4]
      let steps = 64
      for step in 0..<steps {
        let parameters = a + (b - a) * (Double(step) / Double(steps))
        ring.append(.init(parameters: parameters, place: surface.point(parameters)))
      }
    }
    let extent = ring.reduce(0) { max($0, ($1.place - ring[0].place).length) }
    return patch([straightened(ring, tolerance(extent: extent))], on: surface, extent: extent)
  }

  /// The ring without points that lie on the straight line between those kept.
  private func straightened(
    _ ring: [SurfacePatch.BorderPoint], _ tolerance: Double
  ) -> [SurfacePatch.BorderPoint] {
    var result: [SurfacePatch.BorderPoint] = []
    var index = 0
    while index < ring.count {
      result.append(ring[index])
      // As far ahead as all points between are near the chord, but not past the next corner.
      let corner = (index / 64 + 1) * 64
      var next = corner
      while next > index + 1 {
        let (a, b) = (ring[index].place, ring[next % ring.count].place)
        let isNear = (index + 1..<next).allSatisfy { middle in
          let share = Double(middle - index) / Double(next - index)
          return (ring[middle].place - (a + (b - a) * share)).length <= tolerance
        }
        if isNear { break }
        next -= 1
      }
      index = next
    }
    return result
  }

  /// IfcCurveBoundedSurface: what curves on a surface bound of it.
  private func curveBoundedSurface(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let basis = model.instance(item, .basisSurface) else {
      throw .degenerate("IfcCurveBoundedSurface without BasisSurface")
    }
    var loops: [[Vector3]] = []
    for boundary in model.instances(item, .boundaries) {
      var points = try curve(boundary)
      while points.count > 1, (points[0] - points[points.count - 1]).length < 1e-7 {
        points.removeLast()
      }
      loops.append(points)
    }
    return try patch(
      loops, on: parametric(basis), isAlongNormal: true, name: model.className(basis))
  }

  /// IfcGeometricSet: its surfaces; points and curves have no body.
  func geometricSet(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    var result = SolidMesh()
    for element in model.instances(item, .elements) {
      do {
        result.append(try surface(element))
      } catch {
        if case .degenerate = error { throw error }
      }
    }
    return result
  }
}
