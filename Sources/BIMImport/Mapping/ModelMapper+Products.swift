import SpatialCore
import TwinModel

extension ModelMapper {
  /// A space, and the height of its floor.
  func space(_ product: STEPInstance, _ mesh: SolidMesh?) -> (value: Space, bottom: Double) {
    var space = Space(
      id: ids[product], name: model.text(product, .name) ?? "",
      longName: model.text(product, .longName) ?? "",
      objectType: model.text(product, .objectType) ?? "",
      classifications: classifications.codes(of: product),
      declaredQuantities: properties.quantities(of: product),
      properties: properties.properties(of: product),
      boundaries: boundaries.boundaries(of: product))
    let bottom = SpaceShape.measure(
      &space, mesh, standingAt: shapes.reader.placement(of: product).origin.z)
    return (space, bottom)
  }

  /// An element with its body, openings cut out.
  func element(_ product: STEPInstance, _ body: PlacedShape?) -> Element {
    let properties = properties.properties(of: product)
    let kind = ElementKind(product, in: model)
    return Element(
      id: ids[product], kind: kind,
      sourceClass: model.className(product), name: model.text(product, .name) ?? "",
      layers: materials.layers(of: product), body: body,
      openings: openings(of: product), isExternal: PropertyReader.isExternal(properties),
      overallWidth: shapes.reader.length(product, .overallWidth).map { Metres($0) },
      overallHeight: shapes.reader.length(product, .overallHeight).map { Metres($0) },
      properties: properties, declaredQuantities: self.properties.quantities(of: product),
      classifications: classifications.codes(of: product), partOf: whole(of: product),
      space: kind == .furniture ? places.spaceAround(product).map { ids[$0] } : nil)
  }

  /// The element that a product is an aggregated part of.
  private func whole(of product: STEPInstance) -> GlobalID? {
    guard let whole = relations.parent[product], model.isKind(whole, of: .element),
      places.isPhysical(whole)
    else { return nil }
    return ids[whole]
  }

  private func openings(of product: STEPInstance) -> [Opening] {
    (relations.openings[product] ?? []).map { opening in
      let bounds = shapes.shape(of: opening)?.world.bounds
      return Opening(
        id: ids[opening], filledBy: relations.fillings.first(opening).map { ids[$0] },
        bounds: bounds.flatMap { Box3(around: [$0.min.point, $0.max.point]) })
    }.sorted { $0.id < $1.id }
  }

  /// A device, in the middle of its body or at its placement.
  func device(_ product: STEPInstance, _ body: PlacedShape?) -> Device {
    var position: Point3?
    if let bounds = body?.bounds {
      position = ((Vector3(bounds.min) + Vector3(bounds.max)) / 2).point
    } else if model.instance(product, .objectPlacement) != nil {
      position = shapes.reader.placement(of: product).origin.point
    }
    return Device(
      id: ids[product], kind: devices.kind(product), name: model.text(product, .name) ?? "",
      position: position, space: places.spaceAround(product).map { ids[$0] }, origin: .model,
      properties: properties.properties(of: product))
  }
}
