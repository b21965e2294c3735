import SchoolCapacity
import Testing
import TwinModel

@Suite("The width of a corridor")
struct CorridorWidthTests {
  private static func width(_ corners: [(Int64, Int64)]) -> Double? {
    CorridorWidth.narrowest([PlanPolygon(outer: corners.map { PlanPoint($0.0, $0.1) })])?.value
  }

  @Test("is the lesser side of a rectangle, whichever way it runs")
  func rectangle() {
    #expect(Self.width([(0, 0), (30000, 0), (30000, 2400), (0, 2400)]) == 2.4)
    // Turned by the angle of the 3-4-5 triangle: 25 m long, 5 m wide.
    #expect(Self.width([(0, 0), (20000, 15000), (17000, 19000), (-3000, 4000)]) == 5)
  }

  @Test("is that of the narrower arm of an L")
  func ell() {
    let corners: [(Int64, Int64)] = [
      (0, 0), (20000, 0), (20000, 2400), (1800, 2400), (1800, 15000), (0, 15000),
    ]
    #expect(Self.width(corners) == 1.8)
  }

  @Test("is not made narrower by a niche, but by a pier")
  func nicheAndPier() {
    let niche: [(Int64, Int64)] = [
      (0, 0), (20000, 0), (20000, 2400), (11000, 2400), (11000, 2600), (10000, 2600),
      (10000, 2400), (0, 2400),
    ]
    #expect(Self.width(niche) == 2.4)
    let pier: [(Int64, Int64)] = [
      (0, 0), (20000, 0), (20000, 2400), (11000, 2400), (11000, 2000), (10600, 2000),
      (10600, 2400), (0, 2400),
    ]
    #expect(Self.width(pier) == 2)
  }

  @Test("is not known of a triangle")
  func triangle() {
    #expect(Self.width([(0, 0), (10000, 0), (0, 8000)]) == nil)
  }
}
