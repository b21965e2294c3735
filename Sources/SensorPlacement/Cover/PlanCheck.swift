import TwinModel

/// Checks between the points whether a plan surely serves every bit of floor.
///
/// Cells of the floor are cut in four until one place serves all of a cell, or until a point of it
/// turns out to be missed, or until it is as small as a hand.
struct PlanCheck {
  /// Points of the floor that no place serves, at most one for each cell of the first grid.
  private(set) var missed: [PlanPoint] = []
  /// Floor area (m²) in cells too small to cut that are served at their corners, but not surely as a
  /// whole.
  private(set) var unshownArea = 0.0

  private let task: CeilingCover
  private let places: [PlanPoint]

  /// Cells of this side (mm) are not cut any further.
  private static let finest: Int64 = 30

  /// Checks `places`; cells with a point of `blind` at their border are known to be missed.
  init(_ task: CeilingCover, places: [PlanPoint], ignoring blind: [PlanPoint]) {
    self.task = task
    self.places = places
    for cell in FloorGrid(task.area, step: task.step).cells {
      let near = task.area.edges.filter { $0.meetsInside(of: cell.corners) }
      if near.isEmpty, !task.area.contains(cell.centre) { continue }
      let isBlind = blind.contains {
        cell.min.x...cell.max.x ~= $0.x && cell.min.y...cell.max.y ~= $0.y
      }
      if !isBlind, let point = firstMiss(in: cell) { missed.append(point) }
    }
  }

  /// Cuts `cell` until it is shown to be served; a point that is not, or nil.
  private mutating func firstMiss(in cell: PlanCell) -> PlanPoint? {
    if places.contains(where: { task.surelyServes($0, cell) }) { return nil }
    if isOffFloor(cell) { return nil }
    for point in cell.corners + [cell.centre] where task.area.contains(point) {
      if !places.contains(where: { task.serves($0, point) }) { return point }
    }
    guard cell.size > Self.finest else {
      unshownArea += cell.area
      return nil
    }
    for part in cell.parts {
      if let point = firstMiss(in: part) { return point }
    }
    return nil
  }

  private func isOffFloor(_ cell: PlanCell) -> Bool {
    !task.area.edges.contains { $0.meetsInside(of: cell.corners) }
      && !task.area.contains(cell.centre)
  }
}
