import TwinModel

/// The rays from one source, or its image in a floor or ceiling, to single receivers.
struct RayTracer {
  let walls: [ReflectingWall]
  let slabs: ReflectionScene.Slabs?
  let source: Point3
  let receiverHeight: Double
  /// Whether the source is an image in floor or ceiling.
  let isReflected: Bool
  private let sides: [Double]

  init(
    walls: [ReflectingWall], slabs: ReflectionScene.Slabs?, source: Point3, receiverHeight: Double,
    isReflected: Bool
  ) {
    self.walls = walls
    self.slabs = slabs
    self.source = source
    self.receiverHeight = receiverHeight
    self.isReflected = isReflected
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
      from: source, to: Point3(end.x, end.y, receiverHeight), distance: distance, except: -1)
    sum += straight * level(rise, distance) / max(squared, 1)
    for index in walls.indices { sum += reflected(at: index, end) }
    return sum
  }

  private func reflected(at index: Int, _ end: Point2) -> Double {
    let wall = walls[index]
    let (here, there) = (sides[index], wall.side(end.x, end.y))
    // Both on one side; a point on the wall's line has no reflection in it.
    guard here * there > 0 else { return 0 }
    let part = here / (here + there)
    let shift = -2 * here / (wall.length * wall.length)
    // The wall's normal is (−ey, ex); the side grows along it.
    let image = Point2(source.x - wall.ey * shift, source.y + wall.ex * shift)
    let mirror = Point2(
      image.x + (end.x - image.x) * part, image.y + (end.y - image.y) * part)
    let along =
      ((mirror.x - wall.ax) * wall.ex + (mirror.y - wall.ay) * wall.ey)
      / (wall.length * wall.length)
    guard along >= 0, along < 1 else { return 0 }
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
    power *= through(from: source, to: bend, distance: distance * part, except: index)
    power *= through(
      from: bend, to: Point3(end.x, end.y, receiverHeight), distance: distance * (1 - part),
      except: index)
    return power
  }

  /// Share of the power that floor or ceiling throws back on the way.
  private func level(_ rise: Double, _ distance: Double) -> Double {
    guard isReflected, let slabs, distance > 0 else { return 1 }
    return slabs.surface.reflected(cosine: abs(rise) / distance)
  }

  /// The true height of a point of an unfolded ray.
  private func fold(_ z: Double) -> Double {
    guard isReflected, let slabs else { return z }
    if z < slabs.floor.value { return 2 * slabs.floor.value - z }
    if z > slabs.ceiling.value { return 2 * slabs.ceiling.value - z }
    return z
  }

  /// Share of the power that all walls between two points let through, but for one wall.
  private func through(
    from start: Point3, to end: Point3, distance: Double, except: Int
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var share = 1.0
    for (index, wall) in walls.enumerated() where index != except {
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
