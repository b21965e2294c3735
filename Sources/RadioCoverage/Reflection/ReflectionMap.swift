import Foundation
public import TwinModel

/// Path loss from one transmitter to every cell by the straight ray and by rays that are reflected once
/// at a wall, once at the floor or ceiling, or once at each: the second engine beside ``MultiWallMap``.
///
/// Each ray is found by its image. Its power is (λ/4πd)²·Π|T|²·Π|R|² with d ≥ 1 m, the unfolded length,
/// and the angles at which it meets the walls; powers are added, so the map is the mean over the phases
/// (what a receiver sees on average within some wavelengths and over a channel). Antennas are vertical.
/// Ties at walls are those of ``WallScene``.
///
/// Along corridors the walls on both sides give an image each, and with floor and ceiling nine rays are
/// added: that is what guides a wave along them. Rays reflected at two walls in turn are added when asked
/// for.
///
/// Source: image method, e.g. ITU-R P.1411-12, annex 1, §4.2; slabs by ITU-R P.2040-4.
public struct ReflectionMap: Sendable {
  /// The cells.
  public let grid: CellGrid
  /// Height of the receivers above the local zero.
  public let receiverHeight: Metres
  /// Carrier.
  public let frequency: Gigahertz

  /// Creates a map over `grid` at `receiverHeight` (above the local zero).
  public init(grid: CellGrid, receiverHeight: Metres, frequency: Gigahertz) {
    self.grid = grid
    self.receiverHeight = receiverHeight
    self.frequency = frequency
  }

  /// Path losses (dB) from `transmitter`, one for each cell, row by row from the lowest y.
  ///
  /// A cell's loss is that of its mean power over `samples` × `samples` points; `wallReflections` is 1, or 2
  /// for rays reflected at two walls in turn too.
  ///
  /// - Complexity: O(cells · samples² · segments²) at worst; for a wing of 82 walls and 3,600 cells
  ///   some 0.3 s for each site.
  public func pathLoss(
    from transmitter: Point3, in scene: ReflectionScene, samples: Int = 2, wallReflections: Int = 1
  ) -> [Float] {
    precondition(samples > 0, "a cell has at least one point")
    precondition((1...2).contains(wallReflections), "one wall, or two in turn")
    let walls = scene.segments.map { ReflectingWall($0, scene.surfaces[$0.curve]) }
    let oneMetre = FreeSpace.lossDB(at: frequency)
    var power = [Double](repeating: 0, count: grid.count)
    for level in levels(transmitter, scene.slabs) {
      let source = Point3(transmitter.x, transmitter.y, level.z)
      let tracer = RayTracer(
        walls: walls, slabs: scene.slabs, source: source, receiverHeight: receiverHeight.value,
        isReflected: level.isReflected, wallReflections: wallReflections)
      for cell in 0..<grid.count {
        for sample in 0..<samples * samples {
          let end = point(cell, sample, samples)
          power[cell] += tracer.power(at: end)
        }
      }
    }
    let points = Double(samples * samples)
    return power.map { Float(oneMetre - 10 * log10($0 / points)) }
  }

  private func point(_ cell: Int, _ sample: Int, _ samples: Int) -> Point2 {
    let centre = grid.centre(column: cell % grid.columns, row: cell / grid.columns)
    func offset(_ index: Int) -> Double {
      ((Double(index) + 0.5) / Double(samples) - 0.5) * grid.cell.value
    }
    return Point2(centre.x + offset(sample % samples), centre.y + offset(sample / samples))
  }

  /// The transmitter's height and those of its images in floor and ceiling.
  private func levels(
    _ transmitter: Point3, _ slabs: ReflectionScene.Slabs?
  ) -> [(z: Double, isReflected: Bool)] {
    var levels = [(z: transmitter.z, isReflected: false)]
    guard let slabs else { return levels }
    let (floor, ceiling) = (slabs.floor.value, slabs.ceiling.value)
    guard (floor...ceiling).contains(transmitter.z),
      (floor...ceiling).contains(receiverHeight.value)
    else { return levels }
    levels.append((2 * floor - transmitter.z, true))
    levels.append((2 * ceiling - transmitter.z, true))
    return levels
  }
}

/// A wall with its normal, for rays.
struct ReflectingWall {
  let ax, ay, ex, ey, length, bottom, top: Double
  let surface: SurfacePower

  init(_ segment: WallSegment, _ surface: SurfacePower) {
    (ax, ay) = (segment.start.x, segment.start.y)
    (ex, ey) = (segment.end.x - segment.start.x, segment.end.y - segment.start.y)
    length = (ex * ex + ey * ey).squareRoot()
    (bottom, top) = (segment.bottom.value, segment.top.value)
    self.surface = surface
  }

  /// Twice the area of start, end and the point: which side it is on.
  func side(_ x: Double, _ y: Double) -> Double { ex * (y - ay) - ey * (x - ax) }

  /// The image of a point in the wall's line.
  func image(of point: Point2) -> Point2 {
    // The wall's normal is (−ey, ex); the side grows along it.
    let shift = -2 * side(point.x, point.y) / (length * length)
    return Point2(point.x - ey * shift, point.y + ex * shift)
  }

  /// Whether a point of the wall's line lies on the wall.
  func reaches(_ point: Point2) -> Bool {
    let along = ((point.x - ax) * ex + (point.y - ay) * ey) / (length * length)
    return along >= 0 && along < 1
  }
}
