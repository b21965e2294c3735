import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcRevolvedAreaSolidTapered: the area changes evenly over the turn.
  func taperedRevolution(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let area = model.instance(solid, .sweptArea), let axis = model.instance(solid, .axis),
      let end = model.instance(solid, .endSweptArea), let angle = model.real(solid, .angle)
    else { throw .degenerate("IfcRevolvedAreaSolidTapered without areas, axis or angle") }
    let axisFrame = try frame(axis)
    let sweep = min(max(angle * units.angle, -2 * .pi), 2 * .pi)
    guard abs(sweep) > 1e-9 else { throw .degenerate("IfcRevolvedAreaSolidTapered without angle") }
    let (first, last) = (try profiles(area), try profiles(end))
    guard first.count == last.count else { throw unlike(solid) }
    var result = SolidMesh()
    for (low, high) in zip(first, last) {
      let (from, to) = try matching(low, high, solid)
      let radius = (from + to).joined().reduce(0.0) { widest, point in
        let offset = Vector3(point.x, point.y, 0) - axisFrame.origin
        return max(widest, (offset - axisFrame.z * offset.dot(axisFrame.z)).length)
      }
      let steps = segments(radius: radius, sweep: sweep)
      let pairs = Array(zip(from.joined(), to.joined()))
      let sections = (0...steps).map { step -> [Vector3] in
        let share = Double(step) / Double(steps)
        let (cosine, sine) = unitCirclePoint(sweep * share)
        return pairs.map { a, b in
          let flat = a + (b - a) * share
          let point = Vector3(flat.x, flat.y, 0) - axisFrame.origin
          // Source: Rodrigues' rotation formula.
          let along = axisFrame.z * axisFrame.z.dot(point) * (1 - cosine)
          return axisFrame.origin + point * cosine + axisFrame.z.cross(point) * sine + along
        }
      }
      let cap = Triangulation(outer: from[0], holes: Array(from.dropFirst())).indices
      result.append(swept(from.map(\.count), sections, cap: cap, isRound: false))
    }
    return result.transformed(try frame(solid, .position))
  }

  /// IfcSectionedSpine: areas at places, with straight skins between them.
  func sectionedSpine(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let areas = model.instances(item, .crossSections)
    let positions = model.instances(item, .crossSectionPositions)
    guard areas.count == positions.count, areas.count >= 2 else {
      throw .degenerate("IfcSectionedSpine without a place for each section")
    }
    var frames: [AffineTransform] = []
    for position in positions { frames.append(try frame(position)) }
    return try skin(areas, frames, item)
  }

  /// The skin over areas, each in the plane of its frame.
  func skin(
    _ areas: [STEPInstance], _ frames: [AffineTransform], _ item: STEPInstance
  ) throws(ShapeProblem) -> SolidMesh {
    var all: [[Profile]] = []
    for area in areas { all.append(try profiles(area)) }
    guard let first = all.first, all.allSatisfy({ $0.count == first.count }) else {
      throw unlike(item)
    }
    var result = SolidMesh()
    for part in first.indices {
      let rings = [first[part].outer] + first[part].holes
      var sections: [[Vector3]] = []
      for (index, frame) in frames.enumerated() {
        let (_, own) = try matching(first[part], all[index][part], item)
        sections.append(own.joined().map { frame(Vector3($0.x, $0.y, 0)) })
      }
      let holes = Array(rings.dropFirst())
      let cap = Triangulation(outer: rings[0], holes: holes).indices
      var body = swept(rings.map(\.count), sections, cap: cap, isRound: false)
      // The last area may need other triangles than the first.
      if let last = all.last?[part], last != first[part] {
        body = withEnd(body, Triangulation(outer: last.outer, holes: last.holes).indices, cap)
      }
      result.append(body)
    }
    return result
  }

  /// The skin with the triangles of its far end replaced.
  private func withEnd(_ body: SolidMesh, _ cap: [UInt32], _ old: [UInt32]) -> SolidMesh {
    guard cap.count == old.count else { return body }
    var result = body
    let width = UInt32(old.max() ?? 0) + 1
    let base = UInt32(body.vertices.count) - width
    let isFlipped = body.indices[0] == old[0] && body.indices[1] == old[1]
    for start in stride(from: 0, to: cap.count, by: 3) {
      let (a, b, c) = (cap[start] + base, cap[start + 1] + base, cap[start + 2] + base)
      result.indices[2 * start + 3] = a
      result.indices[2 * start + 4] = isFlipped ? c : b
      result.indices[2 * start + 5] = isFlipped ? b : c
    }
    return result
  }

  private func matching(
    _ low: Profile, _ high: Profile, _ item: STEPInstance
  ) throws(ShapeProblem) -> ([[Vector2]], [[Vector2]]) {
    let (a, b) = ([low.outer] + low.holes, [high.outer] + high.holes)
    guard a.count == b.count, zip(a, b).allSatisfy({ $0.count == $1.count }) else {
      throw unlike(item)
    }
    return (a, b)
  }

  private func unlike(_ item: STEPInstance) -> ShapeProblem {
    .degenerate("\(model.className(item)) between unlike profiles")
  }
}
