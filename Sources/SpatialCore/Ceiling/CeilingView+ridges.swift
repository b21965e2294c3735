import TwinModel

extension CeilingView {
  /// A plane of the ceiling: height = zero + rise · (point − corner of the box).
  private struct Plane: Hashable {
    let rise: Point2
    let zero: Double
    let slope: Double
  }

  /// Steps along a ridge, and how far beside it its two sides are looked for (m).
  private static let step = 0.1
  /// Flatter slopes (degrees) make no ridge.
  private static let leastSlope = 1.0

  /// The lines where two planes that were hit meet with both of them falling away, cut to the longest
  /// piece that is the ceiling of the room; shorter than half a metre is none.
  func ridges(_ hits: [(point: Point2, hit: UndersideProbe.Hit)]) -> [CeilingRidge] {
    let planes = planes(hits)
    var result: [CeilingRidge] = []
    for (index, a) in planes.enumerated() {
      for b in planes.dropFirst(index + 1) where a.rise.x * b.rise.x + a.rise.y * b.rise.y < 0 {
        if let ridge = ridge(a, b) { result.append(ridge) }
      }
    }
    return result
  }

  /// The planes that at least two points hit, in order of the hits; equal ones once.
  private func planes(_ hits: [(point: Point2, hit: UndersideProbe.Hit)]) -> [Plane] {
    var found: [(plane: Plane, count: Int)] = []
    for (point, hit) in hits where hit.slope > Self.leastSlope {
      let zero =
        hit.height - hit.rise.x * (point.x - box.min.x) - hit.rise.y * (point.y - box.min.y)
      let known = found.firstIndex {
        abs($0.plane.rise.x - hit.rise.x) < 1e-3 && abs($0.plane.rise.y - hit.rise.y) < 1e-3
          && abs($0.plane.zero - zero) < 0.02
      }
      if let known {
        found[known].count += 1
      } else {
        found.append((Plane(rise: hit.rise, zero: zero, slope: hit.slope), 1))
      }
    }
    return found.filter { $0.count > 1 }.map(\.plane)
  }

  private func ridge(_ a: Plane, _ b: Plane) -> CeilingRidge? {
    let across = Point2(a.rise.x - b.rise.x, a.rise.y - b.rise.y)
    let square = across.x * across.x + across.y * across.y
    let length = square.squareRoot()
    let share = (b.zero - a.zero) / square
    let (middleX, middleY) = ((box.max.x - box.min.x) / 2, (box.max.y - box.min.y) / 2)
    let unit = Point2(across.x / length, across.y / length)
    // The point of the line nearest to the middle of the room.
    let away = share * length - (middleX * unit.x + middleY * unit.y)
    let start = Point2(box.min.x + middleX + away * unit.x, box.min.y + middleY + away * unit.y)
    let reach = Int(((middleX * middleX + middleY * middleY).squareRoot() / Self.step).rounded(.up))
    var (longest, run) = ([Point2](), [Point2]())
    for number in -reach...reach {
      let along = Double(number) * Self.step
      let point = Point2(start.x - along * unit.y, start.y + along * unit.x)
      if isCeiling(a, b, at: point, across: unit) { run.append(point) } else { run = [] }
      if run.count > longest.count { longest = run }
    }
    guard let first = longest.first, let last = longest.last, longest.count > 5 else { return nil }
    let slope = (min(a.slope, b.slope) * 100).rounded() / 100
    return CeilingRidge(
      start: frame.plan(first), end: frame.plan(last), slope: Degrees(slope))
  }

  /// Whether the floor is below a point of the line, and the two planes are the ceiling beside it.
  private func isCeiling(_ a: Plane, _ b: Plane, at point: Point2, across unit: Point2) -> Bool {
    guard room.outline.contains(where: { $0.contains(frame.plan(point)) }) else { return false }
    // Plane a rises along `across` towards the line, so that it lies on the side that is left behind.
    return [(a, -Self.step), (b, Self.step)].allSatisfy { plane, aside in
      let beside = Point2(point.x + aside * unit.x, point.y + aside * unit.y)
      let height =
        plane.zero + plane.rise.x * (beside.x - box.min.x) + plane.rise.y * (beside.y - box.min.y)
      return cover(at: beside).map { abs($0.height - height) < 0.02 } ?? false
    }
  }
}
