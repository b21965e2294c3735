import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcFacetedBrep, with or without voids.
  func facetedBrep(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let outer = model.instance(solid, .outer) else {
      throw .degenerate("\(model.className(solid)) without Outer")
    }
    var mesh = try shell(outer)
    if mesh.isClosed, mesh.signedVolume < 0 { mesh.flip() }
    for void in model.instances(solid, .voids) {
      var hole = try shell(void)
      // A void looks into itself.
      if hole.isClosed, hole.signedVolume > 0 { hole.flip() }
      mesh.append(hole)
    }
    return mesh
  }

  /// A closed shell; where its faces look in and out without order, they are turned.
  private func shell(_ shell: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    try ordered(faceSet([shell]))
  }

  private func ordered(_ mesh: SolidMesh) -> SolidMesh {
    mesh.isClosed ? mesh : mesh.consistentlyOriented() ?? mesh
  }

  /// The shells of a surface model.
  func shells(_ item: STEPInstance, _ attribute: IFCAttribute) throws(ShapeProblem) -> SolidMesh {
    var mesh = ordered(try faceSet(model.instances(item, attribute)))
    if mesh.isClosed, mesh.signedVolume < 0 { mesh.flip() }
    return mesh
  }

  /// The faces of connected face sets as one mesh; points that are one instance are one vertex.
  func faceSet(_ sets: [STEPInstance]) throws(ShapeProblem) -> SolidMesh {
    try faces(sets.flatMap { model.instances($0, .cfsFaces) })
  }

  /// Some faces as one mesh.
  func faces(_ faces: [STEPInstance]) throws(ShapeProblem) -> SolidMesh {
    var builder = FaceBuilder()
    var unreadable: String?
    for face in faces {
      do {
        switch model.known(face) {
        case .face: try add(face, to: &builder)
        case .faceSurface, .advancedFace: try addAdvanced(face, to: &builder)
        default: unreadable = model.className(face)
        }
      } catch {
        guard case .unsupported(let name) = error else { throw error }
        unreadable = name
      }
    }
    guard !builder.mesh.isEmpty else {
      if let unreadable { throw .unsupported(unreadable) }
      throw .degenerate("a shell without faces")
    }
    if let unreadable { troubles.append(.leftOut(unreadable)) }
    builder.mesh.isClosed = builder.mesh.hasPairedEdges
    return builder.mesh
  }

  private func add(_ face: STEPInstance, to builder: inout FaceBuilder) throws(ShapeProblem) {
    var outer: [UInt32]?
    var holes: [[UInt32]] = []
    for bound in model.instances(face, .bounds) {
      guard let loop = model.instance(bound, .bound) else { continue }
      guard model.known(loop) == .polyLoop else { throw .unsupported(model.className(loop)) }
      var ring: [UInt32] = []
      for target in model.instances(loop, .polygon) {
        ring.append(try builder.vertex(target) { () throws(ShapeProblem) in try point(target) })
      }
      if model.flag(bound, .orientation) == false { ring.reverse() }
      // Files with several outer bounds exist; the first one is it.
      if outer == nil,
        model.known(bound) == .faceOuterBound || model.instances(face, .bounds).count == 1
      {
        outer = ring
      } else {
        holes.append(ring)
      }
    }
    if outer == nil, !holes.isEmpty { outer = holes.removeFirst() }
    if let outer { builder.add(outer, holes) }
  }

  /// IfcTriangulatedFaceSet.
  func triangulatedFaceSet(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let list = model.instance(item, .coordinates),
      case .list(let slice) = model.value(item, .coordIndex)
    else { throw .degenerate("IfcTriangulatedFaceSet without points or triangles") }
    var mesh = SolidMesh(vertices: try pointList(list))
    let lookup = pointIndex(item)
    for triangle in model.file.cursor(slice) {
      guard case .list(let numbers) = triangle else { continue }
      let corners = indices(numbers, lookup)
      guard corners.count == 3, corners.allSatisfy({ mesh.vertices.indices.contains(Int($0)) })
      else { throw .degenerate("an index of IfcTriangulatedFaceSet is out of range") }
      mesh.indices.append(contentsOf: corners)
    }
    return closed(mesh)
  }

  /// IfcPolygonalFaceSet.
  func polygonalFaceSet(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let list = model.instance(item, .coordinates) else {
      throw .degenerate("IfcPolygonalFaceSet without points")
    }
    var builder = FaceBuilder()
    builder.mesh.vertices = try pointList(list)
    let count = UInt32(builder.mesh.vertices.count)
    let lookup = pointIndex(item)
    for face in model.instances(item, .faces) {
      guard case .list(let slice) = model.value(face, .coordIndex) else { continue }
      var holes: [[UInt32]] = []
      if case .list(let inner) = model.value(face, .innerCoordIndices) {
        for hole in model.file.cursor(inner) {
          if case .list(let numbers) = hole { holes.append(indices(numbers, lookup)) }
        }
      }
      let outer = indices(slice, lookup)
      guard outer.allSatisfy({ $0 < count }), holes.joined().allSatisfy({ $0 < count }) else {
        throw .degenerate("an index of IfcPolygonalFaceSet is out of range")
      }
      builder.add(outer, holes)
    }
    return closed(builder.mesh)
  }

  private func closed(_ mesh: SolidMesh) -> SolidMesh {
    var mesh = mesh
    mesh.isClosed = mesh.hasPairedEdges
    mesh = ordered(mesh)
    if mesh.isClosed, mesh.signedVolume < 0 { mesh.flip() }
    return mesh
  }

  /// Indices from 1 as indices from 0; out of range when they are.
  private func indices(_ slice: STEPSlice, _ lookup: [Int]) -> [UInt32] {
    model.file.cursor(slice).map { value in
      guard case .integer(let number) = value, number >= 1 else { return .max }
      guard !lookup.isEmpty else { return UInt32(exactly: number - 1) ?? .max }
      guard number <= lookup.count else { return .max }
      return UInt32(exactly: lookup[number - 1] - 1) ?? .max
    }
  }

  private func pointIndex(_ item: STEPInstance) -> [Int] {
    guard case .list(let slice) = model.value(item, .pnIndex) else { return [] }
    return model.file.cursor(slice).map { if case .integer(let number) = $0 { number } else { 0 } }
  }
}

