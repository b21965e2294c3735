import SpatialCore
import Testing
import TwinModel

@Suite("The storey plans of a campus")
struct StoreyPlansTests {
  func storey(_ elevation: Double, withRoom: Bool = true) -> Storey {
    var model = BoxModel()
    model.storey = Storey(id: GlobalID("S\(elevation)"), name: "", elevation: Metres(elevation))
    if withRoom { model.addRoom("r", 0, 0, 4, 4) }
    return model.storey
  }

  func campus(_ storeys: [Storey]) throws -> Campus {
    Campus(
      id: try CampusID("test"), name: "", kind: .existing, stages: [.primary],
      buildings: [Building(id: GlobalID("B"), name: "", storeys: storeys)])
  }

  @Test("are numbered from the ground, basements downwards")
  func numbers() throws {
    let plans = StoreyPlanBuilder.plans(
      of: try campus([-7.2, -3.6, 0, 3.6, 7.2].map { storey($0) })
    ).plans
    #expect(plans.map(\.number) == [-2, -1, 1, 2, 3])
  }

  @Test("do not take a terrain level for the ground storey, but count a roof")
  func terrainAndRoof() throws {
    let plans = StoreyPlanBuilder.plans(
      of: try campus([
        storey(-0.45, withRoom: false), storey(0), storey(3.6), storey(7.2, withRoom: false),
      ])
    ).plans
    #expect(plans.map(\.number) == [-1, 1, 2, 3])
  }

  @Test(
    "start at 1 with the lowest storey when none lies near the local zero", arguments: [25, -40])
  func farFromZero(_ base: Double) throws {
    let plans = StoreyPlanBuilder.plans(of: try campus([storey(base), storey(base + 3.6)])).plans
    #expect(plans.map(\.number) == [1, 2])
  }

  @Test("outlive a storey that cannot be drawn")
  func oneFails() throws {
    let result = StoreyPlanBuilder.plans(of: try campus([storey(0), storey(.nan), storey(7)]))
    #expect(result.plans.map(\.rooms.count) == [1, 0, 1])
    #expect(result.findings.map(\.code) == ["plan.storey.failed"])
    #expect(result.findings[0].severity == .error)
  }

  @Test(
    "take the thickness of a wall and the width of a door from their outlines when what is declared is nonsense",
    arguments: [1e30, .infinity, .nan, -1, 0])
  func nonsense(_ metres: Double) throws {
    var model = BoxModel()
    model.addRoom("a", 0, 0, 4, 4)
    model.addWall(
      "wall", 0, -0.2, 4, 0,
      layers: [MaterialLayer(material: "brick", thickness: Metres(metres))])
    model.add(.door, "door", mesh: model.box(1, -0.2, 1.9, 0, 0, 2), widthMetres: metres)
    let plan = try #require(StoreyPlanBuilder.plans(of: try campus([model.storey])).plans.first)
    #expect(plan.walls.map(\.thickness) == [200])
    #expect(plan.openings.map { [$0.start.x, $0.end.x, $0.width] } == [[1000, 1900, 900]])
  }

  @Test("leave out what lies on another continent or nowhere, and say so")
  func strays() throws {
    var model = BoxModel()
    model.addRoom("a", 0, 0, 4, 4)
    model.addRoom("b", 4, 0, 8, 4)
    model.add(.column, "stray", mesh: model.box(2_494_000, 0, 2_494_001, 1, 0, 3))
    model.add(.furniture, "nowhere", mesh: model.box(.nan, 0, 1, 1, 0, 1))
    model.addWall("tall", 0, 0, 1, 1, heightMetres: .infinity)
    model.add(.wall, "bodiless", mesh: nil)
    model.add(.door, "placeless", mesh: nil, widthMetres: 1)
    let result = StoreyPlanBuilder.plans(of: try campus([model.storey]))
    #expect(result.plans[0].obstacles.isEmpty)
    #expect(result.plans[0].walls.isEmpty)
    #expect(result.plans[0].origin == Point2(0, 0))
    #expect(
      result.findings.map { "\($0.code) \($0.subject)" } == [
        "plan.element.misplaced nowhere", "plan.element.misplaced stray",
        "plan.element.misplaced tall", "plan.wall.without_body bodiless",
        "plan.opening.without_place placeless",
      ])
  }

  @Test("show a façade of two storeys on both, but a parapet only where it stands")
  func tallWalls() throws {
    var ground = BoxModel()
    ground.addRoom("a", 0, 0, 4, 4)
    ground.addWall("façade", 0, -0.2, 4, 0, heightMetres: 7)
    ground.addWall("upstand", 0, 4, 4, 4.2, heightMetres: 4)
    var upper = BoxModel()
    upper.storey = Storey(id: GlobalID("S2"), name: "2F", elevation: 3.6)
    upper.addRoom("b", 0, 0, 4, 4)
    let plans = StoreyPlanBuilder.plans(of: try campus([ground.storey, upper.storey])).plans
    #expect(plans.map { $0.walls.map(\.id.value) } == [["façade", "upstand"], ["façade"]])
    #expect(plans[1].walls[0].bottom == -3600)
    #expect(plans[1].walls[0].top == 3400)
  }

  @Test("are the same for the same campus, byte for byte")
  func deterministic() throws {
    let campus = try campus([0, 3.6, 7.2].map { storey($0) })
    #expect(StoreyPlanBuilder.plans(of: campus) == StoreyPlanBuilder.plans(of: campus))
  }
}
