extension SectionRegion {
  /// The regions with points closer than `tolerance` made one, and corners on edges of others that pass
  /// as close, so that borders meant to be one are one.
  ///
  /// Without this, two borders a micrometre apart would leave a strip between them.
  static func aligned(_ regions: [SectionRegion], tolerance: Double) -> [SectionRegion] {
    var places = AlignedPlaces(tolerance: tolerance)
    var result = regions.map { region in
      SectionRegion(
        polygons: region.polygons.map { $0.map { $0.map { places.number($0) } } }, places)
    }
    places.sort()
    for index in result.indices { result[index].divideEdges(places) }
    return result
  }

  private init(polygons: [[[Int]]], _ places: AlignedPlaces) {
    self.init(
      rings: polygons.map { rings in
        rings.map { ring in
          ring.indices.filter { ring[$0] != ring[($0 + 1) % ring.count] }
            .map { places.points[ring[$0]] }
        }
      })
  }

  private mutating func divideEdges(_ places: AlignedPlaces) {
    self = SectionRegion(
      rings: polygons.map { rings in
        rings.map { ring in
          ring.indices.flatMap { index in
            [ring[index]] + places.between(ring[index], ring[(index + 1) % ring.count])
          }
        }
      })
  }
}

/// Places of one plane, no two of them closer than a tolerance.
private struct AlignedPlaces {
  let tolerance: Double
  private(set) var points: [Vector2] = []
  private var cells: [SIMD2<Int64>: Int] = [:]
  private var sorted: [Vector2] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// The number of the place for a point, a new one when there is none near.
  mutating func number(_ point: Vector2) -> Int {
    let limit = 4e18
    let scaled = (point / tolerance).clamped(
      lowerBound: Vector2(repeating: -limit), upperBound: Vector2(repeating: limit))
    let cell = SIMD2<Int64>(scaled.replacing(with: 0, where: scaled .!= scaled).rounded(.down))
    for dx in Int64(-1)...1 {
      for dy in Int64(-1)...1 {
        if let known = cells[cell &+ SIMD2(dx, dy)], (points[known] - point).length <= tolerance {
          return known
        }
      }
    }
    if cells[cell] == nil { cells[cell] = points.count }
    points.append(point)
    return points.count - 1
  }

  mutating func sort() { sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) } }

  /// The places next to the edge from a to b, in its order, without its ends.
  func between(_ a: Vector2, _ b: Vector2) -> [Vector2] {
    let way = b - a
    let length = way.length
    guard length > 2 * tolerance else { return [] }
    let (left, right) = (min(a.x, b.x) - tolerance, max(a.x, b.x) + tolerance)
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].x < left { low = middle + 1 } else { high = middle }
    }
    var found: [(share: Double, point: Vector2)] = []
    while low < sorted.count, sorted[low].x <= right {
      let point = sorted[low]
      low += 1
      let share = (point - a).dot(way) / length
      guard share > 0, share < length, point != a, point != b,
        abs(way.cross(point - a)) <= tolerance * length
      else { continue }
      found.append((share, point))
    }
    return found.sorted { $0.share < $1.share }.map(\.point)
  }
}
