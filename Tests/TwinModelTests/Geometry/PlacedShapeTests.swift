import Testing
import TwinModel

@Suite("A placed shape")
struct PlacedShapeTests {
  private let triangle = TriangleMesh(
    vertices: [Point3(0, 0, 0), Point3(2, 0, 0), Point3(0, 1, 0), Point3(9, 9, 9)],
    indices: [0, 1, 2])

  @Test("stands turned, stretched and moved")
  func place() {
    // x becomes y doubled, y becomes −x, then 10 m up.
    let place = ShapePlace(
      x: Point3(0, 2, 0), y: Point3(-1, 0, 0), z: Point3(0, 0, 1), zero: Point3(5, 0, 10))
    let shape = PlacedShape(triangle, at: place)
    #expect(
      shape.mesh.vertices.prefix(3) == [Point3(5, 0, 10), Point3(5, 4, 10), Point3(4, 0, 10)])
    #expect(shape.mesh.indices == [0, 1, 2])
    #expect(shape.bounds?.min == Point3(4, 0, 10) && shape.bounds?.max == Point3(5, 4, 10))
    #expect(shape.bounds == shape.mesh.bounds)
  }

  @Test("turns its triangles where the place mirrors, so that outside stays outside")
  func mirror() {
    let place = ShapePlace(
      x: Point3(-1, 0, 0), y: Point3(0, 1, 0), z: Point3(0, 0, 1), zero: Point3(0, 0, 0))
    let mesh = PlacedShape(triangle, at: place).mesh
    #expect(mesh.vertices[1] == Point3(-2, 0, 0))
    #expect(mesh.indices == [0, 2, 1])
  }

  @Test("is the shape itself at the origin, whatever its numbers are")
  func origin() {
    #expect(PlacedShape(triangle).mesh == triangle)
    let broken = PlacedShape(TriangleMesh(vertices: [Point3(1, 2, 3)], indices: [0, 7, 0]))
    #expect(broken.bounds?.max == Point3(1, 2, 3))
    #expect(PlacedShape(TriangleMesh()).bounds == nil)
  }
}
