import SpatialCore
import Testing
import TwinModel

@Suite("The least rotated rectangle")
struct RotatedRectangleTests {
  @Test("lies along a slanted wall")
  func slanted() throws {
    // A wall of 5 m by 0.2 m in the direction (0.6, 0.8), from (1, 1).
    let corners = [(0.0, 0.0), (5, 0), (5, 0.2), (0, 0.2)].map {
      Point2(1 + $0.0 * 0.6 - $0.1 * 0.8, 1 + $0.0 * 0.8 + $0.1 * 0.6)
    }
    let rectangle = try #require(RotatedRectangle(around: corners + [Point2(2.5, 3)]))
    #expect(abs(rectangle.length - 5) < 1e-9)
    #expect(abs(rectangle.width - 0.2) < 1e-9)
    #expect(abs(rectangle.axis.x - 0.6) < 1e-9)
    #expect(abs(rectangle.centre.x - (1 + 2.5 * 0.6 - 0.1 * 0.8)) < 1e-9)
  }

  @Test("of points on a line has no width, and there is none of no points")
  func degenerate() {
    let line = RotatedRectangle(around: [Point2(0, 0), Point2(0, 3), Point2(0, 1)])
    #expect(line?.width == 0)
    #expect(line?.length == 3)
    #expect(line?.axis == Point2(0, 1))
    #expect(RotatedRectangle(around: []) == nil)
    #expect(RotatedRectangle(around: [Point2(1, 1), Point2(1, 1)])?.length == 0)
  }
}
