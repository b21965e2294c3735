import TwinModel

extension GMLSurfaces {
  /// The geometry in a property such as `lod2Solid`, with the elements that its faces were read from;
  /// nil when there is none.
  mutating func geometry(
    in property: XMLElement, lod: String?
  ) -> (geometry: CityGeometry, elements: [XMLElement])? {
    guard var element = property.firstChild ?? target(of: property) else { return nil }
    if let target = target(of: element) { element = target }
    var faces: [Face] = []
    var geometry = CityGeometry(.multiSurface, lod: lod)
    switch element.name {
    case "Solid":
      geometry.kind = .solid
      faces = solid(element, number: 0)
    case "MultiSolid", "CompositeSolid":
      geometry.kind = element.name == "MultiSolid" ? .multiSolid : .compositeSolid
      for (number, part) in solids(in: element).enumerated() {
        faces += solid(part, number: number)
      }
    case "CompositeSurface":
      geometry.kind = .compositeSurface
      faces = self.faces(of: element)
    case "MultiPoint", "Point":
      geometry.kind = .multiPoint
      element.eachDescendant {
        if $0.name == "Point" {
          geometry.points += GMLCoordinates.points(in: $0).filter(\.isFinite)
        }
      }
    case "MultiCurve", "CompositeCurve", "Curve", "LineString":
      geometry.kind = .multiLineString
      element.eachDescendant {
        guard $0.name == "LineString" || $0.name == "LineStringSegment" else { return }
        geometry.lines.append(GMLCoordinates.points(in: $0).filter(\.isFinite))
      }
    default: faces = self.faces(of: element)
    }
    geometry.surfaces = faces.map(\.surface)
    let isEmpty = faces.isEmpty && geometry.points.isEmpty && geometry.lines.isEmpty
    return isEmpty ? nil : (geometry, faces.map(\.element))
  }

  private mutating func solids(in element: XMLElement) -> [XMLElement] {
    var solids: [XMLElement] = []
    for member in element.children {
      if let target = target(of: member) { solids.append(target) }
      solids += member.children
    }
    return solids.flatMap { $0.name == "Solid" ? [$0] : $0.children.flatMap(\.children) }
      .filter { $0.name == "Solid" }
  }

  private mutating func solid(_ element: XMLElement, number: Int) -> [Face] {
    var faces: [Face] = []
    var voids = 0
    for side in element.children where side.name == "exterior" || side.name == "interior" {
      if side.name == "interior" { voids += 1 }
      faces += self.faces(of: side).map { face in
        var face = face
        face.surface.solid = number
        face.surface.shell = side.name == "interior" ? voids : 0
        return face
      }
    }
    return faces
  }
}

extension Point3 {
  /// Whether all three coordinates are finite.
  var isFinite: Bool { (x + y + z).isFinite }
}
