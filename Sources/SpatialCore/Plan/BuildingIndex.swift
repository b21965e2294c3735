import TwinModel

/// What the plan of one storey needs to know of the whole building.
struct BuildingIndex {
  /// The element with the hole of each door and window, and the hole; a panel of a curtain wall has
  /// an element but no hole.
  private(set) var hosts: [GlobalID: (element: Element, opening: Opening?)] = [:]
  /// Parts by the element that they are parts of.
  private var parts: [GlobalID: [Element]] = [:]
  /// Walls and curtain walls with the storey that holds them and the height of their head.
  private var walls: [(storey: Storey, element: Element, topMetres: Double)] = []

  init(_ building: Building) {
    var wholes: [GlobalID: Element] = [:]
    for element in building.storeys.lazy.flatMap(\.elements) {
      if let whole = element.partOf { parts[whole, default: []].append(element) }
      if element.isWall { wholes[element.id] = element }
      for opening in element.openings {
        guard let filling = opening.filledBy, hosts[filling] == nil else { continue }
        hosts[filling] = (element, opening)
      }
    }
    for storey in building.storeys {
      for element in storey.elements {
        if element.kind == .door || element.kind == .window, hosts[element.id] == nil,
          let whole = element.partOf.flatMap({ wholes[$0] })
        {
          hosts[element.id] = (whole, nil)
        }
        guard element.isWall, let top = body(of: element)?.bounds?.max.z else { continue }
        walls.append((storey, element, top))
      }
    }
  }

  /// The body of an element: its own, else that of its parts together, less those that a plan draws
  /// by themselves; nil when there is none.
  func body(of element: Element) -> TriangleMesh? {
    if let mesh = element.mesh { return mesh }
    return bodyOfParts(element.id, depth: 0)
  }

  /// Whether an element has parts that a plan draws by themselves.
  func hasDrawnParts(_ element: Element) -> Bool {
    parts[element.id]?.contains { $0.isDrawn && body(of: $0) != nil } ?? false
  }

  private func bodyOfParts(_ id: GlobalID, depth: Int) -> TriangleMesh? {
    // Deeper than any assembly, so that a circle ends.
    guard depth < 8, let parts = parts[id] else { return nil }
    var result: TriangleMesh?
    for part in parts where !part.isDrawn && part.kind != .railing {
      guard let mesh = part.mesh ?? bodyOfParts(part.id, depth: depth + 1) else { continue }
      if result == nil { result = mesh } else { result?.append(mesh) }
    }
    return result
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

  /// Whether a plan draws it as a stair.
  var isStair: Bool { kind == .stair || kind == .ramp }

  /// Whether a plan draws it, whatever it is a part of.
  fileprivate var isDrawn: Bool {
    switch kind {
    case .wall, .curtainWall, .door, .window, .column, .furniture, .stair, .ramp: true
    default: false
    }
  }
}
