import RadioCoverage
import Testing
import TwinModel

@Suite("The way over roofs")
struct RoofPathTests {
  // A house from x = 40 to 60 m, 10 m high, between a mast at 0 and receivers at 100 m.
  private let house = OutdoorBlocker(
    id: "house", outline: MultiPolygon([.rectangle(40, -50, 60, 50)]), top: 10)

  private func path() throws -> RoofPath {
    RoofPath(blockers: [try #require(house)], frequency: 3.5)
  }

  @Test("is free space where no house stands between, and where the ray is far above the roof")
  func free() throws {
    let path = try path()
    #expect(path.edgeLoss(from: Point3(0, 0, 5), to: Point3(30, 0, 1.5)) == Decibels(0))
    #expect(path.edgeLoss(from: Point3(0, 0, 60), to: Point3(100, 0, 55)) == Decibels(0))
    let map = path.pathLoss(
      from: Point3(0, 0, 2),
      over: CellGrid(origin: Point2(9.5, -0.5), cell: 1, columns: 1, rows: 1),
      height: 2, isOpen: [true])
    // 10 m at 3.5 GHz.
    #expect(abs(map[0] - 63.33) < 0.01)
  }

  @Test("loses what the knife edges at both eaves lose")
  func edges() throws {
    let (start, end) = (Point3(0, 0, 5), Point3(100, 0, 1.5))
    let profile = try EdgeProfile(
      edges: [.init(distance: 40, height: 10), .init(distance: 60, height: 10)], length: 100,
      transmitter: 5, receiver: 1.5)
    let loss = try path().edgeLoss(from: start, to: end)
    #expect(abs(loss.value - profile.loss(frequency: 3.5, by: .deygout).value) < 1e-12)
    #expect(loss.value > 25)
    // The way back loses the same.
    #expect(abs(try path().edgeLoss(from: end, to: start).value - loss.value) < 1e-9)
  }

  @Test("leaves cells in houses empty, and refuses outlines that are none")
  func outlines() throws {
    let blocker = try #require(house)
    #expect(blocker.contains(Point2(50, 0)) && !blocker.contains(Point2(61, 0)))
    let map = try path().pathLoss(
      from: Point3(0, 0, 2),
      over: CellGrid(origin: Point2(9.5, -0.5), cell: 1, columns: 1, rows: 1),
      height: 2, isOpen: [false])
    #expect(map[0].isNaN)
    #expect(OutdoorBlocker(id: "", rings: [[Point2(0, 0), Point2(1, 0)]], top: 3) == nil)
    #expect(OutdoorBlocker(id: "", outline: MultiPolygon(), top: 3) == nil)
    #expect(
      OutdoorBlocker(id: "", outline: MultiPolygon([.rectangle(0, 0, 1, 1)]), top: Metres(.nan))
        == nil)
  }
}
