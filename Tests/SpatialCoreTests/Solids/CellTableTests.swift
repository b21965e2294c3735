import SpatialCore
import Testing

@Suite("A table of cells")
struct CellTableTests {
  @Test("numbers cells in the order they come, each once, however many there are")
  func numbers() {
    var table = CellTable(capacity: 4)
    // A block of 20 × 20 × 20 cells around zero, twice.
    var expected = 0
    for round in 0...1 {
      expected = 0
      for x in Int64(-10)..<10 {
        for y in Int64(-10)..<10 {
          for z in Int64(-10)..<10 {
            #expect(table.number(SIMD3(x, y, z)) == expected, "round \(round)")
            expected += 1
          }
        }
      }
    }
    #expect(table.cells.count == 8000)
    #expect(table.find(SIMD3(-10, -10, -9)) == 1)
    #expect(table.find(SIMD3(10, 0, 0)) == nil)
    #expect(table.number(SIMD3(.max, .min, 0)) == 8000)
  }

  @Test("welds vertices that round to one place, also far away and without a number")
  func welding() {
    let mesh = SolidMesh(
      vertices: [
        Vector3(0, 0, 0), Vector3(2e-7, -2e-7, 0), Vector3(1e-6, 0, 0), Vector3(-1e-6, 0, 0),
        Vector3(1e30, 0, 0), Vector3(2e30, 0, 0), Vector3(.nan, 0, 0),
      ], indices: [])
    #expect(mesh.weldedIndices(grid: 1e-6) == [0, 0, 1, 2, 3, 3, 0])
  }

  @Test("a ring is convex when it turns one way, once")
  func convexRings() {
    let square = [Vector2(0, 0), Vector2(1, 0), Vector2(1, 1), Vector2(0, 1)]
    #expect(isConvex(square))
    #expect(isConvex(square.reversed()))
    #expect(isConvex([Vector2(0, 0), Vector2(0.5, 0), Vector2(1, 0), Vector2(0, 1)]))
    // A notch, a bow tie, a pentagram, a spike and a line.
    #expect(!isConvex([Vector2(0, 0), Vector2(1, 0), Vector2(0.2, 0.2), Vector2(0, 1)]))
    #expect(!isConvex([Vector2(0, 0), Vector2(1, 1), Vector2(1, 0), Vector2(0, 1)]))
    let star = [0, 2, 4, 1, 3].map { [square, [Vector2(0.5, 1.5)]].joined().map { $0 }[$0] }
    #expect(!isConvex(star))
    #expect(!isConvex([Vector2(0, 0), Vector2(2, 0), Vector2(1, 0)]))
  }
}
