import SensorPlacement
import Testing
import TwinModel

@Suite("Odd outlines")
struct OddRoomsTests {
  private func placed(
    _ corners: [(Double, Double)], holes: [[(Double, Double)]] = [], use: String? = "classroom"
  ) throws -> Placed {
    func ring(_ corners: [(Double, Double)]) -> [PlanPoint] {
      corners.map { PlanPoint(Int64(($0.0 * 1000).rounded()), Int64(($0.1 * 1000).rounded())) }
    }
    var plan = StoreyPlan(
      storey: GlobalID("storey"), building: GlobalID("building"), name: "1", number: 1,
      elevation: 3.6, height: 4)
    plan.rooms = [
      PlanRoom(
        id: GlobalID("room-A"), name: "A",
        outline: [PlanPolygon(outer: ring(corners), holes: holes.map(ring))], floor: 100,
        height: 3)
    ]
    return try Placed(plan, uses: use.map { [GlobalID("room-A"): $0] } ?? [:])
  }

  @Test("of no area, or of no room's size, are findings and no detectors")
  func refused() throws {
    let bowTie = try placed([(0, 0), (10, 10), (10, 0), (0, 10)])
    #expect(bowTie.codes.contains("sensors.room.outline"))
    #expect(bowTie.output.devices.isEmpty)
    let ground = try placed([(0, 0), (500, 0), (500, 300), (0, 300)])
    #expect(ground.codes.contains("sensors.room.size"))
    #expect(ground.output.devices.isEmpty)
    #expect(ground.value("storey.smoke_placement_proven") == .flag(false))
  }

  @Test("with repeated corners or a spike are served like the room they are")
  func repeated() throws {
    let room = try placed([(0, 0), (0, 0), (10, 0), (10, 6), (5, 6), (5, 6), (0, 6)])
    #expect(room.places(in: "A") == [Point2(5, 3)])
    #expect(room.output.devices.first?.position?.z == 3.6 + 0.1 + 3)
  }

  @Test("running clockwise are served like the others")
  func clockwise() throws {
    let room = try placed([(0, 0), (0, 6), (10, 6), (10, 0)])
    #expect(room.places(in: "A") == [Point2(5, 3)])
  }

  @Test("that are turned need no more than in line with the axes")
  func turned() throws {
    // 12 m × 9 m (S = 108 m², N = 2), turned by atan(3/4): 0.8 and 0.6 keep whole millimetres.
    func turn(_ x: Double, _ y: Double) -> (Double, Double) {
      (0.8 * x - 0.6 * y + 10, 0.6 * x + 0.8 * y)
    }
    let room = try placed([turn(0, 0), turn(12, 0), turn(12, 9), turn(0, 9)])
    #expect(room.places(in: "A").count == 2)
    #expect(room.value("storey.smoke_placement_proven") == .flag(true))
    // A corridor of 30.1 m needs a third; its middle line is turned too.
    let corridor = try placed(
      [turn(0, 0), turn(30.1, 0), turn(30.1, 2), turn(0, 2)], use: "corridor")
    let middle = turn(15.05, 1)
    let places = corridor.places(in: "A")
    #expect(places.count == 3)
    #expect(abs(places[1].x - middle.0) < 0.002 && abs(places[1].y - middle.1) < 0.002)
  }

  @Test("of a corridor round a court need a detector for every 15 m of it, ends in sight")
  func ring() throws {
    // Outer 40 m × 30 m, 2.4 m wide: the middle line is 2 · (37.6 + 27.6) = 130.4 m long, so that
    // 9 are needed at least (130.4 / 15.2, the reach being a little more at the middle line).
    let court = try placed(
      [(0, 0), (40, 0), (40, 30), (0, 30)],
      holes: [[(2.4, 2.4), (2.4, 27.6), (37.6, 27.6), (37.6, 2.4)]], use: "corridor")
    #expect((9...12).contains(court.places(in: "A").count))
    #expect(!court.codes.contains("sensors.room.blind"))
    // All in the corridor, half a metre off its walls.
    for place in court.places(in: "A") {
      let toOuter = min(place.x, 40 - place.x, place.y, 30 - place.y)
      #expect(toOuter >= 0.5 && toOuter <= 1.9)
    }
  }

  @Test("a tenth of a metre wide get one in the middle and a finding")
  func sliver() throws {
    let sliver = try placed([(0, 0), (10, 0), (10, 0.1), (0, 0.1)], use: nil)
    #expect(sliver.places(in: "A") == [Point2(5, 0.05)])
    #expect(sliver.codes.contains("sensors.room.narrow"))
  }
}
