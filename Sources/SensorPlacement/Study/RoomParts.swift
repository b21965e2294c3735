import SpatialCore
import TwinModel

/// The areas of a room's ceiling that are solved each for itself: the parts of its outline, and in them
/// the bays between beams (GB 50116-2013 6.2.3).
struct RoomParts {
  /// What is asked of the room.
  struct Need {
    let use: String?
    let people: Int
    let height: Metres
    /// Greatest distance of neighbouring candidates (mm).
    let step: Int64
  }

  /// The areas.
  private(set) var parts: [RoomTask.Part] = []
  /// Whether the spacing of narrow corridors holds (6.2.4).
  private(set) var isNarrowCorridor = false
  /// Bays between beams deep enough to part the ceiling; 0 without such beams.
  private(set) var partedBays = 0
  /// Bays between beams of which a detector may serve several; 0 without such beams.
  private(set) var dividedBays = 0
  /// Air outlets that detectors of the room keep away from.
  private(set) var outlets: Int
  /// Why beams do not cut a part of the outline that they should; nil when they do.
  private(set) var uncut: GeometryError?
  /// Ridges that take a row (6.2.10).
  private(set) var ridges: [CeilingRidge] = []
  /// Areas that groups of bays make of one piece of ceiling, and the least number of detectors for all
  /// of them together.
  private var shared: [(areas: Range<Int>, least: Int)] = []

  private var rules: PointDetectorRules
  private var protection: PointDetectorRules.Protection
  private var need: Need

  /// Cuts a room's outline.
  init(
    of outline: [PlanPolygon], _ room: PlanRoom, in plan: StoreyPlan, ceiling: RoomCeiling,
    rules: PointDetectorRules, protection: PointDetectorRules.Protection, need: Need
  ) {
    self.rules = rules
    self.protection = protection
    self.need = need
    let air = AirOutlets.around(room, in: plan, rules: rules.outlets)
    outlets = air.count
    let blockers = RoomTask.blockers(in: plan, [room], height: need.height, rules.partitionGapShare)
    var parting: [LongBeam] = []
    var dividing: [LongBeam] = []
    var avoided = air
    for beam in ceiling.beams {
      let effect = rules.beams.effect(
        depth: Metres(Double(beam.drop) / 1000), height: need.height)
      switch effect {
      case .parts: parting += LongBeam.beams(of: beam.outline)
      case .divides: dividing += LongBeam.beams(of: beam.outline)
      case .none: break
      }
      avoided += beam.outline.map {
        KeepOff(ring: $0.outer, distance: millimetres(rules.clearance))
      }
    }
    for polygon in outline {
      let corridor = corridor(polygon)
      isNarrowCorridor = isNarrowCorridor || corridor != nil
      let whole = self
      do throws(GeometryError) {
        guard !parting.isEmpty || !dividing.isEmpty else {
          add(polygon, blockers: blockers, avoided, corridor)
          continue
        }
        // Columns complete what beams part, and are floor of no bay.
        let columns = blockers.map { PlanPolygon(outer: $0) }
        let floors = columns.isEmpty ? [polygon] : try [polygon].difference(columns.merged())
        for floor in floors where floor.area.value >= 0.01 {
          try cut(floor, parting: parting, dividing: dividing, avoided, corridor)
        }
      } catch {
        self = whole
        uncut = error
        add(polygon, blockers: blockers, avoided, corridor)
      }
    }
    if !isNarrowCorridor { addRidges(ceiling.ridges.filter { $0.slope > rules.ridgeSlope }) }
  }

  /// The least number of detectors for all areas, where each needs `bounds` for itself.
  func bound(_ bounds: [Int]) -> Int {
    shared.reduce(bounds.reduce(0, +)) { sum, group in
      sum - max(0, bounds[group.areas].reduce(0, +) - group.least)
    }
  }

  // MARK: - Bays

