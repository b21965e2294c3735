import SpatialCore
import TwinModel

extension CityJSONReader {
  /// The geometry that `raw` describes; nil, with a finding about `id`, when nothing of it can be read.
  mutating func geometry(
    _ raw: RawGeometry, of id: String, vertices: [Point3]
  ) -> CityGeometry? {
    guard let type = raw.type, let boundaries = raw.boundaries else {
      log.add(.error, "cim.geometry", id, "a geometry has no type or no boundaries")
      return nil
    }
    if type == "GeometryInstance" { return instance(raw, boundaries, of: id, vertices: vertices) }
    guard let kind = CityGeometry.Kind(rawValue: type) else {
      log.add(
        .error, "cim.geometry", id, "the geometry type “\(type)” is not one of CityJSON",
        suggestion: "the geometry is left out")
      return nil
    }
    var builder = BoundaryBuilder(raw: raw, boundaries: boundaries, vertices: vertices)
    let geometry = builder.build(kind)
    if builder.badIndices > 0 {
      log.add(
        .error, "cim.vertex.index", id,
        "\(builder.badIndices) vertex indices of a \(type) lead to no vertex (there are "
          + "\(vertices.count))", suggestion: "the faces at them are left out; the rest is read")
    }
    if builder.badNesting > 0 {
      log.add(
        .error, "cim.boundaries", id,
        "the boundaries of a \(type) are not nested as they must be, in \(builder.badNesting) places",
        suggestion: "what is not in place is left out")
    }
    return geometry
  }

  private mutating func instance(
    _ raw: RawGeometry, _ boundaries: NestedIndices, of id: String, vertices: [Point3]
  ) -> CityGeometry? {
    guard let number = raw.template, templates.indices.contains(number) else {
      log.add(
        .error, "cim.template", id,
        "a geometry instance names template \(raw.template.map { "\($0)" } ?? "none"), but there are "
          + "\(templates.count)")
      return nil
    }
    let index = boundaries.items(at: 0)?.first.flatMap { boundaries.number(at: $0) }
    guard let index, vertices.indices.contains(index), !vertices[index].x.isNaN else {
      log.add(.error, "cim.vertex.index", id, "a geometry instance names no vertex to stand at")
      return nil
    }
    guard let matrix = Matrix4(raw.matrix ?? Matrix4.identity) else {
      log.add(
        .error, "cim.template.matrix", id, "a transformation matrix is not 16 finite numbers")
      return nil
    }
    let place = Vector3(vertices[index])
    var geometry = templates[number].mapped { (matrix.apply(Vector3($0)) + place).point }
    geometry.template = CityGeometry.Template(number: number, lod: geometry.lod)
    geometry.lod = raw.lod
    return geometry
  }
}
