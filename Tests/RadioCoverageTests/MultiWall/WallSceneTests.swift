import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The walls of a storey, as rays meet them")
struct WallSceneTests {
  let materials: MaterialCatalogue
  let channel = Gigahertz(3.45)...Gigahertz(3.55)

  init() throws { materials = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds)) }

  private func scene(_ plan: StoreyPlan) -> WallScene {
    WallScene.make(plan: plan, materials: materials, channel: channel).scene
  }

  private func curve(_ layers: [(String, Double)]) throws -> LossCurve {
    LossCurve(
      slab: LayeredSlab(
        try layers.map {
          SlabLayer(material: try materials.material(named: $0.0), thickness: Metres($0.1))
        }), channel: channel, limits: materials.limits)
  }

  // Two rooms, 1.2 m wide walls of 0.2 m concrete between and around.
  private let twoRooms = FloorPlan(
    """
    #############
    #AAAAA#BBBBB#
    #AAAAA#BBBBB#
    #AAAAA#BBBBB#
    #AAAAA#BBBBB#
    #AAAAA#BBBBB#
    #############
    """, cell: 0.2)

  @Test("weaken by exactly the slab's loss, straight and at an angle")
  func wall() throws {
    let scene = scene(twoRooms.storeyPlan())
    let concrete = try curve([("concrete", 0.2)])
    let straight = scene.wallLoss(from: Point3(0.7, 0.71, 1.2), to: Point3(1.9, 0.71, 1.2))
    #expect(abs(straight.value - concrete.normal.value) < 1e-9)
    // 0.9 m along, 0.9 m across: 45°.
    let slanted = scene.wallLoss(from: Point3(0.8, 0.21, 1.2), to: Point3(1.7, 1.11, 1.2))
    #expect(abs(slanted.value - concrete.loss(at: 45).value) < 1e-6)
    let inside = scene.wallLoss(from: Point3(0.3, 0.3, 1.2), to: Point3(1.1, 1.1, 1.2))
    #expect(inside == Decibels(0))
  }

  @Test("let more through by a door, up to its head, and by a window, from sill to head")
  func openings() throws {
    let concrete = try curve([("concrete", 0.2)]).normal.value
    let leaf = try curve([("wood", 0.044)]).normal.value
    let pane = try curve([("glass", 0.006), ("air", 0.012), ("glass", 0.006)]).normal.value
    let plan = FloorPlan(
      """
      #########
      #AAA=BBB#
      #AAA#BBB#
      #AAA+BBB#
      #########
      """, cell: 0.2
    ).storeyPlan()
    let scene = scene(plan)
    func loss(y: Double, z: Double) -> Double {
      scene.wallLoss(from: Point3(0.3, y, z), to: Point3(1.5, y, z)).value
    }
    #expect(abs(loss(y: 0.3, z: 1.2) - leaf) < 1e-9)  // the door
    #expect(abs(loss(y: 0.3, z: 2.5) - concrete) < 1e-9)  // over its head at 2.1 m
    #expect(abs(loss(y: 0.5, z: 1.2) - concrete) < 1e-9)  // the wall between
    #expect(abs(loss(y: 0.7, z: 1.2) - pane) < 1e-9)  // the window
    #expect(abs(loss(y: 0.7, z: 0.5) - concrete) < 1e-9)  // under its sill at 0.9 m
    #expect(concrete > pane + 10)
  }

  @Test("have no loss where a hole is bare")
  func hole() throws {
    var plan = twoRooms.storeyPlan()
    let wall = try #require(plan.walls.first { $0.id == GlobalID("wall-6-3") })
    plan.openings = [
      PlanOpening(
        id: GlobalID("hole"), kind: .hole, wall: wall.id, start: PlanPoint(1300, 600),
        end: PlanPoint(1300, 800), sill: 0, head: 2000, width: 200)
    ]
    let loss = scene(plan).wallLoss(from: Point3(0.7, 0.7, 1.2), to: Point3(1.9, 0.7, 1.2))
    #expect(loss == Decibels(0))
  }

  @Test("count an overlapping corner as one wall, and two leaves side by side as two")
  func joins() throws {
    func wall(_ id: String, _ outline: PlanPolygon) -> PlanWall {
      PlanWall(
        id: GlobalID(id), outline: [outline],
        layers: [MaterialLayer(material: "Brick", thickness: 0.1)], bottom: 0, top: 3000,
        thickness: 100)
    }
    var plan = twoRooms.storeyPlan()
    let brick = try curve([("brick", 0.1)])
    // An L of two walls that both fill the corner square; the ray goes through it diagonally.
    plan.walls = [
      wall("a", .rectangle(0, 0, 3000, 100)), wall("b", .rectangle(0, 0, 100, 3000)),
    ]
    let corner = scene(plan).wallLoss(from: Point3(-1, -0.99, 1), to: Point3(1, 1.01, 1))
    #expect(abs(corner.value - brick.loss(at: 45).value) < 1e-3)
    // A wall that another abuts is one wall where they meet.
    plan.walls = [
      wall("a", .rectangle(0, 0, 3000, 100)), wall("b", .rectangle(1000, 100, 1100, 3000)),
    ]
    let abutting = scene(plan).wallLoss(from: Point3(1.05, -1, 1), to: Point3(1.05, 1, 1))
    #expect(abs(abutting.value - brick.normal.value / 2) < 1e-9)  // it ends inside b
    // Two leaves, their long faces back to back.
    plan.walls = [
      wall("a", .rectangle(0, 0, 3000, 100)), wall("b", .rectangle(0, 100, 3000, 200)),
    ]
    let leaves = scene(plan).wallLoss(from: Point3(1.05, -1, 1), to: Point3(1.05, 1, 1))
    #expect(abs(leaves.value - 2 * brick.normal.value) < 1e-9)
    // The same wall twice.
    plan.walls = [
      wall("a", .rectangle(0, 0, 3000, 100)), wall("b", .rectangle(0, 0, 3000, 100)),
    ]
    let twice = scene(plan).wallLoss(from: Point3(1.05, -1, 1), to: Point3(1.05, 1, 1))
    #expect(abs(twice.value - brick.normal.value) < 1e-9)
  }

  @Test("name materials that are not understood, once each")
  func unknownMaterial() {
    let made = WallScene.make(
      plan: twoRooms.storeyPlan(wallMaterial: "Unobtainium 7"), materials: materials,
      channel: channel)
    #expect(made.findings.map(\.code) == ["radio.material.unknown"])
    #expect(made.findings[0].message.contains("“Unobtainium 7” of 41 elements"))
    // The default is not silently nothing: it is the careful concrete.
    let loss = made.scene.wallLoss(from: Point3(0.7, 0.71, 1.2), to: Point3(1.9, 0.71, 1.2))
    #expect(loss > Decibels(15))
  }

  @Test("say when a material is taken at another frequency than the channel's")
  func frequency() {
    // The table has brick up to 40 GHz.
    let made = WallScene.make(
      plan: twoRooms.storeyPlan(wallMaterial: "Brick"), materials: materials, channel: 59...60)
    #expect(made.findings.map(\.code) == ["radio.material.frequency"])
  }
}
