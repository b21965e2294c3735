import SpatialCore
import Testing

@Suite("A triangulation")
struct TriangulationTests {
  private func area(_ triangulation: Triangulation, _ points: [Vector2]) -> Double {
    var twice = 0.0
    for start in stride(from: 0, to: triangulation.indices.count, by: 3) {
      let corners = triangulation.indices[start..<start + 3].map { points[Int($0)] }
      twice += (corners[1] - corners[0]).cross(corners[2] - corners[0])
    }
    return twice / 2
  }

  @Test("covers a polygon with two holes, whichever way its rings run")
  func holes() {
    let outer = [Vector2(0, 0), Vector2(10, 0), Vector2(10, 10), Vector2(0, 10)]
    let left = [Vector2(1, 1), Vector2(3, 1), Vector2(3, 3), Vector2(1, 3)]
    let right = [Vector2(6, 1), Vector2(6, 4), Vector2(9, 4), Vector2(9, 1)]
    let result = Triangulation(outer: outer.reversed(), holes: [left, right])
    #expect(result.isProper)
    #expect(abs(area(result, outer.reversed() + left + right) - (100 - 4 - 9)) < 1e-9)
  }

  @Test("uses every corner, also those on a straight line")
  func straightCorners() {
    let outer = [
      Vector2(0, 0), Vector2(1, 0), Vector2(2, 0), Vector2(2, 1), Vector2(2, 2), Vector2(0, 2),
    ]
    let result = Triangulation(outer: outer)
    #expect(Set(result.indices) == Set(0..<6))
    #expect(abs(area(result, outer) - 4) < 1e-12)
  }

  @Test("ends for a ring that crosses itself, and says so")
  func crossing() {
    let bow = [Vector2(0, 0), Vector2(2, 2), Vector2(2, 0), Vector2(0, 2), Vector2(-1, 1)]
    #expect(Triangulation(outer: bow).indices.count == 9)
  }

  /// As many corners as are looked up in cells.
  @Test("covers a slab with hundreds of holes")
  func manyHoles() {
    let outer = [Vector2(0, 0), Vector2(90, 0), Vector2(90, 30), Vector2(0, 30)]
    let holes = (0..<30).flatMap { column in
      (0..<10).map { row in
        let (x, y) = (3 * Double(column) + 1, 3 * Double(row) + 1 + 0.01 * Double(column))
        return [Vector2(x, y), Vector2(x + 1, y), Vector2(x + 1, y + 1), Vector2(x, y + 1)]
      }
    }
    let result = Triangulation(outer: outer, holes: holes)
    let points = outer + holes.joined()
    #expect(result.isProper)
    // n corners and h holes give n + 2h − 2 triangles.
    #expect(result.indices.count == 3 * (points.count + 2 * holes.count - 2))
    #expect(abs(area(result, points) - (90 * 30 - 300)) < 1e-9)
    let left = stride(from: 0, to: result.indices.count, by: 3).filter { start in
      let corners = result.indices[start..<start + 3].map { points[Int($0)] }
      return (corners[1] - corners[0]).cross(corners[2] - corners[0]) < 0
    }
    #expect(left.isEmpty)
  }

  @Test("joins to convex pieces that cover the polygon")
  func convex() {
    let outer = [
      Vector2(0, 0), Vector2(3, 0), Vector2(3, 1), Vector2(1, 1), Vector2(1, 3), Vector2(0, 3),
    ]
    let pieces = convexPieces(outer: outer)
    #expect(pieces.count == 2)
    #expect(abs(pieces.map { signedArea($0) }.reduce(0, +) - 5) < 1e-12)
  }
}
