import Testing
import TwinModel

@Suite("A shape in metres")
struct GeometryTests {
  @Test("of the plan has the area of its outer ring less its holes, far from the origin too")
  func area() {
    let far = 2_494_709.0
    var polygon = Polygon.rectangle(far, far, far + 9, far + 8)
    #expect(polygon.area == 72)
    polygon.holes = [
      [Point2(far + 1, far + 1), Point2(far + 1, far + 2), Point2(far + 2, far + 1)]
    ]
    #expect(polygon.area == 71.5)
    #expect(MultiPolygon([polygon, .rectangle(0, 0, 1, 1)]).area == 72.5)
    #expect(signedArea([]) == 0)
  }

  @Test("of triangles keeps its indices when others are added, and boxes only what they use")
  func mesh() {
    var mesh = TriangleMesh(
      vertices: [Point3(0, 0, 0), Point3(1, 0, 0), Point3(0, 1, 0), Point3(9, 9, 9)],
      indices: [0, 1, 2])
    mesh.append(
      TriangleMesh(
        vertices: [Point3(0, 0, 3), Point3(1, 0, 3), Point3(0, 1, 3)], indices: [0, 1, 2]))
    #expect(mesh.triangleCount == 2)
    #expect(mesh.indices == [0, 1, 2, 4, 5, 6])
    #expect(mesh.bounds?.max == Point3(1, 1, 3))
    #expect(TriangleMesh().bounds == nil)
  }
}
