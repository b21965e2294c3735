/// What walls, slabs, doors and windows are made of.
package enum Construction: String, Hashable, Sendable {
  /// Frame with aerated concrete blocks, as schools are built now.
  case block
  /// Brick, as older schools are.
  case brick

  /// One layer: the material and its thickness in millimetres.
  package struct Layer: Hashable, Sendable {
    /// Name of the material, Chinese and English.
    package var material: String
    /// Thickness, in millimetres.
    package var thickness: Int

    init(_ material: String, _ thickness: Int) {
      self.material = material
      self.thickness = thickness
    }
  }

  /// Layers of an outer wall, from outside in.
  package var outerWall: [Layer] {
    switch self {
    case .block:
      [
        Layer("面砖 Ceramic tile", 10), Layer("水泥砂浆 Cement plaster", 20),
        Layer("加气混凝土砌块 Aerated concrete block", 200), Layer("水泥砂浆 Cement plaster", 20),
      ]
    case .brick:
      [
        Layer("水泥砂浆 Cement plaster", 20), Layer("烧结砖 Brick", 240),
        Layer("石灰砂浆 Lime plaster", 20),
      ]
    }
  }

  /// Layers of a wall between two rooms.
  package var innerWall: [Layer] {
    switch self {
    case .block:
      [
        Layer("水泥砂浆 Cement plaster", 20), Layer("加气混凝土砌块 Aerated concrete block", 200),
        Layer("水泥砂浆 Cement plaster", 20),
      ]
    case .brick:
      [
        Layer("石灰砂浆 Lime plaster", 20), Layer("烧结砖 Brick", 240),
        Layer("石灰砂浆 Lime plaster", 20),
      ]
    }
  }

  /// Layers of a storey's floor, from below.
  package static let slab = [Layer("钢筋混凝土 Reinforced concrete", 150)]
  /// Layers of a double-glazed window.
  package static let window = [
    Layer("玻璃 Glass", 6), Layer("空气 Air", 12), Layer("玻璃 Glass", 6),
  ]
  /// Layers of a door leaf.
  package static let door = [Layer("木材 Wood", 45)]
  /// Layers of a fire door.
  package static let fireDoor = [Layer("钢 Steel", 50)]

  /// Sum of the layers, in millimetres.
  package static func thickness(_ layers: [Layer]) -> Int {
    layers.reduce(0) { $0 + $1.thickness }
  }
}
