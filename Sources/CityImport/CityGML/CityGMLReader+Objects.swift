import SpatialCore
import TwinModel

extension CityGMLReader {
  /// Reads a feature and its parts, adding them to `objects`; gives the feature's id.
  @discardableResult
  mutating func read(
    _ feature: XMLElement, parent: String?, _ surfaces: inout GMLSurfaces,
    _ objects: inout [CityFileObject]
  ) -> String {
    let type = CityGMLClasses.type(of: feature.name) ?? "+" + feature.name
    let id = feature.id ?? nextID(type)
    var object = CityFileObject(id: id, type: type, parents: parent.map { [$0] } ?? [])
    if type.hasPrefix("+") {
      log.add(
        .warning, "cim.type", id, "“\(feature.name)” is not a class of CityGML",
        suggestion: "it is kept as an extension, under the name \(type)")
    }
    let place = objects.count
    objects.append(object)
    var bounding = BoundingFaces()
    for property in feature.children { bounding.add(property, &surfaces) }
    var attributes: [(name: String, value: String)] = []
    for property in feature.children {
      let parts = property.children
      if BoundingFaces.isBoundary(property) { continue }
      if let lod = Self.lod(property, of: feature) {
        if let geometry = geometry(property, lod: lod, id, &surfaces, &bounding) {
          object.geometries.append(geometry)
        }
      } else if parts.contains(where: { CityGMLClasses.type(of: $0.name) != nil }) {
        for part in parts where CityGMLClasses.type(of: part.name) != nil {
          object.children.append(read(part, parent: id, &surfaces, &objects))
        }
      } else if property.name == "groupMember", let reference = property.attribute("href") {
        object.children.append(String(reference.drop { $0 == "#" }))
      } else {
        attributes += GMLAttribute.read(property)
      }
    }
    object.geometries += bounding.left
    var names: Set<String> = []
    let unique = attributes.filter { names.insert($0.name).inserted }
    object.attributeNames = unique.map(\.name)
    object.attributes = JSONExtract.object(unique)
    objects[place] = object
    return id
  }

  private mutating func nextID(_ type: String) -> String {
    nameless += 1
    let id = "\(type)-without-id-\(nameless)"
    log.add(
      .warning, "cim.id.missing", id, "a \(type) has no gml:id",
      suggestion: "it is called \(id); give it an id that stays")
    return id
  }

  /// Level of detail of a property that holds a geometry; nil for other properties.
  private static func lod(_ property: XMLElement, of feature: XMLElement) -> String? {
    let name = property.name
    if name == "tin" || name == "reliefPoints" || name == "ridgeOrValleyLines"
      || name == "breaklines"
    {
      // A relief says its level of detail in an element beside.
      return feature.children.first { $0.name == "lod" }?.text ?? "1"
    }
    guard name.hasPrefix("lod"), let digit = name.dropFirst(3).first, ("0"..."4").contains(digit),
      !name.hasSuffix("TerrainIntersection"), name.count > 4
    else { return nil }
    return String(digit)
  }

  private mutating func geometry(
    _ property: XMLElement, lod: String, _ id: String, _ surfaces: inout GMLSurfaces,
    _ bounding: inout BoundingFaces
  ) -> CityGeometry? {
    if property.name.hasSuffix("ImplicitRepresentation") {
      return implicit(property, lod: lod, id, &surfaces)
    }
    guard let read = surfaces.geometry(in: property, lod: lod) else { return nil }
    var geometry = read.geometry
    for (number, element) in read.elements.enumerated() {
      geometry.surfaces[number].semantic = bounding.use(element, lod: lod)
    }
    return geometry
  }

  /// A prototype put in its place.
  ///
  /// Source: OGC 12-019 §8.3: world = matrix · prototype + reference point.
  private mutating func implicit(
    _ property: XMLElement, lod: String, _ id: String, _ surfaces: inout GMLSurfaces
  ) -> CityGeometry? {
    guard let element = property.firstChild, element.name == "ImplicitGeometry" else { return nil }
    var matrix: Matrix4? = Matrix4(Matrix4.identity)
    var reference = Point3(0, 0, 0)
    var prototype: CityGeometry?
    for part in element.children {
      switch part.name {
      case "transformationMatrix": matrix = Matrix4(GMLCoordinates.numbers(in: part))
      case "referencePoint":
        if let point = part.firstChild {
          reference = GMLCoordinates.points(in: point).first ?? reference
        }
      case "relativeGMLGeometry", "relativeGeometry":
        if let name = part.attribute("href").map({ String($0.drop { $0 == "#" }) }),
          let known = prototypes[name]
        {
          prototype = known
        } else {
          prototype = surfaces.geometry(in: part, lod: nil)?.geometry
          if let name = part.firstChild?.id { prototypes[name] = prototype }
        }
      case "libraryObject":
        log.add(
          .warning, "cim.library", id, "the geometry lies in another file, \(part.text)",
          suggestion: "it is not read; write it into the model")
      default: continue
      }
    }
    guard let prototype, let matrix, reference.isFinite else {
      log.add(
        .error, "cim.template", id,
        "an implicit geometry has no prototype, no matrix of 16 numbers or no place")
      return nil
    }
    var geometry = prototype.mapped { point in
      let moved = matrix.apply(.init(point))
      return Point3(moved.x + reference.x, moved.y + reference.y, moved.z + reference.z)
    }
    geometry.lod = lod
    geometry.template = CityGeometry.Template(number: nil, lod: lod)
    return geometry
  }
}
