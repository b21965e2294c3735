import Foundation
import TwinModel

/// What a line straight up meets of the triangles of some elements.
struct UndersideProbe {
  /// Where a line meets a triangle.
  struct Hit {
    /// Metres above the local zero.
    let height: Double
    /// Angle of the triangle against the level, in degrees (0 to 90).
    let slope: Double
    /// Which way the triangle rises, as a vector of the plan: its length is the tangent of the slope.
    let rise: Point2
  }

  private struct Facet {
    let a: Point3
    let box: Box2
    /// Edges in the plan, and twice the signed area that they span.
    let ab: Point2
    let ac: Point2
    let span: Double
    let rise: Point2
  }

  private var facets: [Facet] = []

  /// Takes the triangles of `meshes` that are not upright.
  init(_ meshes: [TriangleMesh]) {
    for mesh in meshes {
      for first in stride(from: 0, to: mesh.indices.count - 2, by: 3) {
        let (a, b, c) = (
          mesh.vertices[Int(mesh.indices[first])], mesh.vertices[Int(mesh.indices[first + 1])],
          mesh.vertices[Int(mesh.indices[first + 2])]
        )
        add(a, b, c)
      }
    }
  }

  private init(facets: [Facet]) { self.facets = facets }

  private mutating func add(_ a: Point3, _ b: Point3, _ c: Point3) {
    let (ab, ac) = (Point2(b.x - a.x, b.y - a.y), Point2(c.x - a.x, c.y - a.y))
    let span = ab.x * ac.y - ab.y * ac.x
    guard span.isFinite, abs(span) > 1e-9, (a.z + b.z + c.z).isFinite,
      let box = Box2(around: [a.plan, b.plan, c.plan])
    else { return }
    let (up, across) = (b.z - a.z, c.z - a.z)
    facets.append(
      Facet(
        a: a, box: box, ab: ab, ac: ac, span: span,
        rise: Point2((up * ac.y - across * ab.y) / span, (across * ab.x - up * ac.x) / span)))
  }

  /// The triangles that reach into a box (metres).
  func within(_ box: Box2) -> UndersideProbe {
    UndersideProbe(facets: facets.filter { $0.box.intersects(box) })
  }

  /// The lowest hit above `height` (metres) on the line through a point of the plan; nil when the line
  /// is free.
  func lowest(at point: Point2, above height: Double) -> Hit? {
    var best: Hit?
    for facet in facets where facet.box.squaredDistance(to: point) == 0 {
      let (x, y) = (point.x - facet.a.x, point.y - facet.a.y)
      let u = (x * facet.ac.y - y * facet.ac.x) / facet.span
      let v = (y * facet.ab.x - x * facet.ab.y) / facet.span
      guard u >= -1e-9, v >= -1e-9, u + v <= 1 + 1e-9 else { continue }
      let z = facet.a.z + x * facet.rise.x + y * facet.rise.y
      guard z > height, z < best?.height ?? .infinity else { continue }
      let tangent = (facet.rise.x * facet.rise.x + facet.rise.y * facet.rise.y).squareRoot()
      best = Hit(height: z, slope: atan(tangent) * 180 / .pi, rise: facet.rise)
    }
    return best
  }
}
