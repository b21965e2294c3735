import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

// Sionna RT 2.2.0, depth 6, 10⁶ rays for each transmitter, 3.75 GHz, isotropic vertical antennas; cells
// that no ray reached are empty. The scene's wall losses tell its four materials apart; thicknesses
// and the concrete floor and ceiling (0.25 m) are those the scene was made with.
@Suite(
  "The maps of a school wing against a ray tracer",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct RadioSionnaTests {
  private static let grid = CellGrid(origin: Point2(0, 0), cell: 0.5, columns: 120, rows: 30)
  private static let sites = [10.0, 30.0, 50.0].map { Point3($0, 7.5, 2.8) }

  private func numbers(_ name: String) throws -> [[Double?]] {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/radio")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      .split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
      }
  }

  /// Mean and standard deviation of ours minus theirs, by link and for the best server.
  private func compare(
    _ maps: [[Float]]
  ) throws -> (mean: Double, deviation: Double, best: Double, cells: Int) {
    let theirs = try numbers("sionna_wing_radiomap_c0.5_d6.csv").map { $0[5].map { -$0 } }
    let ours = maps.flatMap { $0.map(Double.init) }
    try #require(theirs.count == ours.count)
    let differences = zip(ours, theirs).compactMap { mine, other in other.map { mine - $0 } }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let count = Self.grid.count
    let best = try (0..<count).map { cell in
      let rays = (0..<3).compactMap { theirs[$0 * count + cell] }
      let mine = (0..<3).map { ours[$0 * count + cell] }
      return try #require(mine.min()) - #require(rays.min())
    }
    return (
      mean, (squares / Double(differences.count)).squareRoot(),
      best.reduce(0, +) / Double(count), differences.count
    )
  }

  @Test("multi-wall within 1.3 dB in the mean, 3.5 dB of deviation, 1 dB for the best server")
  func multiWall() throws {
    let walls = try numbers("scene_wing_walls.csv").map { $0.compactMap(\.self) }
    let scene = WallScene(
      segments: walls.indices.map { segment(walls[$0], curve: $0) },
      curves: walls.map { LossCurve(constant: Decibels($0[6])) })
    let map = MultiWallMap(grid: Self.grid, receiverHeight: 1.2, frequency: 3.75)
    let found = try compare(Self.sites.map { map.pathLoss(from: $0, through: [scene]) })
    #expect(found.cells == 10_643)
    #expect(abs(found.mean) <= 1.3, "\(found)")
    #expect(found.deviation <= 3.5, "\(found)")
    #expect(abs(found.best) <= 1, "\(found)")
  }

  @Test("with reflections within 1.3 dB in the mean and 2.5 dB of deviation")
  func reflections() throws {
    let catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds))
    let channel: ClosedRange<Gigahertz> = 3.7...3.8
    func surface(
      _ name: String, _ thickness: Metres, _ polarisation: LayeredSlab.Polarisation = .te
    ) throws -> SurfacePower {
      let layer = SlabLayer(material: try catalogue.material(named: name), thickness: thickness)
      return SurfacePower(
        slab: LayeredSlab([layer]), channel: channel, polarisation: polarisation)
    }
    let walls = try numbers("scene_wing_walls.csv").map { $0.compactMap(\.self) }
    let scene = ReflectionScene(
      segments: walls.map { wall in
        segment(wall, curve: wall[6] < 1.2 ? 0 : wall[6] < 2 ? 1 : wall[6] < 10 ? 2 : 3)
      },
      surfaces: try [
        surface("plasterboard", 0.025), surface("wood", 0.04), surface("brick", 0.115),
        surface("concrete", 0.2),
      ],
      slabs: ReflectionScene.Slabs(
        floor: 0, ceiling: 3, surface: try surface("concrete", 0.25, .tm)))
    let map = ReflectionMap(grid: Self.grid, receiverHeight: 1.2, frequency: 3.75)
    let found = try compare(Self.sites.map { map.pathLoss(from: $0, in: scene) })
    #expect(found.cells == 10_643)
    #expect(abs(found.mean) <= 1.3, "\(found)")
    #expect(found.deviation <= 2.5, "\(found)")
    #expect(abs(found.best) <= 1, "\(found)")
  }

  private func segment(_ wall: [Double], curve: Int) -> WallSegment {
    WallSegment(
      start: Point2(wall[0], wall[1]), end: Point2(wall[2], wall[3]), bottom: Metres(wall[4]),
      top: Metres(wall[5]), curve: curve)
  }
}
