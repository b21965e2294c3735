import TwinModel

/// A straight part of the face of a wall, from `from` to `to` (shares of an edge of its outline).
struct FacePart: Hashable {
  var wall: Int
  var start: Point2
  var end: Point2
  var from: Double
  var to: Double

  func point(_ share: Double) -> Point2 {
    Point2(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
  }
}

/// The outer faces of the walls of a storey, where they are not hidden in or against other walls.
///
/// A ray goes through a wall by two faces, so each face carries half of the wall's loss; that holds
/// for outlines of any shape: bent, round, L-shaped. Where walls join, one would count twice:
/// - a part of a face **inside** another wall that is at least as tall is dropped, so that a ray
///   through an overlapping corner goes in by one wall and out by the other, and pays their mean;
/// - two faces **back to back** are both dropped where at least one is a wall's end (no longer than
///   1.5 thicknesses), so that a wall cut into pieces, or one that abuts another, is one body; long
///   faces back to back stay, because two leaves modelled as two walls are two walls;
/// - of two faces that coincide and look the same way (a wall modelled twice) the first stays.
struct WallFaces {
  private let walls: [PlanWall]
  private let boxes: [(min: PlanPoint, max: PlanPoint)]
  private let rings: [[[PlanPoint]]]

  /// Faces nearer than this (mm) coincide.
  private static let touch = 1.0

  init(_ walls: [PlanWall]) {
    self.walls = walls
    rings = walls.map { $0.outline.flatMap(\.rings).filter { $0.count >= 3 } }
    boxes = rings.map { PlanPolygon(outer: $0.flatMap(\.self)).bounds }
  }

  /// The parts that remain, wall by wall, in plan millimetres.
  func visible() -> [FacePart] {
    // Walls by their left side, so that only neighbours are compared.
    let order = walls.indices.filter { !rings[$0].isEmpty }
      .sorted { (boxes[$0].min.x, $0) < (boxes[$1].min.x, $1) }
    var neighbours = [[Int]](repeating: [], count: walls.count)
    for (place, wall) in order.enumerated() {
      for other in order[(place + 1)...] {
        if boxes[other].min.x > boxes[wall].max.x + 1 { break }
        guard boxes[other].min.y <= boxes[wall].max.y + 1,
          boxes[wall].min.y <= boxes[other].max.y + 1
        else { continue }
        neighbours[wall].append(other)
        neighbours[other].append(wall)
      }
    }
    return walls.indices.flatMap { wall in
      rings[wall].flatMap { ring in
        ring.indices.flatMap { corner -> [FacePart] in
          let (a, b) = (ring[corner], ring[(corner + 1) % ring.count])
          guard a != b else { return [] }
          let whole = FacePart(
            wall: wall, start: Point2(Double(a.x), Double(a.y)),
            end: Point2(Double(b.x), Double(b.y)), from: 0, to: 1)
          return neighbours[wall].sorted().reduce([whole]) { parts, other in
            parts.flatMap { without(other, $0) }
          }
        }
      }
    }
  }

  // MARK: - One face against one other wall

  private func without(_ other: Int, _ part: FacePart) -> [FacePart] {
    guard walls[other].bottom <= walls[part.wall].bottom, walls[other].top >= walls[part.wall].top
    else { return [part] }
    let edge = Vector(part.start, part.end)
    var cuts = [part.from, part.to]
    for ring in rings[other] {
      for corner in ring.indices {
        let (c, d) = sides(ring, corner)
        cuts += crossings(edge, part.start, c, d).filter { $0 > part.from && $0 < part.to }
      }
    }
    cuts.sort()
    var kept: [FacePart] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) where (high - low) * edge.length > 0.1 {
      guard !isHidden(part, at: part.point((low + high) / 2), edge, by: other) else { continue }
      if let last = kept.last, last.to == low {
        kept[kept.count - 1].to = high
      } else {
        kept.append(
          FacePart(wall: part.wall, start: part.start, end: part.end, from: low, to: high))
      }
    }
    return kept
  }

  /// Where, in shares of `edge`, the edge c–d crosses it or, lying along it, begins and ends.
  private func crossings(_ edge: Vector, _ start: Point2, _ c: Point2, _ d: Point2) -> [Double] {
    let other = Vector(c, d)
    let toC = Vector(start, c)
    let turn = edge.cross(other)
    if abs(turn) > 1e-3 * edge.length * other.length {
      let across = toC.cross(edge) / turn
      let slack = Self.touch / max(other.length, 1)
      return across >= -slack && across <= 1 + slack ? [toC.cross(other) / turn] : []
    }
    guard abs(edge.cross(toC)) <= Self.touch * edge.length else { return [] }
    let square = edge.length * edge.length
    return [edge.dot(toC) / square, edge.dot(Vector(start, d)) / square]
  }

  private func isHidden(
    _ part: FacePart, at middle: Point2, _ edge: Vector, by other: Int
  ) -> Bool {
    var isInside = false
    for ring in rings[other] {
      for corner in ring.indices {
        let (c, d) = sides(ring, corner)
        let side = Vector(c, d)
        let toMiddle = Vector(c, middle)
        let along = side.dot(toMiddle) / side.length
        if abs(side.cross(toMiddle)) <= Self.touch * side.length, along >= -Self.touch,
          along <= side.length + Self.touch,
          abs(side.cross(edge)) < 0.05 * side.length * edge.length
        {
          if side.dot(edge) > 0 { return other < part.wall }
          return isEnd(side, of: other) || isEnd(edge, of: part.wall)
        }
        if (c.y > middle.y) != (d.y > middle.y),
          middle.x < c.x + (middle.y - c.y) / (d.y - c.y) * (d.x - c.x)
        {
          isInside.toggle()
        }
      }
    }
    return isInside
  }

  private func isEnd(_ side: Vector, of wall: Int) -> Bool {
    side.length <= 1.5 * Double(walls[wall].thickness)
  }

  private func sides(_ ring: [PlanPoint], _ corner: Int) -> (Point2, Point2) {
    let (c, d) = (ring[corner], ring[(corner + 1) % ring.count])
    return (Point2(Double(c.x), Double(c.y)), Point2(Double(d.x), Double(d.y)))
  }
}

/// A vector of the plan, in millimetres.
struct Vector {
  var x: Double
  var y: Double

  init(_ a: Point2, _ b: Point2) {
    x = b.x - a.x
    y = b.y - a.y
  }

  var length: Double { (x * x + y * y).squareRoot() }
  func dot(_ other: Vector) -> Double { x * other.x + y * other.y }
  func cross(_ other: Vector) -> Double { x * other.y - y * other.x }
}
