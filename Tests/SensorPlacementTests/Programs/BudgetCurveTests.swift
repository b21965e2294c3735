import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The budget curve")
struct BudgetCurveTests {
  private func placement(_ drawing: String) throws -> DevicePlacement {
    let plan = FloorPlan(drawing, cell: 1).storeyPlan()
    let facts = plan.rooms.map {
      Fact(.space($0.id), "room.use", .text("office"), method: .model)
    }
    // All round with a range of 2.2 m, 100 each: a square of 3 m needs one, a corridor of 6 m by 3 two.
    let type = DeviceType(
      id: "t", kind: "t", cost: 100,
      mounting: .init(surface: .ceiling, height: nil, clearance: 0.5),
      sensing: .reach(radius: 2.2), places: [.init(uses: ["office"], times: 1)])
    let memory = PlacementMemory()
    return try PlacementStudy(catalogue: DeviceCatalogue(types: [type]), kinds: ["t"])
      .run([plan], facts: facts, memory: memory)
  }

  @Test("of two types counts what each costs, and bounds what lies between two prices")
  func mixed() throws {
    let plan = FloorPlan(
      """
      #####
      #aaa#
      #aaa#
      #aaa#
      #####
      """, cell: 1
    ).storeyPlan()
    func type(_ id: String, cost: Yuan, reach: Metres) -> DeviceType {
      DeviceType(
        id: id, kind: "t", cost: cost,
        mounting: .init(surface: .ceiling, height: nil, clearance: 0.5),
        sensing: .reach(radius: reach), places: [.init(uses: ["office"], times: 1)])
    }
    let placement = try PlacementStudy(
      catalogue: DeviceCatalogue(types: [
        type("near", cost: 100, reach: 1.1), type("far", cost: 150, reach: 2.2),
      ]), kinds: ["t"]
    ).run(
      [plan],
      facts: [Fact(.space(GlobalID("room-a")), "room.use", .text("office"), method: .model)],
      memory: PlacementMemory())
    // One far one in the middle serves the square of 3 m; near ones would need four.
    #expect(placement.cost == 150)
    let curve = try placement.budgetCurve()
    #expect(curve.steps.map(\.cost) == [0, 100, 150])
    // A near one in the middle serves the middles of the cells of half a metre within 1.1 m: those at
    // (0.25, 0.25), (0.25, 0.75) and (0.75, 0.75) of each quarter with its mirror: 4 × 4 of 0.25 m².
    #expect(curve.steps.map(\.covered) == [0, 4, 9])
    // For 149 one device can be had, and no kind of device was asked to serve less than all.
    #expect(curve.steps.map(\.bound) == [0, 9, 9])
  }

  @Test("buys the floor that costs least first, and ends with all of it")
  func steps() throws {
    let placement = try placement(
      """
      ############
      #aaa#bbbbbb#
      #aaa#bbbbbb#
      #aaa#bbbbbb#
      ############
      """)
    #expect(placement.cost == 300)
    #expect(placement.areas.count { $0.isProven } == 2)
    let curve = try placement.budgetCurve()
    #expect(curve.demand == 27)
    #expect(curve.steps.map(\.cost) == [0, 100, 200, 300])
    #expect(curve.steps.map(\.devices) == [0, 1, 2, 3])
    #expect(curve.steps.last?.covered == 27)
    // Half of the corridor is as much floor as the small room: 9 m² more at each step but the first,
    // where one device in the corridor's middle serves more than 9 m².
    let first = try #require(curve.steps.dropFirst().first)
    #expect(first.covered > 9 && first.covered <= first.bound)
    let second = try #require(curve.steps.dropFirst(2).first)
    #expect(second.covered >= 18)
  }
}
