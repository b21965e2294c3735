import SpatialCore
import TwinModel

/// Looks for what is wrong with the rooms of buildings: no area, wrong storey, one over another, and
/// doors that lead nowhere.
struct RoomDiagnosis {
  private let log: FindingLog
  /// Spaces that are parts of other spaces, with the whole.
  private let wholes: [GlobalID: GlobalID]

  init(_ model: IFCModel, _ relations: ModelRelations, _ ids: Identities) {
    log = model.log
    var wholes: [GlobalID: GlobalID] = [:]
    for space in model.instances(of: .space) {
      guard let whole = relations.parent[space], model.isKind(whole, of: .space) else { continue }
      wholes[ids[space]] = ids[whole]
    }
    self.wholes = wholes
  }

  /// Notes findings of `buildings`, whose graph of rooms is complete.
  func run(_ buildings: [Building]) {
    for building in buildings {
      noteAreas(building)
      noteHeights(building)
      noteOverlaps(building)
      noteDoors(building)
    }
  }

  private func named(_ space: Space) -> String {
    let names = [space.name, space.longName].filter { !$0.isEmpty }
    return names.isEmpty ? "the space" : "space “\(names.joined(separator: " "))”"
  }

  // MARK: - Areas

  private func noteAreas(_ building: Building) {
    let spaces = building.storeys.flatMap(\.spaces)
    log.each(
      .warning, code: "ifc.space.noBody", suggestion: "export spaces with their geometry",
      spaces.filter { $0.floorArea == nil }.map {
        ($0.id.value, "\(named($0)) has no body, so its area is unknown")
      })
    log.each(
      .warning, code: "ifc.space.noArea", suggestion: "correct the space's boundary",
      spaces.filter { ($0.floorArea?.value ?? 1) < 0.01 }.map {
        ($0.id.value, "\(named($0)) has a body without floor area")
      })
    log.each(
      .warning, code: "ifc.space.noOutline",
      suggestion: "export the space with a closed body; nothing can be placed in it",
      spaces.filter { ($0.floorArea?.value ?? 0) >= 0.01 && $0.footprint.isEmpty }.map {
        ($0.id.value, "the floor of \(named($0)) has no closed outline")
      })
  }

  // MARK: - Heights

  /// A room is outside its storey when less than a tenth of its height lies between the storey's floor
  /// and the next one.
  private func noteHeights(_ building: Building) {
    var outside: [(String, String)] = []
    for storey in building.storeys {
      let floor = storey.elevation.value
      let ceiling = storey.height.map { floor + $0.value } ?? .infinity
      for space in storey.spaces {
        guard let height = space.height?.value, height > 0.1 else { continue }
        let bottom = space.floorElevation.value
        let inside = min(bottom + height, ceiling) - max(bottom, floor)
        guard inside < 0.1 * min(height, ceiling - floor) else { continue }
        outside.append(
          (
            space.id.value,
            "\(named(space)) reaches from \(short(bottom)) to \(short(bottom + height)) m, outside"
              + " storey “\(storey.name)” at \(short(floor)) m"
          ))
      }
    }
    log.each(
      .warning, code: "ifc.space.outsideStorey",
      suggestion: "move it to the storey it lies in, or correct its height", outside)
  }

  // MARK: - Overlaps

  private func noteOverlaps(_ building: Building) {
    let spaces = building.storeys.flatMap(\.spaces).filter { !$0.footprint.isEmpty }
    let boxes = spaces.map { space in
      Box2(around: space.footprint.polygons.flatMap(\.outer))
        ?? Box2(min: Point2(0, 0), max: Point2(0, 0))
    }
    let index = BoxIndex(boxes)
    var pairs: [(Int, Int, Double)] = []
    for (place, space) in spaces.enumerated() {
      for other in index.indices(intersecting: boxes[place]) where other > place {
        guard !isPart(space, spaces[other]), shareHeight(space, spaces[other]),
          boxes[place].overlap(boxes[other]) > RoomDiagnosis.leastOverlap,
          let area = overlap(space, spaces[other])
        else { continue }
        pairs.append((place, other, area))
      }
    }
    note(pairs, among: spaces)
  }

  /// Less is how authoring programs round (m²).
  private static let leastOverlap = 0.05

  /// A space that lies over several others is told once, as it may be meant (a gross area drawn as a
  /// space).
  private func note(_ pairs: [(Int, Int, Double)], among spaces: [Space]) {
    var count: [Int: Int] = [:]
    for (left, right, area) in pairs {
      for (one, other) in [(left, right), (right, left)]
      where area > 0.9 * spaces[other].footprint.area.value {
        count[one, default: 0] += 1
      }
    }
    let covers = Set(count.filter { $0.value >= 3 }.keys)
    log.each(
      .info, code: "ifc.space.encloses",
      suggestion: "make it a zone, or the whole of which the others are parts",
      covers.sorted().map { place in
        (
          spaces[place].id.value,
          "\(named(spaces[place])) lies over \(count[place] ?? 0) other spaces of its height"
        )
      })
    log.each(
      .warning, code: "ifc.space.overlap",
      suggestion: "correct the boundaries of the two; areas would be counted twice",
      pairs.filter { !covers.contains($0.0) && !covers.contains($0.1) }.map { left, right, area in
        (
          spaces[left].id.value,
          "\(named(spaces[left])) and \(named(spaces[right])) (\(spaces[right].id)) share"
            + " \(short(area)) m² of floor"
        )
      })
  }

  private func isPart(_ left: Space, _ right: Space) -> Bool {
    wholes[left.id] == right.id || wholes[right.id] == left.id
  }

  private func shareHeight(_ left: Space, _ right: Space) -> Bool {
    let low = max(left.floorElevation.value, right.floorElevation.value)
    let high = min(
      left.floorElevation.value + (left.height?.value ?? 0),
      right.floorElevation.value + (right.height?.value ?? 0))
    return high - low > 0.1
  }

  /// The floor that two spaces share (m²); nil when it is no more than rounding.
  private func overlap(_ left: Space, _ right: Space) -> Double? {
    guard let shared = try? left.footprint.intersection(right.footprint) else { return nil }
    let area = shared.area.value
    let least = min(left.footprint.area.value, right.footprint.area.value)
    return area > max(RoomDiagnosis.leastOverlap, 0.01 * least) ? area : nil
  }

  // MARK: - Doors

  private func noteDoors(_ building: Building) {
    var lost: [(String, String)] = []
    for storey in building.storeys where storey.spaces.contains(where: { !$0.footprint.isEmpty }) {
      for door in storey.elements where door.kind == .door {
        guard door.rooms?.spaces.isEmpty ?? true else { continue }
        let name = door.name.isEmpty ? "the door" : "door “\(door.name)”"
        lost.append((door.id.value, "\(name) on storey “\(storey.name)” leads into no space"))
      }
    }
    log.each(
      .warning, code: "ifc.door.joinsNothing",
      suggestion: "draw the spaces beside it, or correct its place", lost)
  }

  private func short(_ metres: Double) -> String {
    let hundredths = (metres * 100).rounded()
    return hundredths == hundredths.rounded() && abs(hundredths) < 1e12
      ? "\(hundredths / 100)" : "\(metres)"
  }
}

extension Box2 {
  /// The area that both boxes cover.
  fileprivate func overlap(_ other: Box2) -> Double {
    let width = Swift.min(max.x, other.max.x) - Swift.max(min.x, other.min.x)
    let height = Swift.min(max.y, other.max.y) - Swift.max(min.y, other.min.y)
    return Swift.max(width, 0) * Swift.max(height, 0)
  }
}
