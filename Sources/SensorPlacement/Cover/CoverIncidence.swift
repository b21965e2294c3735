import Optimisation
import TwinModel

/// Candidates on the ceiling, demand points on the floor, and who serves whom.
struct CoverIncidence {
  let task: CeilingCover
  /// Candidate places.
  private(set) var candidates: [PlanPoint]
  /// By candidate: whether it keeps the clearance.
  private(set) var isClear: [Bool]
  /// Points of the floor to be served.
  private(set) var points: [PlanPoint]
  /// Distance of neighbouring candidates, in millimetres.
  let candidateStep: Int64
  /// By candidate: the points it serves, ascending.
  private(set) var served: [[Int]]

  /// More candidates than this double the step: the bound then holds for the coarser grid.
  private static let mostCandidates = 700
  /// More points than this double their first step; the check adds what is missing.
  private static let mostPoints = 300

  init(_ task: CeilingCover) {
    self.task = task
    var step = task.step
    var places = Self.places(task, step: step)
    while places.count > Self.mostCandidates {
      step *= 2
      places = Self.places(task, step: step)
    }
    candidateStep = step
    candidates = places
    isClear = places.map { _ in true }
    step = task.step
    points = Self.floor(task, step: step)
    // Corners bring points of their own, however wide the step.
    while points.count > Self.mostPoints, step < 16 * task.step {
      step *= 2
      points = Self.floor(task, step: step)
    }
    served = []
    served = candidates.map { place in points.indices.filter { task.serves(place, points[$0]) } }
    admitFurtherPlaces()
  }

  /// Adds points that have to be served too.
  mutating func add(_ missed: [PlanPoint]) {
    let known = Set(points)
    let first = points.count
    points += missed.filter { !known.contains($0) }
    for candidate in candidates.indices {
      for point in first..<points.count where task.serves(candidates[candidate], points[point]) {
        served[candidate].append(point)
      }
    }
    admitFurtherPlaces()
  }

  /// The set cover: every point once, every candidate at cost 1.
  func problem() throws(OptimisationError) -> SetCover {
    try SetCover(
      required: [Int](repeating: 1, count: points.count),
      columns: served.map { SetCover.Column(rows: $0) })
  }

  /// Adds a candidate.
  mutating func admit(_ place: PlanPoint, isClear clear: Bool) {
    candidates.append(place)
    isClear.append(clear)
    served.append(points.indices.filter { task.serves(place, points[$0]) })
  }

  // MARK: - Candidates and points

  private static func places(_ task: CeilingCover, step: Int64) -> [PlanPoint] {
    let all = CandidatePlaces.ceiling(
      task.area, clearance: task.clearance, step: step, keepingOff: task.keepOff)
    let margin = Double(task.clearance)
    return task.keepOff.isEmpty ? all : all.filter { task.clearance(of: $0) >= margin }
  }

  private static func floor(_ task: CeilingCover, step: Int64) -> [PlanPoint] {
    let area = task.area
    let corners = area.edges.map(\.start)
    let middles = area.edges.map {
      PlanPoint(($0.start.x + $0.end.x) / 2, ($0.start.y + $0.end.y) / 2)
    }
    let grid = FloorGrid(area, step: step).points
    return Set(grid + corners + middles).filter { point in
      area.contains(point) && !task.fixed.contains { task.serves($0, point) }
    }.sorted()
  }
}
