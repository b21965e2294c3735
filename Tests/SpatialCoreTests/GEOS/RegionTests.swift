import SpatialCore
import Testing
import TwinModel

@Suite("A region of the plan")
struct RegionTests {
  let square: [PlanPolygon] = [.rectangle(0, 0, 4000, 4000)]

  @Test("joins touching rooms into one ring without leftover corners")
  func unionOfNeighbours() throws {
    let joined = try square.union([.rectangle(4000, 0, 6000, 4000)])
    #expect(joined == [.rectangle(0, 0, 6000, 4000)])
  }

  @Test("keeps a courtyard as a clockwise hole")
  func courtyard() throws {
    let ring = try square.difference([.rectangle(1000, 1000, 3000, 3000)])
    #expect(ring.count == 1)
    #expect(ring.first?.holes.count == 1)
    #expect(twiceArea(ring[0].outer) > 0)
    #expect(twiceArea(ring[0].holes[0]) < 0)
    #expect(ring[0].area == 12)
  }

  @Test("snaps a crossing of slanted edges to whole millimetres")
  func snapsIntersections() throws {
    // y = x and y = 1001 − x cross at 500.5.
    let low: [PlanPolygon] = [
      PlanPolygon(outer: [PlanPoint(0, 0), PlanPoint(1001, 0), PlanPoint(1001, 1001)])
    ]
    let high: [PlanPolygon] = [
      PlanPolygon(outer: [PlanPoint(0, 0), PlanPoint(1001, 0), PlanPoint(0, 1001)])
    ]
    let common = try low.intersection(high)
    let apex = common.flatMap(\.outer).max { $0.y < $1.y }
    #expect(apex.map { abs($0.x - 500) <= 1 && abs($0.y - 500) <= 1 } == true)
    // 1001 · 500.5 / 2 mm², within half a millimetre along the two 1001 mm edges' halves.
    #expect(abs(try #require(common.first).area.value - 0.2505) < 0.0004)
  }

  @Test("has nothing in common with a neighbour that only touches it")
  func touchingIntersection() throws {
    #expect(try square.intersection([.rectangle(4000, 0, 6000, 4000)]).isEmpty)
    #expect(try square.intersects([.rectangle(4000, 0, 6000, 4000)]))
    #expect(try !square.intersects([.rectangle(4001, 0, 6000, 4000)]))
  }

  @Test("covers what lies inside it or on its border")
  func covers() throws {
    #expect(try square.covers([.rectangle(0, 0, 1000, 1000)]))
    #expect(try !square.covers([.rectangle(3500, 0, 4500, 1000)]))
  }

  @Test("repairs a ring that crosses itself and says where it did")
  func bowTie() throws {
    let bowTie = MultiPolygon([
      Polygon(outer: [Point2(0, 0), Point2(2, 2), Point2(2, 0), Point2(0, 2)])
    ])
    #expect(try bowTie.invalidity() == "Self-intersection[1 1]")
    let repaired = try bowTie.madeValid()
    #expect(repaired.polygons.count == 2)
    #expect(repaired.area == 2)
    #expect(try repaired.invalidity() == nil)
    #expect(try bowTie.merged().area == 2)
  }

  @Test("counts overlapping parts once")
  func overlappingParts() throws {
    let parts = MultiPolygon([.rectangle(0, 0, 2, 2), .rectangle(1, 0, 3, 2)])
    #expect(try parts.merged().polygons.count == 1)
    #expect(try parts.merged().area == 6)
    #expect(try parts.madeValid().area == 6)
  }

  @Test("grows by a buffer to the area of its offset with round corners")
  func buffer() throws {
    let grown = try square.buffered(by: 1000)
    // 4·4 + 4·4·1 + π·1²; eight segments a quarter circle lose 0.65 % of the disc.
    #expect(abs(grown[0].area.value - (32 + Double.pi)) < 0.025)
    #expect(try square.buffered(by: -1000) == [.rectangle(1000, 1000, 3000, 3000)])
    let metres = try MultiPolygon([.rectangle(0, 0, 4, 4)]).buffered(by: -1)
    #expect(metres.area == 4)
  }

  @Test("loses corners within the tolerance when simplified")
  func simplify() throws {
    let dented: [PlanPolygon] = [
      PlanPolygon(outer: [
        PlanPoint(0, 0), PlanPoint(2000, 3), PlanPoint(4000, 0), PlanPoint(4000, 4000),
        PlanPoint(0, 4000),
      ])
    ]
    #expect(try dented.simplified(tolerance: 5) == square)
    #expect(try dented.simplified(tolerance: 2) == dented)
  }

  @Test("has its centroid outside and a label point inside when it is bent")
  func middles() throws {
    let bent = MultiPolygon([
      Polygon(outer: [
        Point2(0, 0), Point2(10, 0), Point2(10, 1), Point2(1, 1), Point2(1, 10), Point2(0, 10),
      ])
    ])
    // Two strips of 10 and 9 m²: x = (10·5 + 9·0.5) / 19.
    let centroid = try #require(try bent.centroid())
    #expect(abs(centroid.x - 54.5 / 19) < 1e-12)
    let label = try #require(try bent.pointInside())
    let plan = try bent.snapped(from: Point2(0, 0))
    #expect(plan[0].contains(PlanPoint(Int64(label.x * 1000), Int64(label.y * 1000))))
    #expect(try MultiPolygon().centroid() == nil)
  }

  @Test("lies in millimetres from its origin once snapped, also in a far-off map frame")
  func snapped() throws {
    let room = MultiPolygon([.rectangle(487_656.1234, 2_494_709.5, 487_660, 2_494_715.4996)])
    #expect(
      try room.snapped(from: Point2(487_650, 2_494_700)) == [.rectangle(6123, 9500, 10000, 15500)])
  }

  @Test("refuses coordinates that are no numbers")
  func notFinite() {
    let broken = MultiPolygon([
      Polygon(outer: [Point2(0, 0), Point2(.nan, 0), Point2(0, 1)])
    ])
    #expect(throws: GeometryError.notFinite(subject: "a polygon")) {
      try broken.madeValid()
    }
  }
}
