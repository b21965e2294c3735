import TwinModel

/// Which walls of a plan face which rooms, and how much of them.
///
/// A stretch of a room's outline belongs to the nearest wall face that runs along it, at most 0.3 m
/// outside of it or 0.2 m inside (rooms drawn to the middle of walls).
struct WallsAroundRooms {
  private let plan: StoreyPlan
  private let faces: [Face]
  private let index: BoxIndex
  private var openings: [GlobalID: [PlanOpening]] = [:]

  /// An edge of a wall's outline, in plan millimetres, with the wall on its left.
  private struct Face {
    var wall: Int
    var start: Point2
    var end: Point2
  }

  private static let outside = 300.0
  private static let inside = -200.0

  init(_ plan: StoreyPlan) {
    self.plan = plan
    var faces: [Face] = []
    for (number, wall) in plan.walls.enumerated() {
      for ring in wall.outline.flatMap(\.rings) {
        for (start, end) in Self.edges(of: ring) {
          faces.append(Face(wall: number, start: start, end: end))
        }
      }
    }
    self.faces = faces
    let reach = Self.outside
    index = BoxIndex(
      faces.map { face in
        Box2(
          min: Point2(
            min(face.start.x, face.end.x) - reach, min(face.start.y, face.end.y) - reach),
          max: Point2(
            max(face.start.x, face.end.x) + reach, max(face.start.y, face.end.y) + reach))
      })
    for opening in plan.openings {
      guard let wall = opening.wall else { continue }
      openings[wall, default: []].append(opening)
    }
  }

  /// The walls around a room, by GlobalId.
  func walls(of room: PlanRoom) -> [RoomWall] {
    var lengths: [Int: Double] = [:]
    for ring in room.outline.flatMap(\.rings) {
      for (start, end) in Self.edges(of: ring) { measure(from: start, to: end, &lengths) }
    }
    return lengths.compactMap { number, length -> RoomWall? in
      let wall = plan.walls[number]
      let height = room.height ?? plan.height
      let top = min(Double(room.floor) + height.value * 1000, Double(wall.top))
      let bottom = Double(max(room.floor, wall.bottom))
      // Less than a centimetre is what a corner of the next wall covers.
      guard top > bottom, length >= 10 else { return nil }
      let holes = (openings[wall.id] ?? []).filter { $0.rooms.contains(room.id) }
        .reduce(0.0) { sum, hole in
          let tall = min(Double(hole.head), top) - max(Double(hole.sill), bottom)
          return sum + hole.start.distance(to: hole.end) * max(tall, 0)
        }
      return RoomWall(
        wall: wall.id, area: SquareMetres(length * (top - bottom) / 1e6),
        openingArea: SquareMetres(holes / 1e6), source: .geometry)
    }.sorted { $0.wall < $1.wall }
  }

  // MARK: - Along one edge of a room

  private func measure(from start: Point2, to end: Point2, _ lengths: inout [Int: Double]) {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = (x * x + y * y).squareRoot()
    guard length >= 10 else { return }
    let way = Point2(x / length, y / length)
    let box = Box2(
      min: Point2(min(start.x, end.x), min(start.y, end.y)),
      max: Point2(max(start.x, end.x), max(start.y, end.y)))
    var stretches: [(distance: Double, from: Double, to: Double, wall: Int)] = []
    for candidate in index.indices(intersecting: box) {
      let face = faces[candidate]
      func along(_ point: Point2) -> Double {
        (point.x - start.x) * way.x + (point.y - start.y) * way.y
      }
      // To the right of the edge: away from the room.
      func away(_ point: Point2) -> Double {
        (point.x - start.x) * way.y - (point.y - start.y) * way.x
      }
      let (first, last) = (along(face.start), along(face.end))
      let (near, far) = (away(face.start), away(face.end))
      // The wall lies on the left of its face, so a face towards the room runs the other way; faces
      // that are not along the edge within 1 in 10 are no sides of it.
      guard last < first, abs(near - far) < 0.1 * (first - last),
        max(near, far) <= Self.outside, min(near, far) >= Self.inside
      else { continue }
      let (from, to) = (max(last, 0), min(first, length))
      if to - from > 10 { stretches.append((abs(near + far) / 2, from, to, face.wall)) }
    }
    var taken: [(from: Double, to: Double)] = []
    for stretch in stretches.sorted(by: { ($0.distance, $0.wall) < ($1.distance, $1.wall) }) {
      lengths[stretch.wall, default: 0] += Self.free(
        from: stretch.from, to: stretch.to, besides: taken)
      taken.append((stretch.from, stretch.to))
    }
  }

  /// The length of a stretch that no earlier one covers.
  private static func free(
    from start: Double, to end: Double, besides taken: [(from: Double, to: Double)]
  ) -> Double {
    var at = start
    var free = 0.0
    for other in taken.sorted(by: { $0.from < $1.from }) where other.to > at && other.from < end {
      free += max(0, other.from - at)
      at = max(at, other.to)
    }
    return free + max(0, end - at)
  }

  private static func edges(of ring: [PlanPoint]) -> [(Point2, Point2)] {
    ring.indices.map { place in
      let (a, b) = (ring[place], ring[(place + 1) % ring.count])
      return (Point2(Double(a.x), Double(a.y)), Point2(Double(b.x), Double(b.y)))
    }
  }
}

extension PlanPoint {
  fileprivate func distance(to other: PlanPoint) -> Double {
    let (x, y) = (Double(other.x - self.x), Double(other.y - self.y))
    return (x * x + y * y).squareRoot()
  }
}
