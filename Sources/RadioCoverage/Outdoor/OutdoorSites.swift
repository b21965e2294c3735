import TwinModel

/// The sites that stand outside the buildings, on masts or roofs, and what stands around them.
///
/// A 5G site is outside when it stands beside every building seen from above, or higher than the roof
/// of the one it stands on (``DeviceStoreys/slack``).
struct OutdoorSites {
  let sites: [RadioSite]
  let ids: Set<GlobalID>
  /// The campus' buildings, by building.
  let buildings: [(id: GlobalID, blocker: OutdoorBlocker)]
  /// Buildings around the campus.
  let surroundings: [OutdoorBlocker]
  let frequency: Gigahertz

  init(_ run: CoverageRun, _ storeys: [[StoreyPlan]], _ output: inout StudyOutput) {
    let outlines = Dictionary(
      run.input.campus.buildings.map { ($0.id, $0.footprint) },
      uniquingKeysWith: { first, _ in first })
    let buildings = storeys.compactMap { plans -> (id: GlobalID, blocker: OutdoorBlocker)? in
      let top = plans.map { $0.elevation.value + $0.height.value }.max() ?? 0
      let id = plans[0].building
      let outline = outlines[id] ?? MultiPolygon()
      let blocker =
        OutdoorBlocker(id: id.value, outline: outline, top: Metres(top))
        ?? OutdoorBlocker(id: id.value, rings: [Self.box(around: plans)], top: Metres(top))
      return blocker.map { (id, $0) }
    }
    let kinds = run.parameters.siteKinds
    let devices =
      storeys.flatMap { $0.flatMap(\.devices) } + run.study.addedDevices
    let outside = devices.filter { device in
      guard kinds.contains(device.kind), let place = device.position else { return false }
      return !buildings.contains {
        $0.blocker.isNear(place.plan) && place.z <= $0.blocker.top.value + DeviceStoreys.slack
      }
    }
    sites = outside.compactMap { run.reader.site($0, &output.findings) }
    ids = Set(outside.map(\.id))
    self.buildings = buildings
    surroundings = run.study.surroundings
    frequency = run.parameters.frequency
  }

  /// The box around all storeys as a ring; empty where they have neither rooms nor walls.
  private static func box(around plans: [StoreyPlan]) -> [Point2] {
    let corners = plans.compactMap(\.box).flatMap { [$0.low, $0.high] }
    guard let first = corners.first else { return [] }
    let low = corners.reduce(first) { Point2(min($0.x, $1.x), min($0.y, $1.y)) }
    let high = corners.reduce(first) { Point2(max($0.x, $1.x), max($0.y, $1.y)) }
    return [low, Point2(high.x, low.y), high, Point2(low.x, high.y)]
  }

  /// Ways from outdoor sites into a building.
  func way(into plans: [StoreyPlan], scenes: [WallScene], floor: LossCurve) -> OutdoorToRoom {
    let own = plans[0].building
    let others = buildings.filter { $0.id != own }.map(\.blocker) + surroundings
    return OutdoorToRoom(
      scenes: scenes,
      slabs: plans.dropFirst().map(\.elevation)
        + [plans.map { Metres($0.elevation.value + $0.height.value) }.max() ?? 0],
      outline: buildings.first { $0.id == own }?.blocker, floor: floor,
      roofs: RoofPath(blockers: others, frequency: frequency))
  }
}

extension OutdoorBlocker {
  /// Whether a point lies in the outline, or would when moved a little along an axis.
  fileprivate func isNear(_ point: Point2) -> Bool {
    let slack = DeviceStoreys.slack / 2
    return [(0, 0), (slack, 0), (-slack, 0), (0, slack), (0, -slack)].contains {
      contains(Point2(point.x + $0.0, point.y + $0.1))
    }
  }
}
