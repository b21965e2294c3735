import TwinModel

extension RayTracer {
  /// Power of all rays to a receiver that are reflected at two walls in turn, as a share of what free
  /// space leaves after 1 m: between the walls of a corridor they guide a wave along it.
  func reflectedTwice(_ end: Point2) -> Double {
    var sum = 0.0
    let rise = receiverHeight - source.z
    for second in walls.indices {
      let wall = walls[second]
      let there = wall.side(end.x, end.y)
      for first in walls.indices where first != second {
        let here = wall.side(images[first].x, images[first].y)
        // The receiver and what it sees in the second wall are on one side of it.
        guard here * there > 0 else { continue }
        let image = wall.image(of: images[first])
        let part = here / (here + there)
        let last = Point2(
          image.x + (end.x - image.x) * part, image.y + (end.y - image.y) * part)
        guard wall.reaches(last) else { continue }
        let (dx, dy) = (end.x - image.x, end.y - image.y)
        let squared = dx * dx + dy * dy + rise * rise
        sum += power(
          over: (first, second), last, part: part, cosine: abs(here + there) / wall.length,
          distance: squared.squareRoot(), end)
      }
    }
    return sum
  }

  /// Power of one ray, whose point on the second wall is `last`, `part` of the way from its image; `cosine`
  /// is still times the distance.
  private func power(
    over pair: (Int, Int), _ last: Point2, part: Double, cosine: Double, distance: Double,
    _ end: Point2
  ) -> Double {
    let (first, second) = (walls[pair.0], walls[pair.1])
    let (here, there) = (sides[pair.0], first.side(last.x, last.y))
    guard here * there > 0 else { return 0 }
    let share = here / (here + there)
    let image = images[pair.0]
    let mirror = Point2(
      image.x + (last.x - image.x) * share, image.y + (last.y - image.y) * share)
    guard first.reaches(mirror) else { return 0 }
    let rise = receiverHeight - source.z
    let heights = (source.z + rise * part * share, source.z + rise * part)
    let folded = (fold(heights.0), fold(heights.1))
    guard folded.0 >= first.bottom, folded.0 < first.top, folded.1 >= second.bottom,
      folded.1 < second.top
    else { return 0 }
    var power = level(rise, distance) / max(distance * distance, 1)
    power *= second.surface.reflected(cosine: cosine / distance)
    power *= first.surface.reflected(
      cosine: abs(here + there) / first.length / (distance * part))
    let bends = (
      Point3(mirror.x, mirror.y, heights.0), Point3(last.x, last.y, heights.1)
    )
    power *= through(
      from: source, to: bends.0, distance: distance * part * share, except: (pair.0, pair.0))
    power *= through(
      from: bends.0, to: bends.1, distance: distance * part * (1 - share), except: pair)
    power *= through(
      from: bends.1, to: Point3(end.x, end.y, receiverHeight), distance: distance * (1 - part),
      except: (pair.1, pair.1))
    return power
  }
}
