import TwinModel

/// The rays from one source, or its image in a floor or ceiling, to single receivers.
struct RayTracer {
  let walls: [ReflectingWall]
  let slabs: ReflectionScene.Slabs?
  let source: Point3
  let receiverHeight: Double
  /// Whether the source is an image in floor or ceiling.
  let isReflected: Bool
  /// How many walls a ray may be reflected at: one, or two in turn.
  let wallReflections: Int
  let sides: [Double]
  /// The source's image in each wall.
  let images: [Point2]

  init(
    walls: [ReflectingWall], slabs: ReflectionScene.Slabs?, source: Point3, receiverHeight: Double,
    isReflected: Bool, wallReflections: Int = 1
  ) {
    self.walls = walls
    self.slabs = slabs
    self.source = source
    self.receiverHeight = receiverHeight
    self.isReflected = isReflected
    self.wallReflections = wallReflections
    images = walls.map { $0.image(of: source.plan) }
    sides = walls.map { $0.side(source.x, source.y) }
  }

  /// Power at a receiver, as a share of what free space leaves after 1 m.
  func power(at end: Point2) -> Double {
    let (dx, dy) = (end.x - source.x, end.y - source.y)
    let rise = receiverHeight - source.z
    let squared = dx * dx + dy * dy + rise * rise
    var sum = 0.0
    let distance = squared.squareRoot()
    let straight = through(
      from: source, to: Point3(end.x, end.y, receiverHeight), distance: distance, except: (-1, -1))
    sum += straight * level(rise, distance) / max(squared, 1)
    for index in walls.indices { sum += reflected(at: index, end) }
    if wallReflections > 1 { sum += reflectedTwice(end) }
    return sum
  }

  private func reflected(at index: Int, _ end: Point2) -> Double {
    let wall = walls[index]
    let (here, there) = (sides[index], wall.side(end.x, end.y))
    // Both on one side; a point on the wall's line has no reflection in it.
    guard here * there > 0 else { return 0 }
    let part = here / (here + there)
    let image = images[index]
    let mirror = Point2(
      image.x + (end.x - image.x) * part, image.y + (end.y - image.y) * part)
    guard wall.reaches(mirror) else { return 0 }
    let rise = receiverHeight - source.z
    let height = source.z + rise * part
    let folded = fold(height)
    guard folded >= wall.bottom, folded < wall.top else { return 0 }
    let (dx, dy) = (end.x - image.x, end.y - image.y)
    let squared = dx * dx + dy * dy + rise * rise
    let distance = squared.squareRoot()
    let cosine = abs(here + there) / wall.length / distance
    var power = wall.surface.reflected(cosine: cosine) * level(rise, distance) / max(squared, 1)
    let bend = Point3(mirror.x, mirror.y, height)
    power *= through(from: source, to: bend, distance: distance * part, except: (index, index))
    power *= through(
      from: bend, to: Point3(end.x, end.y, receiverHeight), distance: distance * (1 - part),
      except: (index, index))
    return power
  }

  /// Share of the power that floor or ceiling throws back on the way.
  func level(_ rise: Double, _ distance: Double) -> Double {
    guard isReflected, let slabs, distance > 0 else { return 1 }
    return slabs.surface.reflected(cosine: abs(rise) / distance)
  }

  /// The true height of a point of an unfolded ray.
  func fold(_ z: Double) -> Double {
    guard isReflected, let slabs else { return z }
    if z < slabs.floor.value { return 2 * slabs.floor.value - z }
    if z > slabs.ceiling.value { return 2 * slabs.ceiling.value - z }
    return z
  }

  /// Share of the power that all walls between two points let through, but for one or two.
  func through(
    from start: Point3, to end: Point3, distance: Double, except: (Int, Int)
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var share = 1.0
    for (index, wall) in walls.enumerated() where index != except.0 && index != except.1 {
      let (here, there) = (wall.side(start.x, start.y), wall.side(end.x, end.y))
      if (here > 0) == (there > 0) { continue }
      let (ax, ay) = (wall.ax - start.x, wall.ay - start.y)
      let first = dx * ay - dy * ax
      if (first > 0) == (first + dx * wall.ey - dy * wall.ex > 0) { continue }
      let height = fold(start.z + here / (here - there) * (end.z - start.z))
      if height < wall.bottom || height >= wall.top { continue }
      let cosine = distance > 0 ? abs(here - there) / wall.length / distance : 1
      share *= wall.surface.through(cosine: cosine)
    }
    return share
  }
}
