import TwinModel

/// What a mesh covers seen from above, in plan millimetres.
struct MeshShadow {
  /// The outline; empty for a mesh that is upright and thinner than a millimetre.
  var outline: [PlanPolygon]
  /// Why the outline is only the convex hull; nil when it is exact.
  var hullReason: String?

  /// The union of the projected triangles of `mesh`, snapped to whole millimetres first.
  ///
  /// Of a mesh whose shadow has more than `limit` parts (each costs some 0.05 ms) the convex hull
  /// stands in.
  init(of mesh: TriangleMesh, in frame: PlanFrame, limit: Int) {
    let points = mesh.vertices.map { frame.plan($0.plan) }
    do throws(GeometryError) {
      var parts: [PlanPolygon] = []
      for patch in patches(of: Self.facets(mesh, points)) {
        if let whole = try soleOutline(of: patch) {
          parts.append(whole)
        } else {
          parts += patch.map { PlanPolygon(outer: [$0.a, $0.b, $0.c]) }
        }
      }
      parts = withoutCovered(parts)
      if parts.count > limit {
        self.init(
          outline: Self.hull(mesh, points), hullReason: "its shadow has \(parts.count) parts")
      } else {
        self.init(outline: parts.count > 1 ? try parts.merged() : parts, hullReason: nil)
      }
    } catch {
      self.init(outline: Self.hull(mesh, points), hullReason: error.description)
    }
  }

  /// The outline of a mesh that is a straight wall seen from above: its convex hull, when that is nearly
  /// a rectangle no wider than 0.6 m; nil for all others.
  static func thinBox(of mesh: TriangleMesh, in frame: PlanFrame) -> [PlanPolygon]? {
    let hull = hull(mesh, mesh.vertices.map { frame.plan($0.plan) })
    guard let sole = hull.first,
      let box = RotatedRectangle(
        around: sole.outer.map { Point2(Double($0.x), Double($0.y)) }),
      box.width <= 600, sole.area.value * 1e6 >= 0.95 * box.width * box.length
    else { return nil }
    return hull
  }

  private init(outline: [PlanPolygon], hullReason: String?) {
    self.outline = outline
    self.hullReason = hullReason
  }

  /// The triangles that are needed for the shadow, seen from above and each counter-clockwise.
  ///
  /// In a closed mesh the signed areas add up to zero, exactly in whole millimetres, and its lower
  /// side casts the whole shadow; of any other mesh, and of small ones, all triangles are taken.
  private static func facets(_ mesh: TriangleMesh, _ points: [PlanPoint]) -> [MeshFacet] {
    // Vertices at the same place are one corner, whether or not the mesh shares them.
    var numbers: [Corner: Int] = [:]
    let corners = mesh.vertices.indices.map { index in
      let corner = Corner(
        point: points[index], height: PlanFrame.millimetres(mesh.vertices[index].z))
      let number = numbers[corner] ?? numbers.count
      numbers[corner] = number
      return number
    }
    var lower: [MeshFacet] = []
    var upper: [MeshFacet] = []
    var balance: Int64 = 0
    for first in stride(from: 0, to: mesh.indices.count - 2, by: 3) {
      let (i, j, k) = (
        Int(mesh.indices[first]), Int(mesh.indices[first + 1]), Int(mesh.indices[first + 2])
      )
      let area = orientation(points[i], points[j], points[k])
      balance &+= area
      let numbers = (corners[i], corners[j], corners[k])
      if area > 0 {
        upper.append(
          MeshFacet(triangle: PlanTriangle(points[i], points[j], points[k]), corners: numbers))
      } else if area < 0 {
        lower.append(
          MeshFacet(triangle: PlanTriangle(points[i], points[k], points[j]), corners: numbers))
      }
    }
    return balance == 0 && lower.count + upper.count > 64 ? lower : lower + upper
  }

  private struct Corner: Hashable {
    var point: PlanPoint
    var height: Int64
  }

  private static func hull(_ mesh: TriangleMesh, _ points: [PlanPoint]) -> [PlanPolygon] {
    let corners = convexHull(
      mesh.indices.map { points[Int($0)] }.map { Point2(Double($0.x), Double($0.y)) })
    guard corners.count >= 3 else { return [] }
    return [PlanPolygon(outer: corners.map { PlanPoint(Int64($0.x), Int64($0.y)) })]
  }
}

/// The parts without those that lie inside a larger convex one, which add nothing to the union.
///
/// A table's legs under its top, a window's head over the wall's foot.
private func withoutCovered(_ parts: [PlanPolygon]) -> [PlanPolygon] {
  let ordered = parts.map { (part: $0, area: twiceArea($0.outer), box: Box2($0)) }
    .sorted { ($0.area, $1.part.outer[0]) > ($1.area, $0.part.outer[0]) }
  var covers: [(part: PlanPolygon, box: Box2)] = []
  var kept: [PlanPolygon] = []
  for (part, _, box) in ordered {
    let isCovered = covers.contains { cover in
      cover.box.intersects(box) && part.outer.allSatisfy(cover.part.contains)
    }
    if isCovered { continue }
    kept.append(part)
    // A few large covers do nearly all there is to do.
    if covers.count < 16, isConvex(part) { covers.append((part, box)) }
  }
  return kept
}

private func isConvex(_ polygon: PlanPolygon) -> Bool {
  let ring = polygon.outer
  return polygon.holes.isEmpty
    && ring.indices.allSatisfy { index in
      let next = (index + 1) % ring.count
      return orientation(ring[index], ring[next], ring[(next + 1) % ring.count]) >= 0
    }
}
