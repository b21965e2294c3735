import Foundation
import RadioCoverage
import Testing
import TwinModel

@Suite("The maps of one building")
struct BuildingMapTests {
  // One cell at (5.5, 0.5); a site at (0.5, 0.5) on each storey, 1 m above the receivers; at
  // 1 GHz free space over 1 m is 32.45 dB.
  private func storey(_ number: Int, loss: Double) -> BuildingMap.Storey {
    let level = 3.0 * Double(number)
    return BuildingMap.Storey(
      scene: wall(number, loss: loss),
      map: MultiWallMap(
        grid: CellGrid(origin: Point2(5, 0), cell: 1, columns: 1, rows: 1),
        receiverHeight: Metres(level + 1), frequency: 1),
      sites: [Point3(0.5, 0.5, level + 2)])
  }

  /// A wall across the way at x = 3, as high as its storey.
  private func wall(_ number: Int, loss: Double) -> WallScene {
    let level = 3.0 * Double(number)
    return WallScene(
      segments: [
        WallSegment(
          start: Point2(3, -5), end: Point2(3, 5), bottom: Metres(level), top: Metres(level + 3),
          curve: 0)
      ], curves: [LossCurve(constant: Decibels(loss))])
  }

  private func freeSpace(squared: Double) -> Double {
    32.44778 + 10 * log10(squared)
  }

  private func building(_ losses: [Double]) -> BuildingMap {
    BuildingMap(
      storeys: losses.enumerated().map { storey($0, loss: $1) },
      floor: LossCurve(constant: Decibels(20)))
  }

  @Test("meets the walls and floors on the way, and no others")
  func links() {
    let maps = building([5, 7, 11]).pathLoss
    #expect(maps.map(\.count) == [3, 3, 3])
    // Same storey: 25 + 1 m², one wall of its own.
    #expect(abs(Double(maps[1][1][0]) - freeSpace(squared: 26) - 7) < 1e-3)
    // From storey 2 (8 m) to storey 0 (1 m): half way up at x = 3 the ray is at 4.5 m, on storey 1.
    #expect(abs(Double(maps[0][2][0]) - freeSpace(squared: 25 + 49) - 7 - 40) < 1e-3)
    // From storey 0 (2 m) to storey 1 (4 m): at the wall 3 m, where storey 1 begins.
    #expect(abs(Double(maps[1][0][0]) - freeSpace(squared: 25 + 4) - 7 - 20) < 1e-3)
  }

  @Test("computes anew only what meets a changed storey, and then what a new building has")
  func edit() {
    var edited = building([5, 7, 11])
    // Storey 2 is met by the five links that begin or end there.
    #expect(edited.replaceWalls(of: 2, by: wall(2, loss: 13)) == 5)
    #expect(edited.pathLoss == building([5, 7, 13]).pathLoss)
    // All but the links within the lowest and within the highest storey meet the middle one.
    #expect(edited.replaceWalls(of: 1, by: wall(1, loss: 3)) == 7)
    #expect(edited.pathLoss == building([5, 3, 13]).pathLoss)
  }

  @Test("has no map where none is asked for")
  func unmapped() {
    var storey = storey(0, loss: 5)
    storey.map = nil
    #expect(
      BuildingMap(storeys: [storey], floor: LossCurve(constant: Decibels(20))).pathLoss == [[]])
  }
}
