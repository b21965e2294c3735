import SpatialCore
import TwinModel

extension ShapeReader {
  /// Adds an IfcAdvancedFace, or an IfcFaceSurface, to a mesh.
  ///
  /// The triangles turn as the face's loops do; inside they lie as near to the surface as
  /// ``tolerance(extent:)`` says.
  func addAdvanced(_ face: STEPInstance, to builder: inout FaceBuilder) throws(ShapeProblem) {
    guard let item = model.instance(face, .faceSurface) else {
      throw .degenerate("\(model.className(face)) without FaceSurface")
    }
    var loops: [[Vector3]] = []
    for bound in model.instances(face, .bounds) {
      let loop = try loop(bound, &builder.edges)
      // The outer bound first, wherever it stands.
      if model.known(bound) == .faceOuterBound {
        loops.insert(loop, at: 0)
      } else {
        loops.append(loop)
      }
    }
    guard model.known(item) != .plane else { return builder.add(loops.filter { $0.count > 2 }) }
    var surface = try parametric(item)
    if model.known(item) == .surfaceOfRevolution {
      // Some programs, Revit among them, give the axis in the coordinates of the solid, not in those of
      // the curve: the face's own border tells.
      let other = try revolvedSurface(item, isAxisLocal: false)
      if distance(of: loops, to: other) < distance(of: loops, to: surface) { surface = other }
    }
    let isAlong = model.flag(face, .sameSense) ?? true
    builder.add(
      try patch(loops, on: surface, isAlongNormal: isAlong, name: model.className(item)))
  }

  /// The greatest distance of some loops from a surface.
  private func distance(of loops: [[Vector3]], to surface: any ParametricSurface) -> Double {
    loops.joined().reduce(0) { farthest, point in
      max(farthest, (surface.point(surface.parameters(of: point, near: nil)) - point).length)
    }
  }

  /// What loops bound of a surface.
  func patch(
    _ loops: [[Vector3]], on surface: any ParametricSurface, isAlongNormal: Bool, name: String
  ) throws(ShapeProblem) -> SolidMesh {
    let points = loops.joined()
    let extent = points.reduce(0) { max($0, ($1 - (points.first ?? .zero)).length) }
    let size = extent > 0 ? extent : min(surface.scale.x, surface.scale.y)
    let rings = BorderRings(
      loops, on: surface, isAlongNormal: isAlongNormal, tolerance: tolerance(extent: size)
    ).rings
    guard !rings.isEmpty else { throw .degenerate("a face of \(name) that its loops do not close") }
    return patch(rings, on: surface, extent: size)
  }

  /// The triangles within rings; those without area, at poles, are left out.
  func patch(
    _ rings: [[SurfacePatch.BorderPoint]], on surface: any ParametricSurface, extent: Double
  ) -> SolidMesh {
    let patch = SurfacePatch(rings, on: surface, tolerance: faceTolerance(extent: extent))
    let flat = rings[0].map { $0.parameters * surface.scale }
    var mesh = SolidMesh(vertices: patch.places)
    let corners = patch.indices
    for start in stride(from: 0, to: corners.count, by: 3) {
      let (i, j, k) = (Int(corners[start]), Int(corners[start + 1]), Int(corners[start + 2]))
      let (a, b, c) = (patch.places[i], patch.places[j], patch.places[k])
      guard a != b, b != c, c != a else { continue }
      mesh.indices.append(UInt32(i))
      mesh.indices.append(UInt32(j))
      mesh.indices.append(UInt32(k))
    }
    if signedArea(flat) < 0 { mesh.flip() }
    return mesh
  }

  // MARK: - Surfaces as maps

