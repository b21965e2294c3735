package import TwinModel

/// Which room of a plan a point lies in.
package struct RoomLookup: Sendable {
  private let rooms: [PlanRoom]
  private let parts: [(room: Int, polygon: PlanPolygon)]
  private let areas: [Double]
  private let index: BoxIndex

  /// Prepares the rooms of a plan.
  package init(_ rooms: [PlanRoom]) {
    self.rooms = rooms
    parts = rooms.indices.flatMap { room in rooms[room].outline.map { (room, $0) } }
    areas = rooms.map(\.area.value)
    index = BoxIndex(parts.map { Box2($0.polygon) })
  }

  /// Index of the room that holds `point`, borders included; nil when none does.
  ///
  /// Where rooms lie over one another (a zone drawn as a space, say) the smallest one answers, and
  /// of equal ones the first.
  package func room(at point: PlanPoint) -> Int? {
    index.indices(at: Point2(Double(point.x), Double(point.y)))
      .filter { parts[$0].polygon.contains(point) }.map { parts[$0].room }
      .min { (areas[$0], $0) < (areas[$1], $1) }
  }

  /// GlobalId of the room that holds `point`; see ``room(at:)-(PlanPoint)``.
  package func id(at point: PlanPoint) -> GlobalID? { room(at: point).map { rooms[$0].id } }
}
