import SpatialCore
import TwinModel

/// Reads the boundaries of spaces: what lies behind each piece of their surface.
struct BoundaryReader {
  let model: IFCModel
  let relations: ModelRelations
  let ids: Identities
  let surfaces: BoundarySurfaces

  /// The boundaries of a space, ordered by GlobalId.
  func boundaries(of space: STEPInstance) -> [SpaceBoundary] {
    guard let relations = relations.boundaries[space] else { return [] }
    let placed = surfaces.placement(of: space)
    return relations.map { boundary($0, placed: placed) }.sorted { $0.id < $1.id }
  }

  private func boundary(_ relation: STEPInstance, placed: AffineTransform) -> SpaceBoundary {
    let element = model.instance(relation, .relatedBuildingElement)
    let isBuilt = element.map {
      model.isKind($0, of: .element) && model.known($0) != .virtualElement
    }
    return SpaceBoundary(
      id: ids[relation], level: level(relation),
      element: isBuilt == true ? element.map { ids[$0] } : nil, isPhysical: isPhysical(relation),
      exposure: exposure(relation),
      corresponding: model.instance(relation, .correspondingBoundary).map { ids[$0] },
      parent: model.instance(relation, .parentBoundary).map { ids[$0] },
      surface: surfaces.surface(of: relation, placed: placed))
  }

  /// By the class of IFC4; in IFC2X3 by the name, which implementers agreed upon (“2ndLevel”) and some
  /// spell out.
  private func level(_ relation: STEPInstance) -> Int? {
    if model.isKind(relation, of: .relSpaceBoundary2ndLevel) { return 2 }
    if model.isKind(relation, of: .relSpaceBoundary1stLevel) { return 1 }
    let name = model.text(relation, .name)?.lowercased() ?? ""
    if name.hasPrefix("1st") || name.hasPrefix("first") { return 1 }
    if name.hasPrefix("2nd") || name.hasPrefix("second") { return 2 }
    return nil
  }

  private func isPhysical(_ relation: STEPInstance) -> Bool? {
    switch model.word(relation, .physicalOrVirtualBoundary) {
    case "PHYSICAL": true
    case "VIRTUAL": false
    default: nil
    }
  }

  private func exposure(_ relation: STEPInstance) -> SpaceBoundary.Exposure {
    switch model.word(relation, .internalOrExternalBoundary) {
    case "INTERNAL": .internal
    case "EXTERNAL": .external
    case "EXTERNAL_EARTH": .earth
    case "EXTERNAL_WATER": .water
    case "EXTERNAL_FIRE": .fire
    default: .unknown
    }
  }
}
