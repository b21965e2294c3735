/// A polygon with holes and exact corners, and who sees what in it.
///
/// A corner sees a point when the segment between them stays in the closed polygon: it may touch walls
/// and pass through corners.
package struct ExactPolygon: Sendable {
  /// All corners, as the file numbers them: the outer ring, then the holes.
  package let corners: [ExactPoint]
  /// By corner: the next one with the inside on the left, and the one before.
  let next: [Int]
  let previous: [Int]

  /// Creates a polygon from its rings, outer ring first, each in either direction.
  package init(rings: [[ExactPoint]]) {
    corners = rings.flatMap(\.self)
    var next = [Int](repeating: 0, count: corners.count)
    var previous = next
    var first = 0
    for (index, ring) in rings.enumerated() {
      let count = ring.count
      let isForward = Self.turnsLeft(ring) == (index == 0)
      for place in 0..<count {
        let (from, to) = (first + place, first + (place + 1) % count)
        if isForward {
          next[from] = to
          previous[to] = from
        } else {
          next[to] = from
          previous[from] = to
        }
      }
      first += count
    }
    (self.next, self.previous) = (next, previous)
  }

  /// By corner: the next one with the inside on the left.
  package var followers: [Int] { next }

  /// Whether a ring runs counter-clockwise, by the turn at its least corner.
  private static func turnsLeft(_ ring: [ExactPoint]) -> Bool {
    guard let least = ring.indices.min(by: { ExactPoint.order(ring[$0], ring[$1]) < 0 })
    else { return true }
    let count = ring.count
    return orientation(
      ring[(least + count - 1) % count], ring[least], ring[(least + 1) % count]) > 0
  }

  /// Whether the corner has the outside in an angle below 180°.
  func isReflex(_ corner: Int) -> Bool {
    orientation(corners[previous[corner]], corners[corner], corners[next[corner]]) < 0
  }

  /// Whether `point` lies inside or on the border.
  package func contains(_ point: ExactPoint) -> Bool {
    var isInside = false
    for corner in corners.indices {
      let (a, b) = (corners[corner], corners[next[corner]])
      let (low, high) = ExactPoint.order(a, b) < 0 ? (a, b) : (b, a)
      // With points in the order of sweeping, no two are one above the other.
      let (fromLow, toHigh) = (ExactPoint.order(low, point), ExactPoint.order(point, high))
      if fromLow == 0 || toHigh == 0 { return true }
      guard fromLow < 0, toHigh < 0 else { continue }
      let side = orientation(low, high, point)
      if side == 0 { return true }
      if side > 0 { isInside.toggle() }
    }
    return isInside
  }

  /// Whether corner `viewer` sees `point`, which must lie in the polygon.
  package func sees(_ viewer: Int, _ point: ExactPoint) -> Bool {
    let eye = corners[viewer]
    if ExactPoint.order(eye, point) == 0 { return true }
    guard isOpen(viewer, toward: point) else { return false }
    let sides = corners.map { orientation(eye, point, $0) }
    for corner in corners.indices where corner != viewer {
      let follower = next[corner]
      if sides[corner] == 0 {
        let at = ExactPoint.order(corners[corner], point)
        if at == 0 {
          if !isOpen(corner, toward: eye) { return false }
        } else if at == ExactPoint.order(eye, corners[corner]),
          !isOpen(corner, toward: eye) || !isOpen(corner, toward: point)
        {
          return false
        }
      } else if sides[corner] * sides[follower] < 0 {
        let from = orientation(corners[corner], corners[follower], eye)
        let to = orientation(corners[corner], corners[follower], point)
        if from * to < 0 || to == 0 && from < 0 { return false }
      }
    }
    return true
  }

  /// Whether the way from a corner toward `target` begins in the closed polygon.
  func isOpen(_ corner: Int, toward target: ExactPoint) -> Bool {
    let (at, after, before) = (corners[corner], corners[next[corner]], corners[previous[corner]])
    let leftOfNext = orientation(at, after, target)
    let leftOfPrevious = orientation(at, before, target)
    return orientation(before, at, after) < 0
      ? leftOfNext >= 0 || leftOfPrevious <= 0 : leftOfNext >= 0 && leftOfPrevious <= 0
  }
}
