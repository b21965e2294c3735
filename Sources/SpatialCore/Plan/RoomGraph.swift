public import TwinModel

/// The graph of rooms: which spaces the doors and windows of a building lie between.
public enum RoomGraph {
  /// Fills ``Element/rooms`` of all doors and windows that something is known of.
  ///
  /// What the file says counts: the spaces whose boundaries name the door or window. Where they name
  /// none, or only one side of an inner door, the rooms that lie on both sides of it in the plan do.
  /// A storey that cannot be drawn keeps what the file says.
  public static func complete(_ building: inout Building) {
    let stated = Self.stated(in: building)
    let index = BuildingIndex(building)
    for storey in building.storeys.indices {
      let openings = building.storeys[storey].elements.indices.filter {
        let kind = building.storeys[storey].elements[$0].kind
        return kind == .door || kind == .window
      }
      guard !openings.isEmpty else { continue }
      let open = openings.filter { !isComplete(stated[building.storeys[storey].elements[$0].id]) }
      var seen: [GlobalID: [GlobalID]] = [:]
      if !open.isEmpty,
        let drawing = try? StoreyDrawing(
          of: building.storeys[storey], in: building, number: 1, index: index, scope: .openings)
      {
        for opening in drawing.plan.openings { seen[opening.id] = opening.rooms }
      }
      for place in openings {
        let id = building.storeys[storey].elements[place].id
        building.storeys[storey].elements[place].rooms = rooms(stated[id], seen[id])
      }
    }
  }

  /// What the boundaries of spaces say of an element.
  private struct Statement {
    var spaces: Set<GlobalID> = []
    var isExternal = false
  }

  private static func stated(in building: Building) -> [GlobalID: Statement] {
    var result: [GlobalID: Statement] = [:]
    for space in building.storeys.lazy.flatMap(\.spaces) {
      for boundary in space.boundaries {
        guard let element = boundary.element else { continue }
        result[element, default: Statement()].spaces.insert(space.id)
        if boundary.exposure == .external { result[element]?.isExternal = true }
      }
    }
    return result
  }

  private static func isComplete(_ statement: Statement?) -> Bool {
    guard let statement else { return false }
    return statement.spaces.count >= 2 || statement.isExternal
  }

  private static func rooms(_ statement: Statement?, _ seen: [GlobalID]?) -> RoomsBeside? {
    guard let statement, !statement.spaces.isEmpty else {
      return seen.map { RoomsBeside(spaces: $0, source: .geometry) }
    }
    if !isComplete(statement), let seen, seen.count > 1, statement.spaces.isSubset(of: seen) {
      return RoomsBeside(spaces: seen, source: .geometry)
    }
    return RoomsBeside(spaces: Array(statement.spaces), source: .boundaries)
  }
}
