import TwinModel

/// What a mesh covers seen from above, in plan millimetres.
struct MeshShadow {
  /// The outline; empty for a mesh that is upright and thinner than a millimetre.
  var outline: [PlanPolygon]
  /// Why the outline is only the convex hull; nil when it is exact.
  var hullReason: String?

  /// Triangles of a mesh whose union is still computed; of a larger one the convex hull stands in.
  static let largestUnion = 20_000

  /// The union of the projected triangles of `mesh`, snapped to whole millimetres first.
  init(of mesh: TriangleMesh, in frame: PlanFrame) {
    let points = mesh.vertices.map { frame.plan($0.plan) }
    let triangles = Self.covering(points, mesh.indices)
    guard triangles.count <= Self.largestUnion else {
      self.init(
        outline: Self.hull(mesh, points), hullReason: "it has \(triangles.count) triangles")
      return
    }
    if let ring = soleRing(around: triangles) {
      self.init(outline: [PlanPolygon(outer: ring)], hullReason: nil)
      return
    }
    do throws(GeometryError) {
      let union = try triangles.map { PlanPolygon(outer: [$0.a, $0.b, $0.c]) }.merged()
      self.init(outline: union, hullReason: nil)
    } catch {
      self.init(outline: Self.hull(mesh, points), hullReason: error.description)
    }
  }

  private init(outline: [PlanPolygon], hullReason: String?) {
    self.outline = outline
    self.hullReason = hullReason
  }

  /// The projected triangles that are needed for the shadow, each counter-clockwise and once.
  ///
  /// In a closed mesh the signed areas add up to zero, exactly in whole millimetres, and its lower
  /// side casts the whole shadow; of any other mesh, and of small ones, all triangles are taken.
  private static func covering(_ points: [PlanPoint], _ indices: [UInt32]) -> [PlanTriangle] {
    var seen: Set<PlanTriangle> = []
    var lower: [PlanTriangle] = []
    var upper: [PlanTriangle] = []
    var balance: Int64 = 0
    for first in stride(from: 0, to: indices.count - 2, by: 3) {
      let (a, b, c) = (
        points[Int(indices[first])], points[Int(indices[first + 1])],
        points[Int(indices[first + 2])]
      )
      let area = orientation(a, b, c)
      guard area != 0 else { continue }
      balance &+= area
      let triangle = area > 0 ? PlanTriangle(a, b, c) : PlanTriangle(a, c, b)
      guard seen.insert(triangle).inserted else { continue }
      if area < 0 { lower.append(triangle) } else { upper.append(triangle) }
    }
    return balance == 0 && lower.count + upper.count > 64 ? lower : lower + upper
  }

  private static func hull(_ mesh: TriangleMesh, _ points: [PlanPoint]) -> [PlanPolygon] {
    let corners = convexHull(
      mesh.indices.map { points[Int($0)] }.map { Point2(Double($0.x), Double($0.y)) })
    guard corners.count >= 3 else { return [] }
    return [PlanPolygon(outer: corners.map { PlanPoint(Int64($0.x), Int64($0.y)) })]
  }
}

/// A triangle of the plan, counter-clockwise from its least corner, so that equal ones are equal.
struct PlanTriangle: Hashable {
  var a: PlanPoint
  var b: PlanPoint
  var c: PlanPoint

  init(_ a: PlanPoint, _ b: PlanPoint, _ c: PlanPoint) {
    if a < b, a < c {
      (self.a, self.b, self.c) = (a, b, c)
    } else if b < c {
      (self.a, self.b, self.c) = (b, c, a)
    } else {
      (self.a, self.b, self.c) = (c, a, b)
    }
  }
}

/// The outline of triangles that lie side by side with one simple outline and no holes, else nil.
///
/// The foot of an extruded wall is such a case; exact, and far faster than a union.
///
/// Edges that two triangles run through in opposite directions cancel. When the rest is one ring that
/// does not meet itself, each point inside is covered exactly once (its winding number is 1), so the
/// ring is the union.
func soleRing(around triangles: [PlanTriangle]) -> [PlanPoint]? {
  var next: [PlanPoint: PlanPoint] = [:]
  var edges: Set<PlanSegment> = []
  for triangle in triangles {
    for edge in [
      PlanSegment(triangle.a, triangle.b), PlanSegment(triangle.b, triangle.c),
      PlanSegment(triangle.c, triangle.a),
    ] {
      if edges.remove(PlanSegment(edge.end, edge.start)) != nil { continue }
      guard edges.insert(edge).inserted else { return nil }
    }
  }
  // Beyond some dozens of edges the pairwise test below costs more than the union.
  guard edges.count <= 48, let start = edges.map(\.start).min() else { return nil }
  for edge in edges {
    guard next.updateValue(edge.end, forKey: edge.start) == nil else { return nil }
  }
  var ring: [PlanPoint] = []
  var point = start
  repeat {
    ring.append(point)
    guard let following = next[point], ring.count <= edges.count else { return nil }
    point = following
  } while point != start
  guard ring.count == edges.count, twiceArea(ring) > 0 else { return nil }
  let corners = withoutStraightCorners(ring)
  let sides = PlanPolygon(outer: corners).edges
  for first in sides.indices {
    for second in sides.indices.dropFirst(first + 2)
    where !(first == 0 && second == sides.count - 1) {
      if sides[first].intersects(sides[second]) { return nil }
    }
  }
  return corners.count >= 3 ? corners : nil
}
