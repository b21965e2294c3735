import Optimisation
import TwinModel

/// Candidates of all types, demand points on the floor, and who serves whom.
struct DeviceIncidence {
  let task: DeviceCover
  /// Candidates: type, place and heading.
  let views: [DeviceView]
  /// Whether some type's clearance had to shrink for want of width.
  let isNarrow: Bool
  /// Distance of neighbouring candidates (mm).
  let candidateStep: Int64
  /// Points of the floor to be served.
  private(set) var points: [PlanPoint] = []
  /// By candidate: the points it serves, ascending.
  private(set) var served: [[Int]]
  /// By point: how many devices serve it that are there already.
  private(set) var present: [Int] = []

  /// More candidates than this double the step: the bound then holds for the coarser grid.
  private static let mostViews = 900
  /// More points than this double their first step; the check adds what is missing.
  private static let mostPoints = 300

  init(_ task: DeviceCover) {
    self.task = task
    var step = task.step
    var (views, isNarrow) = Self.candidates(task, step: step)
    while views.count > Self.mostViews, step < 64 * task.step {
      step *= 2
      (views, isNarrow) = Self.candidates(task, step: step)
    }
    (self.views, self.isNarrow, candidateStep) = (views, isNarrow, step)
    served = views.map { _ in [] }
    step = task.step
    var first = Self.demand(task, step: step)
    while first.count > Self.mostPoints, step < 16 * task.step {
      step *= 2
      first = Self.demand(task, step: step)
    }
    add(first)
  }

  /// Adds points that have to be served too.
  mutating func add(_ new: [PlanPoint]) {
    var known = Set(points)
    for point in new where known.insert(point).inserted {
      let index = points.count
      points.append(point)
      present.append(task.present.count { task.serves($0, point) })
      // Headings of one place share the line of sight.
      var seen: (place: PlanPoint, isSeen: Bool)?
      for candidate in views.indices where views[candidate].reaches(point) {
        let place = views[candidate].place
        let isSeen: Bool
        if let seen, seen.place == place {
          isSeen = seen.isSeen
        } else {
          isSeen = task.area.sees(place, point)
          seen = (place, isSeen)
        }
        if isSeen { served[candidate].append(index) }
      }
    }
  }

  /// By point: how many candidates and devices that are there serve it.
  var servers: [Int] {
    var counts = present
    for rows in served { for point in rows { counts[point] += 1 } }
    return counts
  }

  /// The set cover.
  func problem() throws(OptimisationError) -> SetCover {
    try SetCover(
      required: present.map { max(0, task.times - $0) },
      columns: zip(views, served).map { view, rows in
        SetCover.Column(cost: task.options[view.type].cost, rows: rows)
      })
  }

  /// Why too few candidates serve a point.
  func reason(_ point: Int) -> BlindPoint.Reason {
    let at = points[point]
    if served.contains(where: { $0.contains(point) }) { return .tooFew }
    if views.isEmpty { return .noPlace }
    let squares = views.map { (squaredDistance($0.place, at), $0) }
    let inRange = squares.filter { $0.0 <= $0.1.far * $0.1.far }
    if inRange.isEmpty { return .outOfRange }
    return inRange.allSatisfy { $0.0 < $0.1.near * $0.1.near } ? .tooNear : .hidden
  }

  // MARK: - Candidates and points

  /// The candidates of all types in order; and whether a clearance was halved to find any.
  static func candidates(
    _ task: DeviceCover, step: Int64
  ) -> (views: [DeviceView], isNarrow: Bool) {
    var views: [DeviceView] = []
    var isNarrow = false
    for (index, option) in task.options.enumerated() {
      var clearance = option.clearance
      var spots = spots(option, task.area, clearance: clearance, step: step)
      while spots.isEmpty, clearance > 10 {
        clearance /= 2
        isNarrow = true
        spots = self.spots(option, task.area, clearance: clearance, step: step)
      }
      for spot in spots {
        for heading in option.shape.angle == nil ? [nil] : spot.headings.map(Optional.some) {
          views.append(
            DeviceView(type: index, place: spot.place, heading: heading, shape: option.shape))
        }
      }
    }
    return (views, isNarrow)
  }

  private static func spots(
    _ option: DeviceCover.Option, _ area: DetectionArea, clearance: Int64, step: Int64
  ) -> [CandidatePlaces.Spot] {
    switch option.surface {
    case .ceiling:
      CandidatePlaces.ceiling(area, clearance: clearance, step: step).map {
        CandidatePlaces.Spot(place: $0, headings: [])
      }
    case .wall:
      CandidatePlaces.walls(
        area, clearance: clearance, step: step, headingStep: option.headingStep)
    case .corner:
      CandidatePlaces.corners(area, clearance: clearance, headingStep: option.headingStep)
    case .door: []
    }
  }

  private static func demand(_ task: DeviceCover, step: Int64) -> [PlanPoint] {
    let corners = task.area.edges.map(\.start)
    return Set(FloorGrid(task.area, step: step).points + corners).filter(task.needs).sorted()
  }
}
