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

  /// IfcRectangularTrimmedSurface.
  private func rectangularTrimmedSurface(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let basis = model.instance(item, .basisSurface) else {
      throw .degenerate("IfcRectangularTrimmedSurface without BasisSurface")
    }
    guard let u1 = model.real(item, .u1), let v1 = model.real(item, .v1),
      let u2 = model.real(item, .u2), let v2 = model.real(item, .v2), u1 != u2, v1 != v2
    else { throw .degenerate("IfcRectangularTrimmedSurface without an area") }
    guard model.known(basis) == .plane else {
      throw .unsupported("IfcRectangularTrimmedSurface on \(model.className(basis))")
    }
    let (low, high) = (
      Vector2(min(u1, u2), min(v1, v2)) * units.length,
      Vector2(max(u1, u2), max(v1, v2)) * units.length
    )
    let area = Profile(outer: [low, Vector2(high.x, low.y), high, Vector2(low.x, high.y)])
    return flat(area).transformed(try frame(basis, .position))
  }
}
