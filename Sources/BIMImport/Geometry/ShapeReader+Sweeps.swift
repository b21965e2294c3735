import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcExtrudedAreaSolid and its tapered subtype.
  func extrusion(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let area = model.instance(solid, .sweptArea) else {
      throw .degenerate("IfcExtrudedAreaSolid without SweptArea")
    }
    let frame = try frame(solid, .position)
    let bottom = try profiles(area)
    var top = bottom
    if model.known(solid) == .extrudedAreaSolidTapered,
      let end = model.instance(solid, .endSweptArea)
    {
      top = try profiles(end)
    }
    let sweep = try extrusionVector(solid)
    guard bottom.count == top.count else {
      throw .degenerate("IfcExtrudedAreaSolidTapered between unlike profiles")
    }
    var result = SolidMesh()
    for (low, high) in zip(bottom, top) {
      guard let part = prism(low, high, sweep) else {
        throw .degenerate("IfcExtrudedAreaSolidTapered between unlike profiles")
      }
      result.append(part)
    }
    return result.transformed(frame)
  }

  /// The way an extrusion goes, in its own frame, in metres.
  func extrusionVector(_ solid: STEPInstance) throws(ShapeProblem) -> Vector3 {
    guard let way = direction(solid, .extrudedDirection), abs(way.z) > 1e-9 else {
      throw .degenerate("IfcExtrudedAreaSolid whose direction lies in its profile's plane")
    }
    return way * (try positive(solid, .depth))
  }

  /// The solid between two outlines with like rings.
  func prism(_ low: Profile, _ high: Profile, _ sweep: Vector3) -> SolidMesh? {
    let bottom = [low.outer] + low.holes
    let top = [high.outer] + high.holes
    guard bottom.count == top.count, zip(bottom, top).allSatisfy({ $0.count == $1.count }) else {
      return nil
    }
    var mesh = SolidMesh(isClosed: true)
    for point in bottom.joined() { mesh.vertices.append(Vector3(point.x, point.y, 0)) }
    let count = UInt32(mesh.vertices.count)
    for point in top.joined() { mesh.vertices.append(Vector3(point.x, point.y, 0) + sweep) }
    let cap = Triangulation(outer: low.outer, holes: low.holes).indices
    mesh.indices.reserveCapacity(2 * cap.count + 6 * Int(count))
    for start in stride(from: 0, to: cap.count, by: 3) {
      mesh.addPair(cap[start], cap[start + 1], cap[start + 2], count)
    }
    var base: UInt32 = 0
    for ring in bottom {
      let size = UInt32(ring.count)
      for index in 0..<size { mesh.addSide(base + index, base + (index + 1) % size, count) }
      base += size
    }
    if sweep.z < 0 { mesh.flip() }
    return mesh
  }

  /// IfcRevolvedAreaSolid.
  func revolution(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let area = model.instance(solid, .sweptArea), let axis = model.instance(solid, .axis),
      let angle = model.real(solid, .angle)
    else { throw .degenerate("IfcRevolvedAreaSolid without area, axis or angle") }
    let axisFrame = try frame(axis)
    let sweep = min(max(angle * units.angle, -2 * .pi), 2 * .pi)
    guard abs(sweep) > 1e-9 else { throw .degenerate("IfcRevolvedAreaSolid without angle") }
    let isFull = abs(sweep) > 2 * .pi - 1e-6
    var result = SolidMesh()
    for profile in try profiles(area) {
      let rings = [profile.outer] + profile.holes
      let points = rings.joined().map { Vector3($0.x, $0.y, 0) - axisFrame.origin }
      let radius = points.reduce(0) { max($0, ($1 - axisFrame.z * $1.dot(axisFrame.z)).length) }
      let steps = segments(radius: radius, sweep: sweep)
      let sections = (0..<(isFull ? steps : steps + 1)).map { step -> [Vector3] in
        let (cosine, sine) = unitCirclePoint(sweep * Double(step) / Double(steps))
        return points.map { point in
          // Source: Rodrigues' rotation formula.
          let along = axisFrame.z * axisFrame.z.dot(point) * (1 - cosine)
          return axisFrame.origin + point * cosine + axisFrame.z.cross(point) * sine + along
        }
      }
      let cap = isFull ? [] : Triangulation(outer: profile.outer, holes: profile.holes).indices
      result.append(swept(rings.map(\.count), sections, cap: cap, isRound: isFull))
    }
    return result.transformed(try frame(solid, .position))
  }

  /// The skin over sections with the same rings, one after the other, with caps at the ends.
  func swept(
    _ ringSizes: [Int], _ sections: [[Vector3]], cap: [UInt32], isRound: Bool
  ) -> SolidMesh {
    var mesh = SolidMesh(vertices: Array(sections.joined()), isClosed: true)
    let width = UInt32(ringSizes.reduce(0, +))
    let last = UInt32(sections.count - 1)
    for start in stride(from: 0, to: cap.count, by: 3) {
      let (a, b, c) = (cap[start], cap[start + 1], cap[start + 2])
      mesh.indices.append(contentsOf: [a, c, b])
      let end = last * width
      mesh.indices.append(contentsOf: [a + end, b + end, c + end])
    }
    for section in 0..<(isRound ? last + 1 : last) {
      let low = section * width
      let high = (section + 1) % UInt32(sections.count) * width
      var base: UInt32 = 0
      for size in ringSizes.map(UInt32.init) {
        for index in 0..<size {
          let a = base + index
          let b = base + (index + 1) % size
          mesh.indices.append(contentsOf: [
            a + low, b + low, b + high, a + low, b + high, a + high,
          ])
        }
        base += size
      }
    }
    if mesh.signedVolume < 0 { mesh.flip() }
    return mesh
  }

  /// IfcSweptDiskSolid: a disk, or a ring when there is an inner radius, along a curve.
  func sweptDisk(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let directrix = model.instance(solid, .directrix) else {
      throw .degenerate("IfcSweptDiskSolid without Directrix")
    }
    let radius = try positive(solid, .radius)
    let inner = length(solid, .innerRadius) ?? 0
    var path: [Vector3] = []
    for point in try curve(directrix) where path.last.map({ ($0 - point).length > 1e-7 }) ?? true {
      path.append(point)
    }
    let isRound = path.count > 3 && (path[0] - path[path.count - 1]).length < 1e-6
    if isRound { path.removeLast() }
    guard path.count >= 2 else { throw .degenerate("IfcSweptDiskSolid along a point") }
    let count = segments(radius: radius, sweep: 2 * .pi)
    let circle = (0..<count).map { index in
      let (x, y) = unitCirclePoint(2 * .pi * Double(index) / Double(count))
      return Vector2(x, y)
    }
    let radii = inner > 0 && inner < radius ? [radius, inner] : [radius]
    let sections = DiskPath(path, isRound: isRound).sections(circle, radii: radii)
    let rings = radii.enumerated().map { index, r in
      index == 0 ? circle.map { $0 * r } : circle.map { $0 * r }.reversed()
    }
    let ordered = sections.map { section in
      // The inner ring runs the other way round, as a hole does.
      Array(section.prefix(count)) + section.dropFirst(count).reversed()
    }
    let cap =
      isRound ? [] : Triangulation(outer: rings[0], holes: Array(rings.dropFirst())).indices
    return swept(radii.map { _ in count }, ordered, cap: cap, isRound: isRound)
  }

  /// IfcBlock.
  func block(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let x = try positive(solid, .xLength)
    let y = try positive(solid, .yLength)
    return try box(Vector3(x, y, try positive(solid, .zLength)))
      .transformed(try frame(solid, .position))
  }

  /// IfcBoundingBox, which only stands in where there is nothing better.
  func boundingBox(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let corner = try point(item, .corner)
    let x = try positive(item, .xDim)
    let y = try positive(item, .yDim)
    var map = AffineTransform.identity
    map.origin = corner
    return try box(Vector3(x, y, try positive(item, .zDim))).transformed(map)
  }

  /// A box with a corner at the origin.
  func box(_ size: Vector3) throws(ShapeProblem) -> SolidMesh {
    let base = Profile(outer: [
      Vector2(0, 0), Vector2(size.x, 0), Vector2(size.x, size.y), Vector2(0, size.y),
    ])
    guard let mesh = prism(base, base, Vector3(0, 0, size.z)) else {
      throw .degenerate("a box without size")
    }
    return mesh
  }
}
