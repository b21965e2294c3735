import TwinModel

extension ElementKind {
  /// What an element is to the studies, by its class or the nearest supertype that says it.
  init(_ product: STEPInstance, in model: IFCModel) {
    let table: [(IFCClass, ElementKind)] = [
      (.wall, .wall), (.curtainWall, .curtainWall), (.roof, .roof), (.slab, .slab), (.door, .door),
      (.window, .window), (.column, .column), (.beam, .beam), (.stair, .stair),
      (.stairFlight, .stair), (.ramp, .ramp), (.rampFlight, .ramp), (.railing, .railing),
      (.covering, .covering), (.furnishingElement, .furniture),
    ]
    self = table.first { model.isKind(product, of: $0.0) }?.1 ?? .other
  }
}
