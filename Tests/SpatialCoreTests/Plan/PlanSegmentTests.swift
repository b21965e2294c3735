import SpatialCore
import Testing
import TwinModel
import TwinTestSupport

@Suite("A segment of the plan")
struct PlanSegmentTests {
  func segment(_ a: (Int64, Int64), _ b: (Int64, Int64)) -> PlanSegment {
    PlanSegment(PlanPoint(a.0, a.1), PlanPoint(b.0, b.1))
  }

  @Test("crosses only what passes through it")
  func crosses() {
    let wall = segment((0, 0), (1000, 0))
    #expect(wall.crosses(segment((500, -1), (500, 1))))
    #expect(!wall.crosses(segment((500, 0), (500, 1))), "touching from one side")
    #expect(wall.intersects(segment((500, 0), (500, 1))))
    #expect(!wall.crosses(segment((200, 0), (2000, 0))), "running along it")
    #expect(wall.intersects(segment((200, 0), (2000, 0))))
    #expect(!wall.intersects(segment((1001, 0), (2000, 0))))
    #expect(!wall.intersects(segment((500, 1), (1500, 1))))
  }

  @Test("tells a hair's breadth at the far end of the frame")
  func exact() {
    // One millimetre beside a line of 90 km: beyond what Double products resolve.
    let far = segment((-45_000_000, -44_999_999), (45_000_000, 44_999_999))
    #expect(far.contains(PlanPoint(0, 0)))
    #expect(!far.intersects(segment((1, 0), (1, -1))) == !far.contains(PlanPoint(1, 1)))
    #expect(!far.contains(PlanPoint(1, 1)))
  }

  @Test("knows where along it another is met")
  func parameter() {
    let ray = segment((0, 0), (1000, 0))
    #expect(ray.parameter(of: segment((250, -100), (250, 300))) == 0.25)
    #expect(ray.parameter(of: segment((250, 100), (250, 300))) == nil)
    #expect(ray.parameter(of: segment((100, 0), (300, 0))) == nil)
  }

  @Test("measures distances to borders, from inside and outside alike")
  func distances() {
    let room = PlanPolygon(
      outer: PlanPolygon.rectangle(0, 0, 6000, 4000).outer,
      holes: [[PlanPoint(2000, 1000), PlanPoint(2000, 2000), PlanPoint(3000, 2000)]])
    #expect(room.borderDistance(to: PlanPoint(500, 3000)) == 500)
    #expect(room.borderDistance(to: PlanPoint(-300, -400)) == 500)
    #expect(room.borderDistance(to: PlanPoint(1900, 1500)) == 100)
    #expect(room.meets(segment((-100, 100), (100, 100))))
    #expect(!room.meets(segment((-100, 100), (-1, 100))))
  }

  @Test("fills rooms with points of one grid")
  func grid() throws {
    let plan = FloorPlan(
      """
      ######
      #aabb#
      #aabb#
      ######
      """, cell: 1.0
    ).storeyPlan()
    let a = try #require(plan.rooms.first { $0.name == "a" }?.outline.first)
    let b = try #require(plan.rooms.first { $0.name == "b" }?.outline.first)
    #expect(a.gridPoints(spacing: 1000).count == 4)
    #expect(a.gridPoints(spacing: 1000).first == PlanPoint(1500, 1500))
    // 0.4 m: x at 1.0 (on the border), 1.4, 1.8, 2.2, 2.6, 3.0 for a and 3.0 … 5.0 for b.
    #expect(Set(a.gridPoints(spacing: 400).map(\.x)) == [1000, 1400, 1800, 2200, 2600, 3000])
    #expect(b.gridPoints(spacing: 400).map(\.x).min() == 3000)
    let west = PlanPolygon.rectangle(-1000, -1000, -100, -100)
    #expect(west.gridPoints(spacing: 500).first == PlanPoint(-750, -750))
  }
}