/// Collects plane faces as triangles.
struct FaceBuilder {
  var mesh = SolidMesh()
  /// The points of edges of advanced faces, which two faces share.
  var edges: [STEPInstance: [Vector3]] = [:]
  private var known: [STEPInstance: UInt32] = [:]

  /// The vertex of a point; the same point gives the same vertex.
  mutating func vertex(
    _ instance: STEPInstance, _ read: () throws(ShapeProblem) -> Vector3
  ) throws(ShapeProblem) -> UInt32 {
    if let vertex = known[instance] { return vertex }
    let vertex = UInt32(mesh.vertices.count)
    mesh.vertices.append(try read())
    known[instance] = vertex
    return vertex
  }

  /// Adds a face; rings without area are left out.
  mutating func add(_ outer: [UInt32], _ holes: [[UInt32]]) {
    if outer.count == 3, holes.isEmpty {
      mesh.indices.append(contentsOf: outer)
      return
    }
    guard outer.count >= 3, let normal = newell(outer).normalized else { return }
    // Drops the axis that the face faces most; turning with the normal's sign keeps the sense.
    let size = Vector3(abs(normal.x), abs(normal.y), abs(normal.z))
    let origin = mesh.vertices[Int(outer[0])]
    func flat(_ vertex: UInt32) -> Vector2 {
      let p = mesh.vertices[Int(vertex)] - origin
      if size.z >= size.x, size.z >= size.y {
        return normal.z > 0 ? Vector2(p.x, p.y) : Vector2(p.y, p.x)
      }
      if size.y >= size.x { return normal.y > 0 ? Vector2(p.z, p.x) : Vector2(p.x, p.z) }
      return normal.x > 0 ? Vector2(p.y, p.z) : Vector2(p.z, p.y)
    }
    let usable = holes.filter { $0.count >= 3 }
    let all = outer + usable.joined()
    let triangles = Triangulation(outer: outer.map(flat), holes: usable.map { $0.map(flat) })
    mesh.indices.append(contentsOf: triangles.indices.lazy.map { all[Int($0)] })
  }

  /// Twice the area vector of a ring.
  private func newell(_ ring: [UInt32]) -> Vector3 {
    let origin = mesh.vertices[Int(ring[0])]
    var sum = Vector3.zero
    for index in ring.indices {
      let a = mesh.vertices[Int(ring[index])] - origin
      let b = mesh.vertices[Int(ring[(index + 1) % ring.count])] - origin
      sum += a.cross(b)
    }
    return sum
  }
}
