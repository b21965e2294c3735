import Optimisation
import SensorPlacement
import Testing
import TwinModel

@Suite("Devices in one room")
struct DeviceCoverTests {
  private func type(
    _ sensing: Sensing, _ surface: DeviceType.Surface, cost: Double = 100, clearance: Metres = 0.5,
    headingStep: Degrees? = nil
  ) -> DeviceType {
    DeviceType(
      id: "t\(Int(cost))", kind: "t", cost: Yuan(cost),
      mounting: .init(
        surface: surface, height: surface == .ceiling ? nil : 2.5, clearance: clearance,
        headingStep: headingStep),
      sensing: sensing)
  }

  private func cover(
    _ outline: PlanPolygon, _ types: [DeviceType], times: Int = 1, minimum: Int = 1,
    margin: Int64 = 0, present: [DeviceView] = [], blockers: [[PlanPoint]] = []
  ) -> DeviceCover {
    DeviceCover(
      area: DetectionArea(outline: outline, blockers: blockers),
      options: types.compactMap { DeviceCover.Option($0, roomHeight: 3) },
      times: times, minimum: minimum, margin: margin, present: present, step: 500)
  }

  private let square = PlanPolygon.rectangle(0, 0, 6000, 6000)
  /// An L of two arms 2 m wide and 8 m long.
  private let ell = PlanPolygon(
    outer: [
      PlanPoint(0, 0), PlanPoint(8000, 0), PlanPoint(8000, 2000), PlanPoint(2000, 2000),
      PlanPoint(2000, 8000), PlanPoint(0, 8000),
    ])

  @Test("one in the middle of a square serves its corners at half the diagonal, and not less")
  func inSquare() throws {
    // Half the diagonal of 6 m is 4.243 m.
    let one = try cover(square, [type(.reach(radius: 4.243), .ceiling)]).solve()
    #expect(one.views.map(\.place) == [PlanPoint(3000, 3000)])
    #expect(one.isProven && one.blind.isEmpty && one.unshownArea == 0)
    let short = try cover(square, [type(.reach(radius: 4.24), .ceiling)]).solve()
    #expect(short.views.count == 2)
    #expect(short.bound == 200)
  }

  @Test("an L of short range needs two, of long range one at the bend that sees both arms")
  func inEll() throws {
    let one = try cover(ell, [type(.reach(radius: 12), .ceiling)]).solve()
    #expect(one.views.count == 1)
    let place = try #require(one.views.first?.place)
    #expect(place.x <= 2000 && place.y <= 2000)
    let two = try cover(ell, [type(.reach(radius: 6), .ceiling)]).solve()
    #expect(two.views.count == 2 && two.isProven)
  }

  @Test("twice as often served, a corridor has two that both serve all of it")
  func twice() throws {
    let corridor = PlanPolygon.rectangle(0, 0, 10_000, 2000)
    let once = try cover(corridor, [type(.reach(radius: 5.2), .ceiling)]).solve()
    #expect(once.views.count == 1)
    let twice = try cover(corridor, [type(.reach(radius: 7), .ceiling)], times: 2).solve()
    #expect(twice.views.count == 2 && twice.isProven)
    #expect(Set(twice.views.map(\.place)).count == 2)
  }

  @Test("the cheaper type is taken where it is enough, the dearer where it saves two")
  func mixed() throws {
    let near = type(.reach(radius: 3.2), .ceiling, cost: 100)
    let far = type(.reach(radius: 4.3), .ceiling, cost: 150)
    // Four near ones of 100 serve the square (quarters have half diagonals of 2.12 m), one far one does.
    let plan = try cover(square, [near, far]).solve()
    #expect(plan.cost == 150 && plan.isProven)
    let small = try cover(.rectangle(0, 0, 4000, 4000), [near, far]).solve()
    #expect(small.cost == 100)
  }

  @Test("a detector of 90° in a corner of a square sees all but its margin")
  func sector() throws {
    let pir = type(
      .sector(range: 10, angle: 90, near: 0), .corner, clearance: 0.1, headingStep: 45)
    let plan = try cover(square, [pir], margin: 300).solve()
    #expect(plan.views.count == 1 && plan.isProven && plan.blind.isEmpty)
    #expect(plan.views.first?.heading.map { Int($0) % 90 == 45 || Int($0) % 90 == -45 } == true)
  }

  @Test("the blind zone below a camera is another one's task, or is listed with its reason")
  func blindZone() throws {
    let camera = type(
      .sector(range: 20, angle: 90, near: 2), .corner, clearance: 0.15, headingStep: 15)
    let plan = try cover(square, [camera], margin: 500).solve()
    #expect(plan.views.count == 2 && plan.isProven && plan.blind.isEmpty)
    // In a cell of 2.2 m everything is nearer than 3.2 m to every corner.
    let close = type(
      .sector(range: 20, angle: 90, near: 3.2), .corner, clearance: 0.15, headingStep: 15)
    let cell = try cover(.rectangle(0, 0, 2200, 2200), [close], margin: 300).solve()
    #expect(cell.views.isEmpty)
    #expect(Set(cell.blind.map(\.reason)) == [.tooNear])
  }

  @Test("what a pillar hides is seen by a second one")
  func pillar() throws {
    let block = PlanPolygon.rectangle(2500, 2500, 3500, 3500).outer
    let plan = try cover(
      square, [type(.reach(radius: 20), .ceiling)], blockers: [block]
    ).solve()
    #expect(plan.views.count == 2 && plan.isProven && plan.unshownArea == 0)
  }

  @Test("a device that is there serves for nothing")
  func present() throws {
    let reach = type(.reach(radius: 4.3), .ceiling)
    let shape = try #require(ViewShape(reach, roomHeight: 3))
    let there = DeviceView(type: -1, place: PlanPoint(3000, 3000), heading: nil, shape: shape)
    let plan = try cover(square, [reach], present: [there]).solve()
    #expect(plan.views.isEmpty && plan.cost == 0 && plan.isProven)
  }

  @Test("a room asks for no fewer than its least number")
  func least() throws {
    let plan = try cover(square, [type(.reach(radius: 30), .ceiling)], minimum: 3).solve()
    #expect(plan.views.count == 3 && plan.bound == 300)
  }
}
