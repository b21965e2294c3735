public import TwinModel

/// Checks a certificate against the plans of a model, without a line of the optimiser's code.
///
/// The floor is cut into boxes until enough devices surely serve each, and the weights of the witnesses
/// are added up, case by case of the proof (``CostProof``), to what every choice of candidates must cost.
/// A candidate counts as serving a point unless a wall certainly crosses the line between them.
public struct CertificateChecker: Sendable {
  private let plans: [StoreyPlan]

  /// Creates a checker over the plans of the model that the certificate is of.
  public init(plans: [StoreyPlan]) { self.plans = plans }

  /// What was found of one area.
  public struct Outcome: Hashable, Sendable {
    /// The storey.
    public var storey: String
    /// The rooms.
    public var rooms: [String]
    /// The kind of device.
    public var kind: String
    /// What the devices cost.
    public var cost: Int64
    /// No choice of candidates costs less, as the witnesses show; rounded up to a cost that can be.
    public var bound: Int64
    /// Floor (m²) that is too close to slanted walls to decide.
    public var undecided: Double
    /// What is wrong, as sentences; empty when the plan holds.
    public var faults: [String]
  }

  /// Checks every area.
  public func check(_ certificate: PlacementCertificate) -> [Outcome] {
    certificate.areas.map(check)
  }

  private func check(_ area: PlacementCertificate.Area) -> Outcome {
    var outcome = Outcome(
      storey: area.storey, rooms: area.rooms, kind: area.kind, cost: area.cost, bound: 0,
      undecided: 0, faults: [])
    guard let plan = plans.first(where: { $0.storey.value == area.storey }) else {
      outcome.faults.append("the model has no storey \(area.storey)")
      return outcome
    }
    guard let floor = polygon(area.floor), area.times > 0, area.margin >= 0,
      (area.devices + area.candidates).allSatisfy(isSound),
      (area.blind + area.witnesses).allSatisfy({ isPoint($0) })
    else {
      outcome.faults.append("numbers are missing or out of range")
      return outcome
    }
    let rooms = plan.rooms.filter { area.rooms.contains($0.id.value) }
    outcome.faults += faults(of: floor, rooms: rooms, area)
    let sight = FloorSight(floor: floor, columns: columns(in: plan, rooms: rooms))
    for device in area.devices where !sight.holds(PlanPoint(device.x, device.y)) {
      outcome.faults.append("a device stands off the floor at (\(device.x), \(device.y)) mm")
    }
    let spent = area.devices.reduce(Int64(0)) { $0 + $1.cost }
    if spent != area.cost {
      outcome.faults.append("the devices cost \(spent), not \(area.cost)")
    }
    if area.devices.count < area.least {
      outcome.faults.append("\(area.devices.count) devices are fewer than \(area.least)")
    }
    var coverage = CoverageCheck(area: area, sight: sight)
    coverage.run(over: floor)
    outcome.undecided = coverage.undecided
    if let missed = coverage.missed {
      outcome.faults.append("the floor at (\(missed.x), \(missed.y)) mm is not served")
    }
    let (bound, fault) = ProofCheck(area: area, sight: sight).bound(of: area.proof)
    outcome.bound = bound
    if let fault { outcome.faults.append(fault) }
    return outcome
  }

  /// The floor must be what the model has: one room's part, or one that holds the rooms whole.
  private func faults(
    of floor: PlanPolygon, rooms: [PlanRoom], _ area: PlacementCertificate.Area
  ) -> [String] {
    guard rooms.count == area.rooms.count, !rooms.isEmpty else {
      return ["the storey lacks some of the rooms \(area.rooms.joined(separator: ", "))"]
    }
    if rooms.count == 1, let room = rooms.first {
      return room.outline.contains(where: { same($0, floor) })
        ? [] : ["the floor is no part of room \(room.id)"]
    }
    // A millimetre of rounding where outlines were joined.
    let isWhole = rooms.allSatisfy { room in
      room.outline.allSatisfy { part in
        part.outer.allSatisfy { point in
          floor.contains(point)
            || floor.rings.contains {
              $0.contains { abs($0.x - point.x) + abs($0.y - point.y) < 3 }
            }
        }
      }
    }
    return isWhole ? [] : ["the floor does not hold all of its rooms"]
  }

  private func same(_ a: PlanPolygon, _ b: PlanPolygon) -> Bool {
    a.rings.map { Set($0) } == b.rings.map { Set($0) } && a.area == b.area
  }

  /// Columns and what leaves less than a twentieth of the height free (GB 50116-2013, 6.2.7).
  private func columns(in plan: StoreyPlan, rooms: [PlanRoom]) -> [[PlanPoint]] {
    let tops = rooms.map { $0.floor + Int64((($0.height ?? plan.height).value * 1000).rounded()) }
    let heights = rooms.map { (($0.height ?? plan.height).value * 1000).rounded() }
    guard let top = tops.min(), let height = heights.min() else { return [] }
    let knowsHeight = rooms.allSatisfy { $0.height != nil }
    return plan.obstacles.filter {
      $0.top > top - max(1, Int64(height * 0.05)) || (!knowsHeight && $0.kind == .column)
    }.flatMap { $0.outline.map(\.outer) }
  }

  private func polygon(_ rings: [[[Int64]]]) -> PlanPolygon? {
    let points = rings.map { $0.filter { isPoint($0) }.map { PlanPoint($0[0], $0[1]) } }
    guard let outer = points.first, zip(rings, points).allSatisfy({ $0.count == $1.count }),
      points.allSatisfy({ $0.count > 2 })
    else { return nil }
    return PlanPolygon(outer: outer, holes: Array(points.dropFirst()))
  }

  private static let greatest: Int64 = 1_000_000_000

  private func isPoint(_ numbers: [Int64]) -> Bool {
    numbers.count == 2 && numbers.allSatisfy { -Self.greatest < $0 && $0 < Self.greatest }
  }

  private func isSound(_ view: PlacementCertificate.View) -> Bool {
    isPoint([view.x, view.y])
      && 0..<1_000_000 ~= view.near && view.near..<1_000_000 ~= view.far
      && 0..<Self.greatest ~= view.cost
      && (view.sector.isEmpty || view.sector.count == 4)
      && view.sector.allSatisfy { -1_000_000...1_000_000 ~= $0 }
  }
}
