import RadioCoverage
import Testing
import TwinModel

@Suite("A ray through a corner")
struct TieTests {
  private func scene(_ walls: [(Point2, Point2, Double)]) -> WallScene {
    WallScene(
      segments: walls.indices.map {
        WallSegment(start: walls[$0].0, end: walls[$0].1, bottom: 0, top: 3, curve: $0)
      }, curves: walls.map { LossCurve(constant: Decibels($0.2)) })
  }

  private let site = Point3(0, 0, 1)

  @Test("where two walls go on past each other meets exactly one, whichever way they are drawn")
  func joint() {
    let (left, joint, right) = (Point2(-3, 2), Point2(0, 2), Point2(4, 2))
    for first in [(left, joint, 5.0), (joint, left, 5.0)] {
      for second in [(joint, right, 9.0), (right, joint, 9.0)] {
        let loss = scene([first, second]).wallLoss(from: site, to: Point3(0, 4, 1)).value
        #expect(loss == 5 || loss == 9)
      }
    }
  }

  @Test("of an abutting wall meets the one that goes through")
  func abutment() {
    let through = (Point2(-3, 2), Point2(4, 2), 9.0)
    let abutting = (Point2(0, 2), Point2(1, 5), 0.5)
    let loss = scene([through, abutting]).wallLoss(from: site, to: Point3(0, 4, 1)).value
    #expect(loss == 9 || loss == 9.5)
  }

  @Test("that it only touches meets none or both")
  func touch() {
    let corner = Point2(0, 2)
    let loss = scene([(corner, Point2(2, 1), 5), (corner, Point2(2, 3), 9)])
      .wallLoss(from: site, to: Point3(0, 4, 1)).value
    #expect(loss == 0 || loss == 14)
  }

  @Test("gives the same in a map as alone, for cells, walls and site in one raster")
  func raster() {
    let walls = (0..<6).flatMap { index -> [(Point2, Point2, Double)] in
      let x = Double(index)
      return [
        (Point2(x, 0), Point2(x + 1, 0), 1), (Point2(x, 0), Point2(x, 3), 3),
        (Point2(x, 3), Point2(x + 1, 2), 7),
      ]
    }
    let scene = scene(walls)
    let grid = CellGrid(origin: Point2(-1.5, -2.5), cell: 1, columns: 9, rows: 8)
    let map = MultiWallMap(grid: grid, receiverHeight: 1, frequency: 3.5)
    let bare = map.pathLoss(from: Point3(3, -1, 1), through: [])
    let losses = map.pathLoss(from: Point3(3, -1, 1), through: [scene])
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let centre = grid.centre(column: column, row: row)
        let alone = scene.wallLoss(from: Point3(3, -1, 1), to: Point3(centre.x, centre.y, 1))
        let place = row * grid.columns + column
        #expect(abs(Double(losses[place] - bare[place]) - alone.value) < 1e-4)
      }
    }
  }
}