  /// A surface without bounds as a map from its parameters.
  func parametric(_ item: STEPInstance, depth: Int = 0) throws(ShapeProblem)
    -> any ParametricSurface
  {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("surfaces refer to one another in a circle")
    }
    switch model.known(item) {
    case .rectangularTrimmedSurface, .curveBoundedPlane, .curveBoundedSurface:
      guard let basis = model.instance(item, .basisSurface) else {
        throw .degenerate("\(model.className(item)) without BasisSurface")
      }
      return try parametric(basis, depth: depth + 1)
    case .bSplineSurfaceWithKnots, .rationalBSplineSurfaceWithKnots:
      return try bSplineSurface(item)
    default: break
    }
    let frame = try frame(item, .position)
    guard let inverse = frame.inverse else { throw .degenerate("a surface without extent") }
    switch model.known(item) {
    case .plane: return PlaneSurface(frame: frame, inverse: inverse)
    case .cylindricalSurface:
      return CylinderSurface(
        frame: frame, inverse: inverse, radius: try positive(item, .radius))
    case .sphericalSurface:
      return SphereSurface(frame: frame, inverse: inverse, radius: try positive(item, .radius))
    case .toroidalSurface:
      return TorusSurface(
        frame: frame, inverse: inverse, majorRadius: try positive(item, .majorRadius),
        minorRadius: try positive(item, .minorRadius))
    case .surfaceOfLinearExtrusion:
      guard let way = direction(item, .extrudedDirection) else {
        throw .degenerate("IfcSurfaceOfLinearExtrusion without direction")
      }
      return ExtrudedSurface(try sweptCurve(item).map { frame($0) }, along: frame.direction(way))
    case .surfaceOfRevolution: return try revolvedSurface(item)
    default: throw .unsupported(model.className(item))
    }
  }

  func revolvedSurface(
    _ item: STEPInstance, isAxisLocal: Bool = true
  ) throws(ShapeProblem) -> RevolvedSurface {
    let frame = try frame(item, .position)
    guard let axis = model.instance(item, .axisPosition),
      let surface = RevolvedSurface(
        try sweptCurve(item).map { frame($0) },
        around: isAxisLocal ? frame.after(try self.frame(axis)) : try self.frame(axis))
    else { throw .degenerate("IfcSurfaceOfRevolution without axis or curve") }
    return surface
  }

  func bSplineSurface(_ item: STEPInstance) throws(ShapeProblem) -> BSplineSurface {
    guard let uDegree = model.integer(item, .uDegree), let vDegree = model.integer(item, .vDegree),
      case .list(let rows) = model.value(item, .controlPointsList)
    else { throw .degenerate("\(model.className(item)) without degrees or points") }
    var points: [Vector3] = []
    var width: Int?
    for row in model.file.cursor(rows) {
      guard case .list(let slice) = row else { continue }
      var count = 0
      for value in model.file.cursor(slice) {
        guard case .reference(let number) = value,
          let target = model.resolve(number, from: item)
        else { continue }
        points.append(try point(target))
        count += 1
      }
      guard count == width ?? count, count > 0 else {
        throw .degenerate("\(model.className(item)) with rows of unlike length")
      }
      width = count
    }
    var weights: [Double] = []
    if case .list(let rows) = model.value(item, .weightsData) {
      for case .list(let slice) in model.file.cursor(rows) {
        weights += model.file.cursor(slice).compactMap { model.real(of: $0) }
      }
    }
    guard let width,
      let u = BSplineBasis(
        degree: uDegree, knots: model.reals(item, .uKnots),
        multiplicities: model.reals(item, .uMultiplicities), count: points.count / width),
      let v = BSplineBasis(
        degree: vDegree, knots: model.reals(item, .vKnots),
        multiplicities: model.reals(item, .vMultiplicities), count: width)
    else { throw .degenerate("\(model.className(item)) whose knots do not fit its points") }
    let controls = try weighted(points, weights, item)
    return BSplineSurface(
      u, v, controls: controls, closed: isClosed(controls, u.count, width))
  }

  /// Whether the first and the last row, and column, of control points are the same.
  private func isClosed(
    _ controls: [SIMD4<Double>], _ rows: Int, _ width: Int
  ) -> (Bool, Bool) {
    func place(_ row: Int, _ column: Int) -> Vector3 {
      let control = controls[row * width + column]
      return Vector3(control.x, control.y, control.z) / control.w
    }
    func areSame(_ a: Vector3, _ b: Vector3) -> Bool { (a - b).length < 1e-7 }
    return (
      (0..<width).allSatisfy { areSame(place(0, $0), place(rows - 1, $0)) },
      (0..<rows).allSatisfy { areSame(place($0, 0), place($0, width - 1)) }
    )
  }
}

extension FaceBuilder {
  /// Adds triangles as they are.
  mutating func add(_ part: SolidMesh) {
    let base = UInt32(mesh.vertices.count)
    mesh.vertices += part.vertices
    mesh.indices.append(contentsOf: part.indices.lazy.map { $0 + base })
  }

  /// Adds a plane face with loops, the outer one first.
  mutating func add(_ loops: [[Vector3]]) {
    var rings: [[UInt32]] = []
    for loop in loops {
      let base = UInt32(mesh.vertices.count)
      mesh.vertices += loop
      rings.append(Array(base..<base + UInt32(loop.count)))
    }
    if let outer = rings.first { add(outer, Array(rings.dropFirst())) }
  }
}
