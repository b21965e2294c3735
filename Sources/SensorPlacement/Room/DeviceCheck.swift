import TwinModel

/// Checks between the points whether devices surely serve every bit of floor often enough.
///
/// Cells of the floor are cut in four until enough devices serve all of a cell, or until a point of it
/// turns out to be missed, or until it is as small as a hand.
struct DeviceCheck {
  /// Points of the floor that are not served, at most one for each cell of the first grid.
  private(set) var missed: [PlanPoint] = []
  /// Floor area (m²) in cells too small to cut that are served at their corners, but not surely as a
  /// whole.
  private(set) var unshownArea = 0.0
  /// Floor area (m²) of the cells of the first grid that hold blind points.
  private(set) var blindArea = 0.0

  private let task: DeviceCover
  private let views: [DeviceView]

  /// Cells of this side (mm) are not cut any further.
  private static let finest: Int64 = 40

  /// Checks `views`, those that are there included; cells with a point of `blind` are known to be
  /// missed.
  init(_ task: DeviceCover, views: [DeviceView], ignoring blind: [PlanPoint]) {
    self.task = task
    self.views = views
    for cell in FloorGrid(task.area, step: task.step).cells where !task.isFree(cell) {
      let isBlind = blind.contains {
        cell.min.x...cell.max.x ~= $0.x && cell.min.y...cell.max.y ~= $0.y
      }
      if isBlind {
        blindArea += cell.area
      } else if let point = firstMiss(in: cell) {
        missed.append(point)
      }
    }
  }

  /// Cuts `cell` until it is shown to be served; a point that is not, or nil.
  private mutating func firstMiss(in cell: PlanCell) -> PlanPoint? {
    if isEnough({ task.surelyServes($0, cell) }) || task.isFree(cell) { return nil }
    for point in cell.corners + [cell.centre] where task.needs(point) {
      if !isEnough({ task.serves($0, point) }) { return point }
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

  private func isEnough(_ serves: (DeviceView) -> Bool) -> Bool {
    var count = 0
    for view in views where serves(view) {
      count += 1
      if count == task.times { return true }
    }
    return false
  }
}
