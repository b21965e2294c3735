import TwinModel

/// Reads the materials of an element, with the thickness of layers where there are any.
struct MaterialReader {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations

  /// The layers in order through the element; of its type where it has none itself.
  func layers(of object: STEPInstance) -> [MaterialLayer] {
    let definition =
      relations.material[object] ?? relations.type[object].flatMap { relations.material[$0] }
    return definition.map { layers($0, depth: 0) } ?? []
  }

  private func layers(_ definition: STEPInstance, depth: Int) -> [MaterialLayer] {
    guard depth < 8 else { return [] }
    func of(_ parts: [STEPInstance]) -> [MaterialLayer] {
      parts.flatMap { layers($0, depth: depth + 1) }
    }
    switch model.known(definition) {
    case .material: return [layer(of: definition)]
    case .materialLayerSetUsage: return of(model.instances(definition, .forLayerSet))
    case .materialLayerSet: return of(model.instances(definition, .materialLayers))
    case .materialConstituentSet: return of(model.instances(definition, .materialConstituents))
    case .materialList: return of(model.instances(definition, .materials))
    case .materialProfileSet: return of(model.instances(definition, .materialProfiles))
    case .materialConstituent:
      return [layer(of: model.instance(definition, .material), within: definition)]
    default: break
    }
    // Subtypes: usages with tapering, layers and profiles with offsets.
    if model.isKind(definition, of: .materialProfileSetUsage) {
      return of(model.instances(definition, .forProfileSet))
    }
    if model.isKind(definition, of: .materialProfile) {
      return [layer(of: model.instance(definition, .material), within: definition)]
    }
    guard model.isKind(definition, of: .materialLayer) else { return [] }
    // A layer without material is air.
    var layer = layer(of: model.instance(definition, .material), within: definition)
    layer.thickness = model.real(definition, .layerThickness).map { $0 * units.length }
      .flatMap { $0.isFinite ? Metres($0) : nil }
    return [layer]
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
