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
