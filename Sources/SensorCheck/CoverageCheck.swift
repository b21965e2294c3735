import TwinModel

/// Cuts a floor into boxes until enough devices surely serve each of them.
struct CoverageCheck {
  let area: PlacementCertificate.Area
  let sight: FloorSight
  /// Floor (m²) in the smallest boxes that walls cut.
  private(set) var undecided = 0.0
  /// A box of floor that is certainly not served; its middle.
  private(set) var missed: PlanPoint?

  init(area: PlacementCertificate.Area, sight: FloorSight) {
    self.area = area
    self.sight = sight
  }

  /// Side of the first boxes (mm).
  private static let first: Int64 = 640

  mutating func run(over floor: PlanPolygon) {
    let bounds = floor.bounds
    for y in stride(from: bounds.min.y, to: bounds.max.y, by: Int(Self.first)) {
      for x in stride(from: bounds.min.x, to: bounds.max.x, by: Int(Self.first)) {
        look(
          at: Box(
            x0: x, y0: y, x1: min(x + Self.first, bounds.max.x),
            y1: min(y + Self.first, bounds.max.y)))
      }
    }
  }

  private mutating func look(at box: Box) {
    let isWhole = sight.isWhole(box)
    if isWhole, !sight.holds(box.middle) { return }
    if sight.isBeside(box, margin: area.margin) || isBlind(box) { return }
    if isWhole,
      area.devices.count(where: { $0.surelyReaches(box) && sight.surelySees($0.place, box) })
        >= area.times
    {
      return
    }
    guard box.isSmallest else {
      for part in box.quarters { look(at: part) }
      return
    }
    // Even the smallest box may lie across a border of what a device serves; its middle decides.
    let middle = box.middle
    guard sight.holds(middle), !sight.isNearWall(middle, margin: area.margin) else { return }
    let count = area.devices.count {
      $0.reaches(middle) && !sight.isHidden(middle, from: $0.place)
    }
    if count < area.times { missed = missed ?? middle } else { undecided += box.area }
  }

  /// Points that are declared blind excuse what is within half a metre of them.
  private func isBlind(_ box: Box) -> Bool {
    area.blind.contains { point in
      box.corners.allSatisfy { abs($0.x - point[0]) <= 500 && abs($0.y - point[1]) <= 500 }
    }
  }
}

extension PlacementCertificate.View {
  var place: PlanPoint { PlanPoint(x, y) }

  /// Whether a point is at the right distance and in the sector.
  func reaches(_ point: PlanPoint) -> Bool {
    let (dx, dy) = (point.x - x, point.y - y)
    let square = dx * dx + dy * dy
    guard square <= far * far, square >= near * near else { return false }
    guard sector.count == 4 else { return true }
    return sector[0] * dy - sector[1] * dx >= 0 && dx * sector[3] - dy * sector[2] >= 0
  }

  /// Whether all of a box is.
  func surelyReaches(_ box: Box) -> Bool {
    let dx = max(0, box.x0 - x, x - box.x1)
    let dy = max(0, box.y0 - y, y - box.y1)
    return dx * dx + dy * dy >= near * near && box.corners.allSatisfy(reaches)
  }
}
