import TwinModel

/// What a wall, door or window of a plan is made of, as slabs, with what had to be assumed.
struct BuildUp: Hashable, Sendable {
  /// The layers.
  var slab: LayeredSlab
  /// Names that no synonym explains, in order.
  var unknownNames: [String] = []
  /// Whether a thickness had to be assumed.
  var assumedThickness = false
  /// Whether the model names no material at all.
  var isDefault = false
}

extension MaterialCatalogue {
  /// The build-up of an element.
  ///
  /// Each layer's name is looked up; a layer of unknown material counts as the seeds'
  /// `unknown_layer`. A layer without thickness takes `thickness` (of the whole element) when it is
  /// alone, else its material's own. An element without layers takes the seeds' default for `role`.
  ///
  /// The materials of a door or window without any thickness are parts side by side: of them frames and
  /// fittings are left out, and of a window all but the panes.
  func buildUp(_ layers: [MaterialLayer], thickness: Metres?, role: Role) -> BuildUp {
    let all = layers.filter { !$0.material.isEmpty }
    let named = role == .door || role == .window ? fillings(of: all, role) : all
    guard !named.isEmpty else {
      return BuildUp(slab: defaults[role] ?? LayeredSlab([]), isDefault: true)
    }
    var result = BuildUp(slab: LayeredSlab([]))
    var slabLayers: [SlabLayer] = []
    for layer in named {
      switch meaning(of: layer.material) {
      case .assembly(let slab): slabLayers += slab.layers
      case .material(let material):
        slabLayers.append(self.layer(layer, material, alone: named.count == 1, thickness, &result))
      case nil:
        if !result.unknownNames.contains(layer.material) {
          result.unknownNames.append(layer.material)
        }
        slabLayers.append(
          self.layer(layer, unknownLayer, alone: named.count == 1, thickness, &result))
      }
    }
    result.slab = LayeredSlab(slabLayers)
    return result
  }

  /// What fills a door or window, of the materials that its author lists.
  private func fillings(of layers: [MaterialLayer], _ role: Role) -> [MaterialLayer] {
    guard layers.allSatisfy({ ($0.thickness ?? 0) <= 0 }) else { return layers }
    let parts = layers.filter { layer in
      let name = layer.material.lowercased()
      return !frameWords.contains { name.contains($0) }
    }
    guard role == .window else { return parts }
    let panes = parts.filter { isGlass($0.material) }
    return panes.isEmpty ? parts : panes
  }

  private func isGlass(_ name: String) -> Bool {
    switch meaning(of: name) {
    case .material(let material): material.name == "glass"
    case .assembly(let slab): slab.layers.contains { $0.material.name == "glass" }
    case nil: false
    }
  }

  private func layer(
    _ layer: MaterialLayer, _ material: RadioMaterial, alone: Bool, _ whole: Metres?,
    _ result: inout BuildUp
  ) -> SlabLayer {
    if let thickness = layer.thickness, thickness > 0 {
      return SlabLayer(material: material, thickness: thickness)
    }
    if alone, let whole, whole > 0 { return SlabLayer(material: material, thickness: whole) }
    result.assumedThickness = true
    return SlabLayer(material: material, thickness: thicknesses[material.name] ?? 0.1)
  }
}

extension MaterialCatalogue {
  /// The slab between two storeys.
  public var floor: LayeredSlab { defaults[.floor] ?? LayeredSlab([]) }
}
