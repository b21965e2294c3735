import SpatialCore
import TwinModel

/// Which space of a storey a point lies in, by footprint and height.
struct SpaceLookup {
  private let spaces: [Space]
  private let owners: [Int]
  private let polygons: [(outer: [Vector2], holes: [[Vector2]])]
  private let index: BoxIndex

  init(_ spaces: [Space]) {
    self.spaces = spaces
    var owners: [Int] = []
    var polygons: [(outer: [Vector2], holes: [[Vector2]])] = []
    var boxes: [Box2] = []
    for (place, space) in spaces.enumerated() {
      for polygon in space.footprint.polygons {
        guard let box = Box2(around: polygon.outer) else { continue }
        func ring(_ points: [Point2]) -> [Vector2] { points.map { Vector2($0.x, $0.y) } }
        owners.append(place)
        polygons.append((ring(polygon.outer), polygon.holes.map(ring)))
        boxes.append(box)
      }
    }
    self.owners = owners
    self.polygons = polygons
    index = BoxIndex(boxes)
  }

  /// The space that holds `point`, up to half a metre above its own body, since a detector may hang
  /// from the slab there; the first of several, nil when there is none.
  func space(at point: Point3) -> GlobalID? {
    let place = Vector2(point.x, point.y)
    let found = index.indices(at: point.plan).filter { candidate in
      let space = spaces[owners[candidate]]
      let floor = space.floorElevation.value
      return point.z >= floor - 0.1 && point.z <= floor + (space.height?.value ?? 0) + 0.5
        && encloses(polygons[candidate].outer, place)
        && !polygons[candidate].holes.contains { encloses($0, place) }
    }
    return found.map { owners[$0] }.min().map { spaces[$0].id }
  }
}
