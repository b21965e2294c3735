import SpatialCore
import TwinModel

/// A piece of floor that devices of one kind share.
struct PlacementArea {
  let rooms: [PlanRoom]
  let floor: PlanPolygon
  let times: Int
  /// The least clear height of its rooms.
  let height: Metres
}

extension PlacementArea {
  /// The pieces of a storey's floor: parts of rooms, or what passages join of them.
  ///
  /// - Parameters:
  ///   - plan: The storey.
  ///   - wanted: How often the floor of each room must be served; rooms without a number get nothing.
  ///   - doorsAreOpen: Whether doors join rooms; bare holes always do.
  ///   - glassIsClear: Whether windows between two rooms join them, sill below and head above the eye.
  /// - Returns: The pieces, in order of rooms.
  /// - Throws: ``GeometryError`` when outlines cannot be joined.
  static func areas(
    of plan: StoreyPlan, wanted: [GlobalID: Int], doorsAreOpen: Bool, glassIsClear: Bool
  ) throws(GeometryError) -> [PlacementArea] {
    let rooms = plan.rooms.filter { wanted[$0.id] != nil }
    let index = Dictionary(
      rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var group = Array(rooms.indices)
    func root(_ room: Int) -> Int {
      var room = room
      while group[room] != room { room = group[room] }
      return room
    }
    var passages: [(room: Int, outline: PlanPolygon)] = []
    for opening in plan.openings where opening.rooms.count == 2 {
      guard isPassage(opening, doorsAreOpen, glassIsClear),
        let a = index[opening.rooms[0]], let b = index[opening.rooms[1]],
        wanted[rooms[a].id] == wanted[rooms[b].id],
        let outline = outline(of: opening, in: plan)
      else { continue }
      let (low, high) = (min(root(a), root(b)), max(root(a), root(b)))
      group[high] = low
      passages.append((a, outline))
    }
    var areas: [PlacementArea] = []
    for first in rooms.indices where root(first) == first {
      let members = rooms.indices.filter { root($0) == first }.map { rooms[$0] }
      var floors = members.flatMap(\.outline).filter {
        $0.outer.count > 2 && twiceArea($0.outer) != 0
      }
      let joints = passages.filter { root($0.room) == first }.map(\.outline)
      if !joints.isEmpty { floors = try (floors + joints).merged() }
      for floor in floors {
        let within = members.filter { room in
          room.outline.contains { part in part.outer.contains(where: floor.contains) }
        }
        areas.append(
          PlacementArea(
            rooms: members.count == 1 || within.isEmpty ? members : within, floor: floor,
            times: members.compactMap { wanted[$0.id] }.max() ?? 1,
            height: members.map { $0.height ?? plan.height }.min() ?? plan.height))
      }
    }
    return areas
  }

  private static func isPassage(
    _ opening: PlanOpening, _ doorsAreOpen: Bool, _ glassIsClear: Bool
  ) -> Bool {
    switch opening.kind {
    case .door: doorsAreOpen
    case .hole: opening.sill <= 300
    case .window: glassIsClear && opening.sill <= 1200 && opening.head >= 1800
    }
  }

  /// The floor in the thickness of the wall, a centimetre into the rooms on both sides.
  private static func outline(of opening: PlanOpening, in plan: StoreyPlan) -> PlanPolygon? {
    let thickness = plan.walls.first { $0.id == opening.wall }?.thickness ?? 120
    let (a, b) = (opening.start, opening.end)
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 100, thickness < 1500 else { return nil }
    let reach = (Double(thickness) / 2 + 10) / length
    let (nx, ny) = (Int64((-dy * reach).rounded()), Int64((dx * reach).rounded()))
    return PlanPolygon(outer: [
      PlanPoint(a.x - nx, a.y - ny), PlanPoint(b.x - nx, b.y - ny),
      PlanPoint(b.x + nx, b.y + ny), PlanPoint(a.x + nx, a.y + ny),
    ])
  }
}
