import Foundation
import SpatialCore
import Testing
import TwinModel

@Suite("What is above a room")
struct BuildingCeilingsTests {
  /// A room of 10 m × 6 m, 3 m high.
  private func look(
    heightMetres: Double = 3, turnDegrees: Double = 0, _ fill: (inout BoxModel) -> Void
  ) throws -> RoomCeiling {
    var model = BoxModel()
    model.turnDegrees = turnDegrees
    model.addRoom("A", 0, 0, 10, 6)
    model.storey.spaces[0].height = Metres(heightMetres)
    fill(&model)
    let plan = try StoreyPlanBuilder.plan(of: model.storey, in: model.building, number: 1)
    return try BuildingCeilings(model.building).ceiling(over: plan.rooms[0], in: plan)
  }

  @Test("is unknown without a slab, and flat under a level one")
  func flat() throws {
    #expect(try look { _ in } == RoomCeiling())
    let ceiling = try look {
      let mesh = $0.box(-1, -1, 11, 7, 3, 3.2)
      $0.add(.slab, "slab", mesh: mesh)
    }
    #expect(ceiling == RoomCeiling(slope: 0))
  }

  @Test("is not the slab below, one far above, or one over half of the floor")
  func others() throws {
    #expect(
      try look {
        let (floor, far, half) = (
          $0.box(-1, -1, 11, 7, -0.2, 0), $0.box(-1, -1, 11, 7, 6, 6.2), $0.box(0, 0, 5, 6, 3, 3.2)
        )
        $0.add(.slab, "floor", mesh: floor)
        $0.add(.slab, "far", mesh: far)
        $0.add(.slab, "half", mesh: half)
      }.slope == nil)
  }

  @Test(
    "hangs as far below the slab as a beam does, whichever way the building is turned",
    arguments: [
      0.0, 30, 45,
    ])
  func beams(_ turn: Double) throws {
    let ceiling = try look(turnDegrees: turn) {
      let (slab, beam, joist) = (
        $0.box(-1, -1, 11, 7, 3, 3.2), $0.box(4.9, -0.2, 5.1, 6.2, 2.55, 3),
        $0.box(1, 1, 1.2, 2, 2.9, 3.1)
      )
      $0.add(.slab, "slab", mesh: slab)
      $0.add(.beam, "b", mesh: beam)
      $0.add(.beam, "a", mesh: joist)
      let away = $0.box(20, 0, 20.2, 6, 2, 3)
      $0.add(.beam, "away", mesh: away)
      let sill = $0.box(4, 0, 4.2, 6, 0.1, 0.5)
      $0.add(.beam, "sill", mesh: sill)
    }
    #expect(ceiling.beams.map(\.id) == [GlobalID("a"), GlobalID("b")])
    #expect(ceiling.beams.map(\.drop) == [100, 450])
  }

  @Test("counts a beam from the slab where the room is drawn higher, to the floor above")
  func highRoom() throws {
    let ceiling = try look(heightMetres: 3.2) {
      let (slab, beam) = ($0.box(-1, -1, 11, 7, 3, 3.2), $0.box(4.9, 0, 5.1, 6, 2.55, 3.1))
      $0.add(.slab, "slab", mesh: slab)
      $0.add(.beam, "b", mesh: beam)
    }
    #expect(ceiling.beams.map(\.drop) == [450])
  }

  @Test("has the ridge of two slopes", arguments: [0.0, 90, 33])
  func ridge(_ turn: Double) throws {
    // 3 m at the eaves, 5 m at the ridge over the middle: atan(2/3) = 33.69°.
    var plan: StoreyPlan?
    let ceiling = try look(heightMetres: 5, turnDegrees: turn) { model in
      func gable(_ name: String, _ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double) {
        var mesh = model.box(-1, y0, 11, y1, 0, 0.2)
        for (index, z) in [z0, z0, z1, z1].enumerated() {
          mesh.vertices[index].z += z
          mesh.vertices[index + 4].z += z
        }
        model.add(.roof, name, mesh: mesh)
      }
      gable("south", 0, 3, 3, 5)
      gable("north", 3, 6, 5, 3)
      plan = try? StoreyPlanBuilder.plan(of: model.storey, in: model.building, number: 1)
    }
    let slope = try #require(ceiling.slope)
    #expect(abs(slope.value - 33.69) < 0.01)
    #expect(ceiling.ridges.count == 1)
    let ridge = try #require(ceiling.ridges.first)
    #expect(abs(ridge.slope.value - 33.69) < 0.01)
    let ends = [ridge.start, ridge.end].compactMap { plan?.local($0) }
    let model = BoxModel(turnDegrees: turn)
    for end in [model.place(0, 3), model.place(10, 3)] {
      // In steps of 0.1 m from the middle, so that an end may lack one.
      #expect(ends.contains { hypot($0.x - end.x, $0.y - end.y) < 0.11 })
    }
  }
}
