/// Cuts a polygon with holes into triangles by clipping ears.
///
/// Every corner of the rings is used, also those on a straight line, so that neighbouring faces of a
/// solid keep meeting at their edges; such corners may give triangles without area. Rings may run
/// either way. Broken rings (crossing themselves) still give triangles, and only then may these
/// overlap.
package struct Triangulation {
  /// Three indices a triangle, counter-clockwise, into the rings' points one ring after the other.
  package private(set) var indices: [UInt32] = []
  /// Whether every triangle was a proper ear; false for rings that cross themselves.
  package private(set) var isProper = true

  private var points: [Vector2]
  private var corner: [UInt32] = []
  private var next: [Int] = []
  private var previous: [Int] = []

  /// Cuts the polygon with the rings `outer` and `holes`.
  package init(outer: [Vector2], holes: [[Vector2]] = []) {
    points = outer
    var starts: [Range<Int>] = []
    for hole in holes {
      starts.append(points.count..<points.count + hole.count)
      points.append(contentsOf: hole)
    }
    guard outer.count >= 3 else { return }
    indices.reserveCapacity(3 * (points.count + 2 * holes.count))
    var start = link(0..<outer.count, counterclockwise: true)
    let rings = starts.filter { $0.count >= 3 }.map { link($0, counterclockwise: false) }
    // The bridge to a hole must not cross another hole: those furthest to the right go first.
    let ordered = rings.map(rightmost).sorted {
      (point($0).x, point($0).y) > (point($1).x, point($1).y)
    }
    for hole in ordered { start = bridge(start, to: hole) }
    clip(from: start)
  }

  private func point(_ node: Int) -> Vector2 { points[Int(corner[node])] }

  // MARK: - Rings

  /// Makes a ring of nodes; gives one of them.
  private mutating func link(_ range: Range<Int>, counterclockwise: Bool) -> Int {
    var twice = 0.0
    let origin = points[range.lowerBound]
    for index in range {
      let a = points[index] - origin
      let b = points[index + 1 == range.upperBound ? range.lowerBound : index + 1] - origin
      twice += a.cross(b)
    }
    let forward = (twice >= 0) == counterclockwise
    let first = corner.count
    let count = range.count
    for step in 0..<count {
      corner.append(UInt32(forward ? range.lowerBound + step : range.upperBound - 1 - step))
      next.append(first + (step + 1) % count)
      previous.append(first + (step + count - 1) % count)
    }
    return first
  }

  private func rightmost(_ start: Int) -> Int {
    var best = start
    var node = next[start]
    while node != start {
      if (point(node).x, point(node).y) > (point(best).x, point(best).y) { best = node }
      node = next[node]
    }
    return best
  }

  /// Joins a hole to the outer ring by two edges on top of each other.
  ///
  /// Source: D. Eberly, Triangulation by Ear Clipping, §5 (visible vertex by a ray to the right).
  private mutating func bridge(_ start: Int, to hole: Int) -> Int {
    guard let seen = visible(from: hole, start) else {
      isProper = false
      return start
    }
    let outerCopy = corner.count
    let holeCopy = outerCopy + 1
    corner.append(corner[seen])
    corner.append(corner[hole])
    next.append(next[seen])
    previous.append(holeCopy)
    next.append(outerCopy)
    previous.append(previous[hole])
    previous[next[seen]] = outerCopy
    next[previous[hole]] = holeCopy
    next[seen] = hole
    previous[hole] = seen
    return start
  }

  /// A corner of the ring `start` that the corner `hole` sees.
  private func visible(from hole: Int, _ start: Int) -> Int? {
    let eye = point(hole)
    var nearest = Double.infinity
    var found: Int?
    var node = start
    repeat {
      let (a, b) = (point(node), point(next[node]))
      // The ring runs counter-clockwise, so the ray to the right leaves through a rising edge.
      if a.y <= eye.y, eye.y <= b.y, a.y != b.y {
        let x = a.x + (eye.y - a.y) / (b.y - a.y) * (b.x - a.x)
        if x >= eye.x, x < nearest {
          nearest = x
          found = a.x > b.x ? node : next[node]
          if eye.y == a.y, x == a.x { found = node }
          if eye.y == b.y, x == b.x { found = next[node] }
        }
      }
      node = next[node]
    } while node != start
    guard var best = found else { return nil }
    // Corners within the triangle of eye, hit and candidate hide the candidate.
    let hit = Vector2(nearest, eye.y)
    let candidate = point(best)
    guard candidate != hit else { return locallyInside(best, eye, start) }
    var leastSlope = Double.infinity
    node = start
    repeat {
      let p = point(node)
      if p.x >= eye.x, contains(eye, hit, candidate, p) {
        let slope = p.x == eye.x ? Double.infinity : abs(p.y - eye.y) / (p.x - eye.x)
        if slope < leastSlope || (slope == leastSlope && p.x < point(best).x), isInside(node, eye) {
          best = node
          leastSlope = slope
        }
      }
      node = next[node]
    } while node != start
    return best
  }

  /// Of the nodes at the place of `node`, one whose angle opens towards `eye`.
  private func locallyInside(_ node: Int, _ eye: Vector2, _ start: Int) -> Int {
    var other = start
    repeat {
      if point(other) == point(node), isInside(other, eye) { return other }
      other = next[other]
    } while other != start
    return node
  }

  private func isInside(_ node: Int, _ target: Vector2) -> Bool {
    let p = point(node)
    let (a, b) = (point(previous[node]), point(next[node]))
    if (p - a).cross(b - p) >= 0 {
      return (p - a).cross(target - p) >= 0 && (b - p).cross(target - p) >= 0
    }
    return (p - a).cross(target - p) >= 0 || (b - p).cross(target - p) >= 0
  }

  private func contains(_ a: Vector2, _ b: Vector2, _ c: Vector2, _ p: Vector2) -> Bool {
    let (d, e, f) = ((b - a).cross(p - a), (c - b).cross(p - b), (a - c).cross(p - c))
    return (d >= 0 && e >= 0 && f >= 0) || (d <= 0 && e <= 0 && f <= 0)
  }

  // MARK: - Ears

  private mutating func clip(from start: Int) {
    var node = start
    let nodes = ring(from: start)
    var left = nodes.count
    // Few corners are looked through faster than an index is made.
    var corners = left > 256 ? CornerIndex(nodes, at: point) : nil
    var tried = 0
    var patience = 0
    while left > 3 {
      if isEar(node, patience, corners) {
        corners?.remove(node, at: point(node))
        cut(node)
        left -= 1
        tried = 0
        patience = 0
        // The next but one keeps triangles from fanning around one corner.
        node = next[next[node]]
        continue
      }
      node = next[node]
      tried += 1
      guard tried > left else { continue }
      tried = 0
      patience += 1
      if patience >= 2 { isProper = false }
    }
    emit(previous[node], node, next[node])
  }

  private func ring(from start: Int) -> [Int] {
    var nodes = [start]
    var node = next[start]
    while node != start {
      nodes.append(node)
      node = next[node]
    }
    return nodes
  }

  /// Whether the corner can be cut off.
  ///
  /// With `patience` 1 also corners on a straight line, with 2
  /// any convex one, with 3 any at all.
  private func isEar(_ node: Int, _ patience: Int, _ corners: CornerIndex?) -> Bool {
    let (a, b, c) = (point(previous[node]), point(node), point(next[node]))
    let area = (b - a).cross(c - b)
    let scale = max((b - a).dot(b - a), (c - b).dot(c - b))
    if patience >= 3 { return true }
    guard abs(area) > 1e-13 * scale else {
      // A spike back on itself or a straight corner: nothing is lost by cutting it.
      return patience >= 1
    }
    guard area > 0 else { return false }
    if patience >= 2 { return true }
    let low = pointwiseMin(a, pointwiseMin(b, c))
    let high = pointwiseMax(a, pointwiseMax(b, c))
    func isInside(_ other: Int) -> Bool {
      let p = point(other)
      return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y
        && p != a && p != b && p != c
        && (b - a).cross(p - a) >= 0 && (c - b).cross(p - b) >= 0 && (a - c).cross(p - c) >= 0
    }
    if let corners { return !corners.contains(from: low, to: high, where: isInside) }
    var other = next[next[node]]
    let last = previous[node]
    while other != last {
      if isInside(other) { return false }
      other = next[other]
    }
    return true
  }

  private mutating func cut(_ node: Int) {
    emit(previous[node], node, next[node])
    next[previous[node]] = next[node]
    previous[next[node]] = previous[node]
  }

  private mutating func emit(_ a: Int, _ b: Int, _ c: Int) {
    let (a, b, c) = (corner[a], corner[b], corner[c])
    guard a != b, b != c, a != c else { return }
    indices.append(contentsOf: [a, b, c])
  }
}
