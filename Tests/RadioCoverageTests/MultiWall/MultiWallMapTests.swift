import RadioCoverage
import Testing
import TwinModel

@Suite("A multi-wall map")
struct MultiWallMapTests {
  private func randomScene(_ seed: UInt64) -> WallScene {
    var random = SeededRandom(seed, stream: "walls")
    let curves = [
      LossCurve(constant: Decibels(7.25)),
      LossCurve(
        slab: LayeredSlab([
          SlabLayer(
            material: RadioMaterial(
              name: "concrete", a: 5.24, b: 0, c: 0.0462, d: 0.7822, validity: 1...100),
            thickness: 0.2)
        ]), channel: 3.45...3.55,
        limits: LossCurve.Limits(greatestLoss: Decibels(40), greatestAngle: 75)),
    ]
    let segments = (0..<60).map { index in
      // Half of the ends stand on a raster, so that rays through corners do happen.
      let raster = index.isMultiple(of: 2) ? 1.0 : 0.0
      func place(_ size: Double) -> Double {
        let value = random.unit() * size
        return raster > 0 ? value.rounded() : value
      }
      let low = random.unit() * 2
      return WallSegment(
        start: Point2(place(20), place(12)), end: Point2(place(20), place(12)),
        bottom: Metres(index % 3 == 0 ? low : 0), top: Metres(index % 5 == 0 ? low + 0.7 : 3),
        curve: index % 2, share: index % 4 == 0 ? 0.5 : 1)
    }
    return WallScene(segments: segments, curves: curves)
  }

  @Test("by shadow intervals is the same as ray by ray", arguments: [1, 2, 3] as [UInt64])
  func intervals(seed: UInt64) {
    let scene = randomScene(seed)
    let grid = CellGrid(origin: Point2(0.25, 0), cell: 0.5, columns: 39, rows: 24)
    let map = MultiWallMap(grid: grid, receiverHeight: 1.2, frequency: 3.5)
    for site in [Point3(10, 6, 2.8), Point3(3.3, 11.1, 0.4), Point3(-5, 4, 1.2)] {
      let losses = map.pathLoss(from: site, through: [scene])
      var worst = 0.0
      for row in 0..<grid.rows {
        for column in 0..<grid.columns {
          let centre = grid.centre(column: column, row: row)
          let end = Point3(centre.x, centre.y, 1.2)
          let (dx, dy, dz) = (end.x - site.x, end.y - site.y, end.z - site.z)
          let distance = Metres((dx * dx + dy * dy + dz * dz).squareRoot())
          let expected =
            FreeSpace.loss(distance: distance, frequency: 3.5)
            + scene.wallLoss(from: site, to: end)
          worst = max(worst, abs(expected.value - Double(losses[row * grid.columns + column])))
        }
      }
      // Float32 of some hundred dB.
      #expect(worst < 1e-4)
    }
  }

  @Test("counts one floor for each storey between, at the angle from the vertical")
  func floors() {
    let grid = CellGrid(origin: Point2(-0.5, -0.5), cell: 1, columns: 1, rows: 1)
    let map = MultiWallMap(grid: grid, receiverHeight: 1.2, frequency: 3.5)
    let floors = MultiWallMap.Floors(count: 2, curve: LossCurve(constant: Decibels(18)))
    let site = Point3(0, 0, 9.2)
    let open = map.pathLoss(from: site, through: [])
    // 8 m of free space at 3.5 GHz: 20·log(4π·8·3.5e9/c) = 61.39 dB.
    #expect(abs(open[0] - 61.39) < 0.01)
    #expect(map.pathLoss(from: site, through: [], floors: floors)[0] == open[0] + 36)
  }

  @Test("holds the distance at 1 m or more, also right at the site")
  func near() {
    let grid = CellGrid(origin: Point2(-0.5, -0.5), cell: 1, columns: 1, rows: 1)
    let map = MultiWallMap(grid: grid, receiverHeight: 1.2, frequency: 3.5)
    let loss = map.pathLoss(from: Point3(0, 0, 1.2), through: [randomScene(1)])
    #expect(abs(Double(loss[0]) - FreeSpace.loss(distance: 1, frequency: 3.5).value) < 1e-4)
  }
}
