import TwinModel

/// The walls around a space as its boundaries state them: area, material, doors and windows in them.
struct WallRows {
  private let materials: MaterialReader
  /// Walls by identity, and the wall that each door and window is in.
  private var walls: [GlobalID: STEPInstance] = [:]
  private var hosts: [GlobalID: GlobalID] = [:]

  init(
    _ model: IFCModel, _ materials: MaterialReader, _ relations: ModelRelations, _ ids: Identities
  ) {
    self.materials = materials
    guard relations.boundaries.count > 0 else { return }
    for wall in model.instances(of: .wall) + model.instances(of: .curtainWall) {
      walls[ids[wall]] = wall
    }
    for filling in model.instances(of: .door) + model.instances(of: .window) {
      if let host = relations.filled[filling].flatMap({ relations.voided[$0] }) {
        hosts[ids[filling]] = ids[host]
      }
    }
  }

  /// The walls of a space, by GlobalId; none without boundaries.
  func rows(of space: Space) -> [ModelInspection.WallRow] {
    var areas: [GlobalID: Double] = [:]
    var openings: [GlobalID: Double] = [:]
    for boundary in space.boundaries {
      guard let element = boundary.element else { continue }
      let area = boundary.surface?.area.value ?? 0
      if walls[element] != nil {
        areas[element, default: 0] += area
      } else if let host = hosts[element] {
        openings[host, default: 0] += area
      }
    }
    return areas.sorted { $0.key < $1.key }.map { id, area in
      ModelInspection.WallRow(
        guid: id.value, area: ModelInspection.rounded(area),
        openingArea: ModelInspection.rounded(openings[id] ?? 0),
        materials: walls[id].map { materials.layers(of: $0) } ?? [])
    }
  }
}
