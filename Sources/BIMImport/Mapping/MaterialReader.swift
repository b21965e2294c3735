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
    case .material: return [MaterialLayer(material: model.text(definition, .name) ?? "")]
    case .materialLayerSetUsage: return of(model.instances(definition, .forLayerSet))
    case .materialLayerSet: return of(model.instances(definition, .materialLayers))
    case .materialConstituentSet: return of(model.instances(definition, .materialConstituents))
    case .materialList: return of(model.instances(definition, .materials))
    case .materialProfileSetUsage: return of(model.instances(definition, .forProfileSet))
    case .materialProfileSet: return of(model.instances(definition, .materialProfiles))
    case .materialConstituent, .materialProfile:
      return of(model.instances(definition, .material))
    default:
      // IfcMaterialLayer and its subtype with offsets; a layer without material is air.
      guard model.isKind(definition, of: .materialLayer) else { return [] }
      let name = model.instance(definition, .material).flatMap { model.text($0, .name) }
      let thickness = model.real(definition, .layerThickness).map { $0 * units.length }
        .flatMap { $0.isFinite ? Metres($0) : nil }
      return [MaterialLayer(material: name ?? "", thickness: thickness)]
    }
  }
}
