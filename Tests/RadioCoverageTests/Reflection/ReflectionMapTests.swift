import Foundation
import RadioCoverage
import Testing
import TwinModel

@Suite("A map with reflections")
struct ReflectionMapTests {
  private static let channel: ClosedRange<Gigahertz> = 3.45...3.55
  private static let concrete = LayeredSlab([
    SlabLayer(
      material: RadioMaterial(
        name: "concrete", a: 5.24, b: 0, c: 0.0462, d: 0.7822, validity: 1...100), thickness: 0.2)
  ])
  private static let metal = LayeredSlab([
    SlabLayer(
      material: RadioMaterial(name: "metal", a: 1, b: 0, c: 1e7, d: 0, validity: 1...100),
      thickness: 0.01)
  ])

  private func loss(
    _ segments: [WallSegment], _ slab: LayeredSlab, from site: Point3, to end: Point2,
    wallReflections: Int = 1
  ) -> Double {
    let grid = CellGrid(origin: Point2(end.x - 0.5, end.y - 0.5), cell: 1, columns: 1, rows: 1)
    let map = ReflectionMap(grid: grid, receiverHeight: 1, frequency: 3.5)
    let surface = SurfacePower(slab: slab, channel: Self.channel, polarisation: .te)
    return Double(
      map.pathLoss(
        from: site, in: ReflectionScene(segments: segments, surfaces: [surface]), samples: 1,
        wallReflections: wallReflections)[0])
  }

  private func wall(_ a: Point2, _ b: Point2) -> WallSegment {
    WallSegment(start: a, end: b, bottom: 0, top: 3, curve: 0)
  }

  @Test("is free space where nothing stands")
  func empty() {
    let computed = loss([], Self.metal, from: Point3(0, 0, 1), to: Point2(8, 0))
    #expect(abs(computed - FreeSpace.loss(distance: 8, frequency: 3.5).value) < 1e-4)
  }

  // A mirror 3 m beside a link of 8 m: the image is 10 m away, so the sum of powers is
  // 1/8² + 1/10² of that at 1 m.
  @Test("adds the power of the mirror image in a metal wall")
  func mirror() {
    let computed = loss(
      [wall(Point2(-10, 3), Point2(20, 3))], Self.metal, from: Point3(0, 0, 1), to: Point2(8, 0))
    let expected =
      FreeSpace.loss(distance: 1, frequency: 3.5).value - 10 * log10(1 / 64.0 + 1 / 100.0)
    #expect(abs(computed - expected) < 0.01)
  }

  // A corridor of 6 m: images at ±6 m by one wall, at ±12 m by both in turn.
  @Test("adds the rays between the two walls of a corridor when asked to")
  func corridor() {
    let walls = [
      wall(Point2(-10, 3), Point2(20, 3)), wall(Point2(-10, -3), Point2(20, -3)),
    ]
    func expected(_ sum: Double) -> Double {
      FreeSpace.loss(distance: 1, frequency: 3.5).value - 10 * log10(sum)
    }
    let (site, end) = (Point3(0, 0, 1), Point2(8, 0))
    let once = loss(walls, Self.metal, from: site, to: end)
    #expect(abs(once - expected(1 / 64.0 + 2 / 100.0)) < 0.01)
    let twice = loss(walls, Self.metal, from: site, to: end, wallReflections: 2)
    #expect(abs(twice - expected(1 / 64.0 + 2 / 100.0 + 2 / 208.0)) < 0.02)
    // Where one wall ends before the ray meets it, half of the second images are gone.
    let short = [walls[0], wall(Point2(-10, -3), Point2(3, -3))]
    let part = loss(short, Self.metal, from: site, to: end, wallReflections: 2)
    #expect(part > twice + 0.1)
  }

  @Test("has no image in a wall that the reflected ray misses", arguments: [5.0, -1.0])
  func missed(start: Double) {
    let computed = loss(
      [wall(Point2(start, 3), Point2(start + 2, 3))], Self.metal, from: Point3(0, 0, 1),
      to: Point2(8, 0))
    #expect(abs(computed - FreeSpace.loss(distance: 8, frequency: 3.5).value) < 1e-4)
  }

  @Test("loses what a slab loses where the only ray goes through it")
  func transmission() {
    let computed = loss(
      [wall(Point2(4, -20), Point2(4, 20))], Self.concrete, from: Point3(0, 0, 1),
      to: Point2(8, 0))
    let through = Self.concrete.response(at: 3.5, incidence: 0, .te).transmissionLoss.value
    let free = FreeSpace.loss(distance: 8, frequency: 3.5).value
    // The channel's mean and the one frequency differ by the slab's resonance, less than 1 dB.
    #expect(abs(computed - free - through) < 1)
  }

  @Test("is the same with source and receiver changed over")
  func reciprocity() {
    let walls = [
      wall(Point2(-2, 3), Point2(9, 4)), wall(Point2(3, -5), Point2(4, 2)),
      wall(Point2(-2, -5), Point2(9, -4)),
    ]
    let there = loss(walls, Self.concrete, from: Point3(0, 0, 1), to: Point2(8, 0.5))
    let back = loss(walls, Self.concrete, from: Point3(8, 0.5, 1), to: Point2(0, 0))
    #expect(abs(there - back) < 1e-3)
  }
}