  private mutating func cut(
    _ floor: PlanPolygon, parting: [LongBeam], dividing: [LongBeam], _ avoided: [KeepOff],
    _ corridor: Corridor?
  ) throws(GeometryError) {
    let deep = try CeilingBays(of: floor, beams: parting, leastGap: rules.beams.leastGap)
    if !deep.beams.isEmpty { partedBays += deep.bays.count }
    for piece in deep.bays {
      let bays = try CeilingBays(of: piece, beams: dividing, leastGap: rules.beams.leastGap)
      guard !bays.beams.isEmpty else {
        add(piece, blockers: [], avoided, corridor)
        continue
      }
      dividedBays += bays.bays.count
      let first = parts.count
      let served = { [rules, protection] (area: SquareMetres) in
        rules.beams.bayCount(of: area, protection: protection.area)
      }
      for group in try bays.groups(mayHold: served, needs: roughCount) {
        add(group, blockers: [], avoided, corridor)
      }
      // No detector serves more than its share of the bays, however they are put together.
      let shares = bays.bays.reduce(0.0) { sum, bay in
        let alone = leastCount(bay)
        return sum + (alone > 1 ? Double(alone) : 1 / Double(served(bay.area)))
      }
      // One group for all bays needs no fewer than it does without beams.
      guard parts.count > first + 1 else { continue }
      let least = max(leastCount(piece), Int((shares - 1e-9).rounded(.up)))
      shared.append((first..<parts.count, least))
    }
  }

  private func leastCount(_ floor: PlanPolygon) -> Int {
    rules.leastCount(floorArea: floor.area, protection: protection, people: need.people)
  }

  /// The number in even rows over the box around a floor.
  private func roughCount(_ floor: PlanPolygon) -> Int {
    let (low, high) = floor.bounds
    let (width, depth) = (Double(high.x - low.x), Double(high.y - low.y))
    let radius = Double(millimetres(protection.radius))
    var count = leastCount(floor)
    func isServed(_ columns: Int, _ rows: Int) -> Bool {
      let (x, y) = (width / Double(2 * columns), depth / Double(2 * rows))
      return x * x + y * y <= radius * radius
    }
    while !(1...count).contains(where: { count % $0 == 0 && isServed($0, count / $0) }) {
      count += 1
    }
    return count
  }

  private mutating func add(
    _ floor: PlanPolygon, blockers: [[PlanPoint]], _ avoided: [KeepOff], _ corridor: Corridor?
  ) {
    let origin = floor.bounds.min
    let box = Box2(floor)
    let near = avoided.filter { thing in
      let points = thing.ring.map { Point2(Double($0.x), Double($0.y)) }
      guard let other = Box2(around: points) else { return false }
      let reach = Double(thing.distance)
      return Box2(
        min: Point2(other.min.x - reach, other.min.y - reach),
        max: Point2(other.max.x + reach, other.max.y + reach)
      ).intersects(box)
    }
    parts.append(
      RoomTask.Part(
        origin: origin,
        cover: CeilingCover(
          area: DetectionArea(outline: floor, blockers: blockers).moved(by: origin),
          radius: corridor?.radius ?? millimetres(protection.radius),
          clearance: millimetres(rules.clearance), minimum: leastCount(floor), step: need.step,
          keepOff: near.map { $0.moved(by: origin) }),
        spacing: corridor?.spacing))
  }

  // MARK: - Corridors and ridges

  private struct Corridor {
    /// Both in millimetres.
    let spacing: Int64
    let radius: Int64
  }

  private func corridor(_ outline: PlanPolygon) -> Corridor? {
    let width = CorridorRow.meanWidth(of: outline)
    guard width < rules.corridor.narrowerThan.value * 1000 else { return nil }
    let isCorridor =
      need.use.map(rules.corridorUses.contains)
      ?? (outline.area.value * 1e6 / width >= rules.corridorLengthToWidth * width)
    guard isCorridor else { return nil }
    let spacing = millimetres(rules.corridor.spacing)
    return Corridor(
      spacing: spacing, radius: CorridorRow.radius(spacing: spacing, width: width))
  }

  private mutating func addRidges(_ all: [CeilingRidge]) {
    for ridge in all {
      for index in parts.indices {
        let row = RidgeRow.places(along: ridge, in: parts[index])
        if !row.isEmpty, ridges.last != ridge { ridges.append(ridge) }
        parts[index].cover.fixed += row
      }
    }
  }
}
