import SpatialCore
import TwinModel

/// A piece of floor that beams cut into the bays above it (GB 50116-2013 6.2.3).
struct CeilingBays {
  /// The bays, in order of their lower left corners.
  private(set) var bays: [PlanPolygon]
  /// The beams that still part them.
  private(set) var beams: [LongBeam]

  /// Cuts `floor` along `beams`.
  ///
  /// A bay narrower than `leastGap` is none (6.2.3.5): a beam beside it does not count, unless it parts
  /// two wider ones.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` when outlines cannot be cut.
  init(
    of floor: PlanPolygon, beams all: [LongBeam], leastGap: Metres
  ) throws(GeometryError) {
    let box = Box2(floor)
    beams = all.filter { Box2($0.outline).intersects(box) }
    bays = try Self.cut(floor, beams)
    var index = 0
    while index < beams.count {
      let beside = bays.filter { beams[index].touches($0) }
      let wide = beside.filter { CorridorRow.meanWidth(of: $0) >= leastGap.value * 1000 }
      if wide.count >= 2 {
        index += 1
        continue
      }
      // Beside a narrow bay, or with an end free in the room: nothing is parted.
      beams.remove(at: index)
      bays = try Self.cut(floor, beams)
    }
  }

  private static func cut(
    _ floor: PlanPolygon, _ beams: [LongBeam]
  ) throws(GeometryError) -> [PlanPolygon] {
    guard !beams.isEmpty else { return [floor] }
    return try [floor].difference(beams.map(\.outline).merged())
      .filter { $0.area.value >= 0.01 }
      .sorted { ($0.bounds.min, $0.area) < ($1.bounds.min, $1.area) }
  }

  /// Puts bays together that one detector may serve, neighbours first, so that by a rough count few
  /// detectors are needed: of the greatest groups allowed, and smaller ones, the best.
  ///
  /// - Parameters:
  ///   - mayHold: How many bays the detector of a bay of this area may serve (appendix G).
  ///   - needs: About how many detectors the floor of a group needs.
  /// - Returns: The floor of each group with what lies between its bays.
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` when outlines cannot be joined.
  func groups(
    mayHold: (SquareMetres) -> Int, needs: (PlanPolygon) -> Int
  ) throws(GeometryError) -> [PlanPolygon] {
    let most = bays.map { mayHold($0.area) }
    var best: (need: Int, floors: [PlanPolygon])?
    for limit in 1...max(1, most.max() ?? 1) {
      let floors = try groups(of: most.map { min($0, limit) })
      let need = floors.reduce(0) { $0 + needs($1) }
      if need < best?.need ?? .max { best = (need, floors) }
    }
    return best?.floors ?? []
  }

  /// Groups of at most as many bays as `most` says for each of them.
  private func groups(of most: [Int]) throws(GeometryError) -> [PlanPolygon] {
    let near = bays.indices.map { a in
      bays.indices.filter { b in
        a != b && beams.contains { $0.isBetween(bays[a], bays[b]) }
      }
    }
    var free = Set(bays.indices)
    func ways(_ bay: Int) -> Int { near[bay].count { free.contains($0) } }
    var result: [PlanPolygon] = []
    // From the ends inwards, so that no bay is left over between two groups.
    while let first = free.min(by: { (ways($0), $0) < (ways($1), $1) }) {
      var group = [first]
      free.remove(first)
      var limit = most[first]
      while group.count < limit {
        let next = free.filter { bay in
          near[bay].contains(where: group.contains) && min(limit, most[bay]) > group.count
        }.min { (ways($0), $0) < (ways($1), $1) }
        guard let next else { break }
        group.append(next)
        free.remove(next)
        limit = min(limit, most[next])
      }
      result += try joined(group)
    }
    return result
  }

  /// The bays of a group with what of the beams lies between them.
  private func joined(_ group: [Int]) throws(GeometryError) -> [PlanPolygon] {
    var parts = group.map { bays[$0] }
    for (place, a) in group.enumerated() {
      for b in group.dropFirst(place + 1) {
        for beam in beams where beam.isBetween(bays[a], bays[b]) {
          let around = convexHull(
            (bays[a].outer + bays[b].outer).map { Point2(Double($0.x), Double($0.y)) })
          let hull = PlanPolygon(outer: around.map { PlanPoint(Int64($0.x), Int64($0.y)) })
          parts += try [beam.outline].intersection([hull])
        }
      }
    }
    return try parts.merged()
  }
}

/// A beam as it parts a ceiling: its outline, made longer by what a drawing may lack at its ends.
struct LongBeam: Hashable {
  let outline: PlanPolygon
  /// Across it, in millimetres.
  let width: Double

  /// Beams end at columns or at faces of walls that the room's outline may not reach exactly (mm).
  private static let reach = 100.0

  /// The beams of an outline; one that is no rectangle is left as it is.
  static func beams(of outline: [PlanPolygon]) -> [LongBeam] {
    outline.compactMap { polygon in
      let points = polygon.outer.map { Point2(Double($0.x), Double($0.y)) }
      guard let box = RotatedRectangle(around: points), box.width >= 1 else { return nil }
      guard polygon.area.value * 1e6 >= 0.95 * box.width * box.length else {
        return LongBeam(outline: polygon, width: box.width)
      }
      let (along, across) = (box.length / 2 + reach, box.width / 2)
      let ring = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { u, v in
        PlanPoint(
          Int64((box.centre.x + u * along * box.axis.x - v * across * box.axis.y).rounded()),
          Int64((box.centre.y + u * along * box.axis.y + v * across * box.axis.x).rounded()))
      }
      return LongBeam(outline: PlanPolygon(outer: ring), width: box.width)
    }
  }

  /// Whether a bay lies along the beam.
  func touches(_ bay: PlanPolygon) -> Bool { Self.distance(outline, bay) <= 5 }

  /// Whether two bays lie on both sides of the beam, opposite to each other.
  func isBetween(_ a: PlanPolygon, _ b: PlanPolygon) -> Bool {
    touches(a) && touches(b) && Self.distance(a, b) <= 1.2 * width + 5
  }

  /// Least distance of two polygons that do not cross (mm): a corner of one is nearest to the other.
  private static func distance(_ a: PlanPolygon, _ b: PlanPolygon) -> Double {
    func nearest(_ points: [PlanPoint], _ polygon: PlanPolygon) -> Double {
      let edges = polygon.rings.flatMap { ring in
        ring.indices.map {
          DetectionArea.Edge(start: ring[$0], end: ring[$0 + 1 == ring.endIndex ? 0 : $0 + 1])
        }
      }
      return points.reduce(Double.infinity) { least, point in
        edges.reduce(least) { min($0, $1.distance(to: point)) }
      }
    }
    return min(nearest(a.rings.flatMap { $0 }, b), nearest(b.rings.flatMap { $0 }, a))
  }
}
