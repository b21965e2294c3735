import Optimisation
import TwinModel

/// Access points of one storey: the fewest that reach every point of the rooms with enough power, and
/// in every room as many as its people need.
///
///     minimise   Σ x_j
///     subject to Σ_{j reaches i} x_j ≥ 1                      for every point i of the floor
///                Σ_{j in r} x_j ≥ ⌈people of r / clients⌉     for every room r with more than one class
///                                                            or a class of its own
///                x_j ∈ {0, 1}
///
/// a location set covering problem with capacities by room; reach is by distance and the number of
/// walls between (COST 231 multi-wall with one class of walls).
struct RadioCover {
  let type: DeviceType
  let link: Sensing.LinkBudget
  let plan: StoreyPlan
  let wanted: [GlobalID: Int]
  let people: [String: Int]
  let step: Metres

  /// Distance of the points of the floor (mm).
  private static let pointStep: Int64 = 2_000

  private struct Site {
    let place: PlanPoint
    let room: Int
  }

  /// One entry for the storey.
  func placements() throws(OptimisationError) -> [AreaPlacement] {
    let rooms = plan.rooms.filter { wanted[$0.id] != nil && !$0.outline.isEmpty }
    var sites: [Site] = []
    var points: [PlanPoint] = []
    for (index, room) in rooms.enumerated() {
      for part in room.outline where twiceArea(part.outer) != 0 {
        let area = DetectionArea(outline: part)
        points += Set(FloorGrid(area, step: Self.pointStep).points.filter(area.contains)).sorted()
        sites += RadioReach.sites(of: type, on: area).map { Site(place: $0, room: index) }
      }
    }
    guard !sites.isEmpty else { return [] }
    let reach = RadioReach(link, in: plan)
    var columns = sites.map { site in
      points.indices.filter { reach.isServed(points[$0], from: site.place) }
    }
    var required = [Int](repeating: 1, count: points.count)
    for (index, room) in rooms.enumerated() {
      let count = people[room.id.value] ?? 0
      let least = (count + link.clients - 1) / link.clients
      let own = sites.indices.filter { sites[$0].room == index }
      guard least > 0 else { continue }
      for site in own { columns[site].append(required.count) }
      required.append(least)
    }
    let solution = try SetCover(
      required: required, columns: columns.map { SetCover.Column(rows: $0) }
    ).solve(SetCoverLimits(ownNodes: 300, solverNodes: 100, subgradientSteps: 300))
    return [placement(solution, rooms: rooms, sites: sites, points: points)]
  }

  private func placement(
    _ solution: SetCoverSolution, rooms: [PlanRoom], sites: [Site], points: [PlanPoint]
  ) -> AreaPlacement {
    var numbers = [Int](repeating: 0, count: rooms.count)
    let devices = solution.chosen.map { index -> PlacedDevice in
      let room = rooms[sites[index].room]
      numbers[sites[index].room] += 1
      return PlacedDevice(
        type, number: numbers[sites[index].room], at: sites[index].place,
        height: room.height ?? plan.height, heading: nil, room: room, plan: plan)
    }
    let floor = rooms.reduce(SquareMetres.zero) { $0 + $1.area }
    let blind = solution.uncoverable.filter { $0 < points.count }
    return AreaPlacement(
      storey: plan.storey, rooms: rooms.map(\.id).sorted(), kind: type.kind, devices: devices,
      cost: Yuan(Double(devices.count) * type.cost.value),
      bound: Yuan((solution.bound - 1e-6).rounded(.up) * type.cost.value), present: 0,
      floor: floor,
      blind: SquareMetres(floor.value * Double(blind.count) / Double(max(1, points.count))),
      blindPoints: blind.map { (plan.local(points[$0]), "too far or behind too many walls") },
      unshown: 0, nodes: solution.nodes, solved: nil)
  }
}
