import TwinModel

/// Reads the materials of an element, with the thickness of layers where there are any.
struct MaterialReader {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations

  /// The layers in order through the element; of its type where it has none itself.
  func layers(of object: STEPInstance) -> [MaterialLayer] {
    guard
      let stated = relations.material[object]
        ?? relations.type[object].flatMap({ relations.material[$0] })
    else { return [] }
    return parts(of: set(of: stated)).compactMap(layer)
  }

  /// The set that a usage uses, also one with tapering; all else as it is.
  private func set(of definition: STEPInstance) -> STEPInstance {
    if model.isKind(definition, of: .materialLayerSetUsage) {
      return model.instance(definition, .forLayerSet) ?? definition
    }
    if model.isKind(definition, of: .materialProfileSetUsage) {
      return model.instance(definition, .forProfileSet) ?? definition
    }
    return definition
  }

  private func parts(of set: STEPInstance) -> [STEPInstance] {
    switch model.known(set) {
    case .materialLayerSet: model.instances(set, .materialLayers)
    case .materialConstituentSet: model.instances(set, .materialConstituents)
    case .materialProfileSet: model.instances(set, .materialProfiles)
    case .materialList: model.instances(set, .materials)
    default: [set]
    }
  }

  /// One part of a set, or a material alone; nil for what is neither.
  private func layer(_ part: STEPInstance) -> MaterialLayer? {
    if model.known(part) == .material { return layer(of: part) }
    // Subtypes are layers and profiles with offsets; a layer without material is air.
    if model.isKind(part, of: .materialLayer) {
      var layer = layer(of: model.instance(part, .material), within: part)
      layer.thickness = model.real(part, .layerThickness).map { $0 * units.length }
        .flatMap { $0.isFinite ? Metres($0) : nil }
      return layer
    }
    guard
      model.isKind(part, of: .materialProfile) || model.known(part) == .materialConstituent
    else { return nil }
    return layer(of: model.instance(part, .material), within: part)
  }

  /// A material, in the part of a set that holds it.
  private func layer(
    of material: STEPInstance?, within part: STEPInstance? = nil
  ) -> MaterialLayer {
    let words = [
      part.flatMap { model.text($0, .category) }, part.flatMap { model.text($0, .name) },
      material.flatMap { model.text($0, .category) },
    ]
    return MaterialLayer(
      material: material.flatMap { model.text($0, .name) } ?? "",
      category: words.lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "")
  }
}
