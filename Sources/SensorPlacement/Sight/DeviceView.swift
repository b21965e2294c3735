package import TwinModel

/// A device at a place, looking somewhere: what it serves if no wall is in the way.
///
/// Exact: the sector is bounded by two directions in whole numbers.
package struct DeviceView: Hashable {
  /// Which of the types at hand.
  let type: Int
  /// Its place in plan (mm).
  package let place: PlanPoint
  /// Its height above the floor.
  let height: Metres
  /// Where it looks, degrees counter-clockwise from the x axis; nil for all round.
  package let heading: Double?
  /// Least and greatest distance in plan (mm).
  let near: Int64
  let far: Int64
  /// The sector's border on the right and on the left of the heading; nil for all round.
  let right: PlanPoint?
  let left: PlanPoint?

  /// Creates a view.
  package init(type: Int, place: PlanPoint, heading: Double?, shape: ViewShape) {
    self.type = type
    self.place = place
    height = shape.height
    (near, far) = (shape.near, shape.far)
    if let angle = shape.angle, let heading {
      self.heading = heading
      right = direction(heading - angle / 2)
      left = direction(heading + angle / 2)
    } else {
      (self.heading, right, left) = (nil, nil, nil)
    }
  }

  /// Whether a point is in the sector and at the right distance.
  func reaches(_ point: PlanPoint) -> Bool {
    let square = squaredDistance(place, point)
    return square <= far * far && square >= near * near && isWithinSector(point)
  }

  /// Whether all of a cell is; sectors are convex, so that corners suffice.
  func reaches(_ cell: PlanCell) -> Bool {
    cell.farthestSquare(from: place) <= far * far
      && (near == 0 || cell.nearestSquare(to: place) >= near * near)
      && (right == nil || cell.corners.allSatisfy(isWithinSector))
  }

  private func isWithinSector(_ point: PlanPoint) -> Bool {
    guard let right, let left else { return true }
    let (x, y) = (point.x - place.x, point.y - place.y)
    return right.x * y - right.y * x >= 0 && x * left.y - y * left.x >= 0
  }
}

extension PlanCell {
  /// Square of the distance from `point` to the nearest point of the cell (mm²).
  func nearestSquare(to point: PlanPoint) -> Int64 {
    let dx = Swift.max(0, min.x - point.x, point.x - max.x)
    let dy = Swift.max(0, min.y - point.y, point.y - max.y)
    return dx * dx + dy * dy
  }
}
