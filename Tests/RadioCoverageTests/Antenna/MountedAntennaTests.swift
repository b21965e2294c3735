import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("An antenna that points somewhere")
struct MountedAntennaTests {
  let sector: AntennaPattern

  init() throws {
    sector = try #require(AntennaPattern.all(seeds: SeedFolder(path: Checkout.seeds))["sector"])
  }

  // 12·(32.5/65)² = 3 dB at half the beamwidth, either way; 6 dB at both; 30 dB behind.
  @Test("loses 3 dB at half its beamwidth and 30 dB behind, of 8 dBi")
  func pattern() {
    #expect(sector.gain(zenith: 90, azimuth: 0).value == 8)
    #expect(sector.gain(zenith: 90, azimuth: 32.5).value == 5)
    #expect(sector.gain(zenith: 122.5, azimuth: -32.5).value == 2)
    #expect(sector.gain(zenith: 90, azimuth: 180).value == -22)
    #expect(sector.gain(zenith: 0, azimuth: 180).value == -22)
  }

  @Test("turns clockwise from north, and down")
  func mounting() {
    let place = Point3(0, 0, 10)
    func gain(_ azimuth: Degrees, _ tilt: Degrees, _ x: Double, _ y: Double, _ z: Double) -> Double
    {
      MountedAntenna(pattern: sector, azimuth: azimuth, tilt: tilt)
        .gain(from: place, to: Point3(x, y, z)).value
    }
    #expect(abs(gain(0, 0, 0, 5, 10) - 8) < 1e-9)
    #expect(abs(gain(90, 0, 5, 0, 10) - 8) < 1e-9)
    // 90° aside: 12·(90/65)² = 23.0 dB.
    #expect(abs(gain(0, 0, 5, 0, 10) - (8 - 12 * 90.0 * 90 / (65 * 65))) < 1e-9)
    // 45° down, to the east.
    #expect(abs(gain(90, 45, 10, 0, 0) - 8) < 1e-9)
    #expect(abs(gain(90, 0, 10, 0, 0) - (8 - 12 * 45.0 * 45 / (65 * 65))) < 1e-9)
    #expect(gain(90, 45, 0, 0, 10) == 8)
  }

  @Test("has a gain for each cell of a map")
  func map() {
    let map = MultiWallMap(
      grid: CellGrid(origin: Point2(4.5, -0.5), cell: 1, columns: 2, rows: 1), receiverHeight: 10,
      frequency: 3.5)
    let antenna = MountedAntenna(pattern: sector, azimuth: 90, tilt: 0)
    #expect(map.gains(of: antenna, at: Point3(0, 0, 10)).allSatisfy { abs($0 - 8) < 1e-5 })
  }
}
