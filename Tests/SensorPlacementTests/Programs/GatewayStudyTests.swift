import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Gateways for placed devices")
struct GatewayStudyTests {
  /// Two rooms beside a corridor of 20 m by 3; cells of 1 m.
  private let plan = FloorPlan(
    """
    ######################
    #aaaaaaaaaa#bbbbbbbbb#
    #aaaaaaaaaa#bbbbbbbbb#
    ######################
    #cccccccccccccccccccc#
    #cccccccccccccccccccc#
    #cccccccccccccccccccc#
    ######################
    """, cell: 1
  ).storeyPlan()

  private func facts(corridor: String) -> [Fact] {
    plan.rooms.map { room in
      Fact(
        .space(room.id), "room.use", .text(room.id == corridorRoom.id ? corridor : "office"),
        method: .model)
    }
  }

  private var corridorRoom: PlanRoom {
    plan.rooms.max { $0.area < $1.area } ?? plan.rooms[0]
  }

  /// Free reach 10^(left / 20) m; a wall takes 20 dB, a tenth of it.
  private func gateway(left: Double, clients: Int) -> DeviceType {
    DeviceType(
      id: "g", kind: "gateway", cost: 2000,
      mounting: .init(surface: .ceiling, height: nil, clearance: 0.5),
      sensing: .radio(
        .init(
          power: DecibelMilliwatts(left), firstMetre: Decibels(0), exponent: 2,
          wallLoss: Decibels(20),
          threshold: DecibelMilliwatts(0), clients: clients, serves: .lora)),
      places: [.init(uses: ["corridor"], times: 1)])
  }

  /// One device in each room, in the middle of its longest wall.
  private func devices(radio: DeviceType.Radio) throws -> [PlacedDevice] {
    let sensor = DeviceType(
      id: "s", kind: "s", cost: 100,
      mounting: .init(surface: .ceiling, height: nil, clearance: 0.2), radio: radio,
      sensing: .room, places: [.init(uses: ["office", "corridor"], times: 1)])
    return try PlacementStudy(catalogue: DeviceCatalogue(types: [sensor]), kinds: ["s"])
      .run([plan], facts: facts(corridor: "corridor"), memory: PlacementMemory()).devices
  }

  @Test("on the face of a wall are not behind it")
  func faces() {
    let link = Sensing.LinkBudget(
      power: DecibelMilliwatts(14), firstMetre: Decibels(0), exponent: 2, wallLoss: Decibels(20),
      threshold: DecibelMilliwatts(0), clients: 1, serves: .lora)
    let reach = RadioReach(link, in: plan)
    // Both faces of the wall between corridor and offices, which runs from y = 4 to y = 5 m.
    #expect(reach.isServed(PlanPoint(6500, 4000), from: PlanPoint(6500, 3000)))
    #expect(!reach.isServed(PlanPoint(6500, 5000), from: PlanPoint(6500, 4001)))
    #expect(!reach.isServed(PlanPoint(6500, 5000), from: PlanPoint(6500, 3000)))
    // At a joint of two pieces of the wall, too, one of them counts.
    #expect(reach.isServed(PlanPoint(7000, 4000), from: PlanPoint(7000, 3000)))
    #expect(!reach.isServed(PlanPoint(7000, 5000), from: PlanPoint(7000, 3000)))
  }

  @Test("are the cheapest mix of types by reach and capacity")
  func mix() throws {
    // Three devices. One large gateway carries all for 5,000; a small one carries two for
    // 2,000, so that two of them, 4,000, are cheapest.
    var large = gateway(left: 100, clients: 10)
    (large.id, large.cost) = ("large", 5000)
    let small = gateway(left: 100, clients: 2)
    func cheapest(_ types: [DeviceType]) throws -> GatewayPlan {
      let study = try #require(GatewayStudy(catalogue: DeviceCatalogue(types: types)))
      return try #require(
        study.run([plan], facts: facts(corridor: "corridor"), devices: devices(radio: .lora)).first)
    }
    let storey = try cheapest([large, small])
    #expect(storey.cost == 4000)
    #expect(storey.bound == 4000)
    #expect(storey.gateways.map(\.type.id) == ["g", "g"])
    // For 3,500 the large one is cheaper than two.
    large.cost = 3500
    let cheaper = try cheapest([small, large])
    #expect(cheaper.gateways.map(\.type.id) == ["large"])
  }

  @Test("that cannot carry the devices are said to be too few, and nothing is made up")
  func tooSmall() throws {
    // Gateways that carry nobody reach all three devices.
    let storey = try #require(run(gateway(left: 100, clients: 0)).first)
    #expect(storey.gateways.isEmpty)
    #expect(storey.links.isEmpty)
    #expect(storey.bound == nil)
    #expect(storey.isProven)
    #expect(storey.findings.map(\.code) == ["gateways.capacity"])
  }

  private func run(
    _ type: DeviceType, corridor: String = "corridor", radio: DeviceType.Radio = .lora
  )
    throws -> [GatewayPlan]
  {
    let study = try #require(GatewayStudy(catalogue: DeviceCatalogue(types: [type])))
    return try study.run(
      [plan], facts: facts(corridor: corridor), devices: devices(radio: radio))
  }

  @Test("are one where one reaches and carries all")
  func one() throws {
    let storey = try #require(run(gateway(left: 100, clients: 10)).first)
    #expect(storey.devices.count == 3)
    #expect(storey.gateways.count == 1)
    #expect(storey.gateways[0].room == corridorRoom.id)
    #expect(storey.bound == 2000)
    #expect(storey.isProven)
    #expect(storey.links.map(\.device).count == 3)
    #expect(storey.findings.isEmpty)
  }

  @Test("are as many as their capacity asks for, and none carries more")
  func capacity() throws {
    let storey = try #require(run(gateway(left: 100, clients: 2)).first)
    #expect(storey.gateways.count == 2)
    #expect(storey.bound == 4000)
    #expect(storey.isProven)
    #expect(storey.links.count == 3)
    for gateway in storey.gateways {
      #expect(storey.links.count { $0.gateway == gateway.id } <= 2)
    }
  }

  @Test("leave devices out that no place reaches, and say which")
  func unreachable() throws {
    // 14 dB are 10^(14/20) = 5.01 m, and through one wall, at 14 − 20 dB, 10^(−6/20) = 0.501 m. The
    // device of the corridor hangs on the face of its long wall at (11, 1) m, 0.5 m from the candidate
    // at (11, 1.5) m with no wall between: the wall that it hangs on is behind it. Those of the offices
    // hang at y = 5 or 7 m, beyond a wall of 1 m from the nearest candidates at y = 3.5 m: 1.5 m at least.
    let storey = try #require(run(gateway(left: 14, clients: 10)).first)
    #expect(storey.unreachable.count == 2)
    #expect(storey.unreachable.allSatisfy { $0.room != corridorRoom.id })
    #expect(storey.links.count == 1)
    #expect(storey.findings.map(\.code) == ["gateways.unreachable", "gateways.unreachable"])
  }

  @Test("have no place when no room may have one; all devices are then out of reach")
  func nowhere() throws {
    let storey = try #require(run(gateway(left: 100, clients: 10), corridor: "office").first)
    #expect(storey.gateways.isEmpty)
    #expect(storey.unreachable.count == 3)
  }

  @Test("are not asked for by devices with other radios")
  func others() throws {
    #expect(try run(gateway(left: 100, clients: 10), radio: .ethernet).isEmpty)
    #expect(GatewayStudy(catalogue: DeviceCatalogue(types: [])) == nil)
  }
}
