import TwinModel

/// What the plan of one storey needs to know of the whole building.
struct BuildingIndex {
  /// The element with the hole, and the hole, of each door and window.
  private(set) var hosts: [GlobalID: (element: Element, opening: Opening)] = [:]
  /// Walls and curtain walls with the storey that holds them and the height of their head.
  private var walls: [(storey: Storey, element: Element, topMetres: Double)] = []

  init(_ building: Building) {
    for storey in building.storeys {
      for element in storey.elements {
        for opening in element.openings {
          guard let filling = opening.filledBy, hosts[filling] == nil else { continue }
          hosts[filling] = (element, opening)
        }
        guard element.isWall, let top = element.mesh?.bounds?.max.z else { continue }
        walls.append((storey, element, top))
      }
    }
  }

  /// Walls that stand on a storey below and reach through `storey`, as a façade of several storeys
  /// does: their head is at least 1.2 m (where a plan is cut) above its floor.
  func wallsReaching(into storey: Storey) -> [Element] {
    walls.filter {
      $0.storey.elevation.value <= storey.elevation.value - 2
        && $0.topMetres >= storey.elevation.value + 1.2
    }.map(\.element)
  }
}

extension Element {
  /// Whether a plan draws it as a wall.
  var isWall: Bool { kind == .wall || kind == .curtainWall }
}
