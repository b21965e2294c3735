import SpatialCore
import TwinModel

extension ShapeReader {
  /// The shape of a mapped item at `place` whose representation was meshed before; nil for others.
  func shared(_ item: STEPInstance, in place: AffineTransform) -> ProductShape? {
    guard model.known(item) == .mappedItem, let map = model.instance(item, .mappingSource),
      let known = maps[map], !known.mesh.isEmpty, let inside = try? mapping(item)
    else { return nil }
    return ProductShape(local: known.mesh, place: place.after(inside), map: map)
  }

  /// IfcMappedItem: a representation that several products share, meshed once.
  func mappedItem(_ item: STEPInstance, depth: Int) throws(ShapeProblem) -> SolidMesh {
    guard let map = model.instance(item, .mappingSource) else {
      throw .degenerate("IfcMappedItem without MappingSource")
    }
    let target = try mapping(item)
    if let known = maps[map] {
      // Whoever uses it pays for it, so that it does not matter who was first.
      work -= known.work
      guard work > 0 else { throw .degenerate("an element takes more work than it may") }
      return known.mesh.transformed(target)
    }
    guard let shared = model.instance(map, .mappedRepresentation) else {
      throw .degenerate("IfcRepresentationMap without a representation")
    }
    let before = (troubles: troubles.count, work: work)
    let mesh = mesh(items: model.instances(shared, .items), depth: depth + 1)
    // What went wrong is told again for each product, so only a clean mesh is kept.
    if troubles.count == before.troubles { maps[map] = (mesh, before.work - work) }
    return mesh.transformed(target)
  }

  /// Where a mapped item puts its representation.
  func mapping(_ item: STEPInstance) throws(ShapeProblem) -> AffineTransform {
    var transform = AffineTransform.identity
    if let target = model.instance(item, .mappingTarget) { transform = try transformation(target) }
    if let map = model.instance(item, .mappingSource) {
      transform = transform.after(try frame(map, .mappingOrigin))
    }
    return transform
  }
}
