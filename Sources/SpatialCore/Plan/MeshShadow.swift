import TwinModel

/// What a mesh covers seen from above, in plan millimetres.
struct MeshShadow {
  /// The outline; empty for a mesh that is upright and thinner than a millimetre.
  var outline: [PlanPolygon]
  /// Why the outline is only the convex hull; nil when it is exact.
  var hullReason: String?

  /// Parts of a shadow whose union is still computed (a second or so).
  ///
  /// Of a mesh with more of them the convex hull stands in.
  static let largestUnion = 20_000

  /// The union of the projected triangles of `mesh`, snapped to whole millimetres first.
  init(of mesh: TriangleMesh, in frame: PlanFrame) {
    let points = mesh.vertices.map { frame.plan($0.plan) }
    let triangles = Self.covering(points, mesh.indices)
    do throws(GeometryError) {
      var parts: [PlanPolygon] = []
      for patch in patches(of: triangles) {
        if let whole = try soleOutline(of: patch) {
          parts.append(whole)
        } else {
          parts += patch.map { PlanPolygon(outer: [$0.a, $0.b, $0.c]) }
        }
      }
      if parts.count > Self.largestUnion {
        self.init(
          outline: Self.hull(mesh, points), hullReason: "its shadow has \(parts.count) parts")
      } else {
        self.init(outline: parts.count > 1 ? try parts.merged() : parts, hullReason: nil)
      }
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
    var lower: [PlanTriangle] = []
    var upper: [PlanTriangle] = []
    var balance: Int64 = 0
    for first in stride(from: 0, to: indices.count - 2, by: 3) {
      let (a, b, c) = (
        points[Int(indices[first])], points[Int(indices[first + 1])],
        points[Int(indices[first + 2])]
      )
      let area = orientation(a, b, c)
      balance &+= area
      if area > 0 { upper.append(PlanTriangle(a, b, c)) }
      if area < 0 { lower.append(PlanTriangle(a, c, b)) }
    }
    let isClosed = balance == 0 && lower.count + upper.count > 64
    var seen: Set<PlanTriangle> = []
    // An upper and a lower triangle may look alike from above.
    return (isClosed ? lower : lower + upper).filter { seen.insert($0).inserted }
  }

  private static func hull(_ mesh: TriangleMesh, _ points: [PlanPoint]) -> [PlanPolygon] {
    let corners = convexHull(
      mesh.indices.map { points[Int($0)] }.map { Point2(Double($0.x), Double($0.y)) })
    guard corners.count >= 3 else { return [] }
    return [PlanPolygon(outer: corners.map { PlanPoint(Int64($0.x), Int64($0.y)) })]
  }
}
