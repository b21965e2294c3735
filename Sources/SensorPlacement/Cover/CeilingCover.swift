import TwinModel

/// The task of one detection area: the fewest places on its ceiling from which all of its floor is
/// within the radius and in sight, and no fewer places than the floor area asks for.
///
/// Lengths are whole millimetres; equal tasks have equal answers, so that rooms of one shape are
/// solved once.
struct CeilingCover: Hashable {
  /// The floor.
  let area: DetectionArea
  /// The radius in plan.
  let radius: Int64
  /// Least distance of a place to walls and blockers.
  let clearance: Int64
  /// The least number of places.
  let minimum: Int
  /// Greatest distance of neighbouring candidates and of neighbouring demand points.
  let step: Int64
  /// What places stay away from besides walls and blockers.
  var keepOff: [KeepOff] = []
  /// Places that are taken whatever else is, as the row at a ridge (GB 50116-2013 6.2.10).
  var fixed: [PlanPoint] = []

  /// How far a place is from walls and blockers, less what it is too near to anything else to keep away
  /// from (mm); with ``clearance`` or more it keeps all distances.
  func clearance(of place: PlanPoint) -> Double {
    keepOff.reduce(area.clearance(of: place)) {
      min($0, $1.spare(of: place) + Double(clearance))
    }
  }

  /// Whether a place serves a point of the floor.
  func serves(_ place: PlanPoint, _ point: PlanPoint) -> Bool {
    squaredDistance(place, point) <= radius * radius && area.sees(place, point)
  }

  /// Whether a place surely serves all floor within a cell.
  func surelyServes(_ place: PlanPoint, _ cell: PlanCell) -> Bool {
    cell.farthestSquare(from: place) <= radius * radius && area.surelySees(place, cell)
  }
}

/// The answer to a ``CeilingCover``.
struct CeilingPlan: Hashable {
  /// The places, in order of x, then y.
  var places: [PlanPoint]
  /// No fewer places serve the floor.
  var bound: Int
  /// What the bound holds for.
  var basis: Basis
  /// Whether some places keep less than the clearance, for want of room.
  var isNarrow = false
  /// Floor points that no place serves.
  var blind: [PlanPoint] = []
  /// Floor area (m²) for which coverage was shown at points only.
  var unshownArea = 0.0
  /// Nodes of the searches.
  var nodes = 0

  /// What a bound holds for.
  enum Basis: Hashable {
    /// The number that the floor area asks for: holds for any places.
    case count
    /// A set cover: holds for places on a grid of this step, in millimetres.
    case grid(step: Int64)
  }

  /// Whether no better plan exists on its basis.
  var isProven: Bool { places.count == bound }
}
