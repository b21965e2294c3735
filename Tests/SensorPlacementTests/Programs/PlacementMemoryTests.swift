import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The memory of answers")
struct PlacementMemoryTests {
  @Test("solves rooms of one shape once, in however many models, with the same answer in each")
  func once() throws {
    let plan = FloorPlan(
      """
      #########
      #aaa#bbb#
      #aaa#bbb#
      #aaa#bbb#
      #########
      """, cell: 1
    ).storeyPlan()
    let facts = plan.rooms.map {
      Fact(.space($0.id), "room.use", .text("office"), method: .model)
    }
    let type = DeviceType(
      id: "t", kind: "t", cost: 100,
      mounting: .init(surface: .ceiling, height: nil, clearance: 0.5),
      sensing: .reach(radius: 2.2), places: [.init(uses: ["office"], times: 1)])
    let study = PlacementStudy(catalogue: DeviceCatalogue(types: [type]), kinds: ["t"])
    let memory = PlacementMemory()
    let first = try study.run([plan], facts: facts, memory: memory)
    #expect(memory.count == 1)
    #expect(first.devices.count == 2)
    let second = try study.run([plan], facts: facts, memory: memory)
    #expect(memory.count == 1)
    #expect(second.devices == first.devices)
    let fresh = try study.run([plan], facts: facts, memory: PlacementMemory())
    #expect(fresh.devices == first.devices)
  }
}
