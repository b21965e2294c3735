import Testing
import TwinModel

@Suite("A polygon of a plan")
struct PlanGeometryTests {
  /// 10 m × 8 m with a yard of 2 m × 2 m in it.
  private let ring = PlanPolygon(
    outer: [PlanPoint(0, 0), PlanPoint(10000, 0), PlanPoint(10000, 8000), PlanPoint(0, 8000)],
    holes: [
      [PlanPoint(4000, 3000), PlanPoint(4000, 5000), PlanPoint(6000, 5000), PlanPoint(6000, 3000)]
    ]
  )

  @Test("has the area of its outer ring less its holes")
  func area() {
    #expect(ring.area == SquareMetres(76))
    #expect(PlanPolygon.rectangle(0, 0, 1, 1).area == SquareMetres(1e-6))
  }

  @Test("contains its border and the border of its holes, but not what is in the holes")
  func contains() {
    for inside in [(1, 1), (0, 0), (10000, 4000), (4000, 3000), (4000, 4000), (5000, 5000)] {
      #expect(ring.contains(PlanPoint(Int64(inside.0), Int64(inside.1))), "\(inside)")
    }
    for outside in [(-1, 0), (10001, 4000), (5000, 4000), (4001, 3001), (5000, 8001)] {
      #expect(!ring.contains(PlanPoint(Int64(outside.0), Int64(outside.1))), "\(outside)")
    }
  }

  @Test("is not fooled by a ray through a corner")
  func rayThroughCorner() {
    // A rhombus: the ray from (−3, 0) runs through both of its side corners.
    let rhombus = [PlanPoint(-2, 0), PlanPoint(0, -2), PlanPoint(2, 0), PlanPoint(0, 2)]
    #expect(position(of: PlanPoint(-3, 0), in: rhombus) == .outside)
    #expect(position(of: PlanPoint(-2, 0), in: rhombus) == .border)
    #expect(position(of: PlanPoint(0, 0), in: rhombus) == .inside)
    #expect(position(of: PlanPoint(1, 1), in: rhombus) == .border)
    #expect(position(of: PlanPoint(3, 0), in: rhombus) == .outside)
    #expect(position(of: PlanPoint(-3, 2), in: rhombus) == .outside)
  }

  @Test("knows on which side of a line a point lies, to the millimetre")
  func sides() {
    let (a, b) = (PlanPoint(0, 0), PlanPoint(1_000_000_000, 1))
    #expect(orientation(a, b, PlanPoint(500_000_000, 1)) > 0)
    #expect(orientation(a, b, PlanPoint(500_000_000, 0)) < 0)
    #expect(orientation(a, b, PlanPoint(2_000_000_000, 2)) == 0)
  }

  @Test("has twice its area signed by the way it runs, and none without points")
  func signed() {
    #expect(twiceArea(ring.outer) == 160_000_000)
    #expect(twiceArea(ring.outer.reversed()) == -160_000_000)
    #expect(twiceArea([]) == 0)
  }

  @Test("has a least box")
  func bounds() {
    #expect(ring.bounds.min == PlanPoint(0, 0))
    #expect(ring.bounds.max == PlanPoint(10000, 8000))
  }
}
