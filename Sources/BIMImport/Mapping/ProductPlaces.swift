import TwinModel

/// Where products belong in the spatial structure.
struct ProductPlaces {
  let model: IFCModel
  let relations: ModelRelations

  /// Whether a product is something built or installed, and no hole, virtual element or the like.
  func isPhysical(_ product: STEPInstance) -> Bool {
    !model.isKind(product, of: .featureElement) && model.known(product) != .virtualElement
  }

  /// The nearest storey, building or site around a product: of what contains it, what it is a part
  /// of, what it fills or what it covers; nil when there is none.
  func home(of product: STEPInstance) -> STEPInstance? {
    var at: STEPInstance? = product
    // Deeper than any structure, so that a circle ends.
    for _ in 0..<64 {
      guard let here = at else { return nil }
      if here != product, isHome(here) { return here }
      at =
        relations.container[here] ?? relations.parent[here]
        ?? relations.filled[here].flatMap { relations.voided[$0] ?? relations.parent[$0] }
        ?? relations.covered[here]
    }
    return nil
  }

  private func isHome(_ place: STEPInstance) -> Bool {
    switch model.known(place) {
    case .buildingStorey, .building, .site: true
    case .space, .project: false
    default: model.isKind(place, of: .facility)
    }
  }

  /// The space that contains a product, directly or around what it is a part of.
  func spaceAround(_ product: STEPInstance) -> STEPInstance? {
    var at: STEPInstance? = product
    for _ in 0..<16 {
      guard let here = at else { return nil }
      if let place = relations.container[here] {
        return model.isKind(place, of: .space) ? place : nil
      }
      at = relations.parent[here]
    }
    return nil
  }
}
