import SpatialCore
import Testing
import TwinModel

@Suite("Plans of several buildings as one")
struct JoinedPlansTests {
  @Test("keep each part where it lies, in the frame of the first")
  func joined() throws {
    let room = PlanRoom(
      id: GlobalID("r"), name: "r", outline: [.rectangle(0, 0, 4000, 3000)])
    let door = PlanOpening(
      id: GlobalID("d"), kind: .door, start: PlanPoint(0, 1000), end: PlanPoint(0, 2000), sill: 0,
      head: 2100, width: 1000)
    func plan(_ id: String, _ origin: Point2) -> StoreyPlan {
      StoreyPlan(
        storey: GlobalID(id), building: GlobalID(id), name: id, number: 1, elevation: 0, height: 3,
        origin: origin, rooms: [room], openings: [door])
    }
    let joined = try #require(
      StoreyPlan.joined([plan("a", Point2(10, 20)), plan("b", Point2(110, 15))]))
    #expect(joined.name == "a" && joined.origin == Point2(10, 20))
    #expect(
      joined.rooms.map(\.outline) == [
        [.rectangle(0, 0, 4000, 3000)], [.rectangle(100_000, -5000, 104_000, -2000)],
      ])
    #expect(joined.openings[1].start == PlanPoint(100_000, -4000))
    #expect(StoreyPlan.joined([]) == nil)
  }
}
