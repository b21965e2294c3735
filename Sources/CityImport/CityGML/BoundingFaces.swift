/// The faces that bound one feature and say what they are: walls, roofs, windows.
struct BoundingFaces {
  private var words: [XMLElement: String] = [:]
  private var byLOD: [String: [GMLSurfaces.Face]] = [:]
  private var used: [String: Set<XMLElement>] = [:]

  /// Whether the property holds such faces.
  static func isBoundary(_ property: XMLElement) -> Bool {
    property.children.contains { CityGMLClasses.isThematicSurface($0.name) }
  }

  /// Adds the faces that a property of the feature holds.
  mutating func add(_ property: XMLElement, _ surfaces: inout GMLSurfaces) {
    // Openings lie in walls, windows in the fillings of these: what is within is of its own kind.
    var waiting = [property]
    while let next = waiting.popLast() {
      for bound in next.children where CityGMLClasses.isThematicSurface(bound.name) {
        for part in bound.children {
          if let digit = part.name.dropFirst(3).first, part.name.hasPrefix("lod"),
            ("0"..."4").contains(digit)
          {
            add(surfaces.faces(of: part), word: Self.word(bound.name), lod: String(digit))
          } else if Self.isBoundary(part) {
            waiting.append(part)
          }
        }
      }
    }
  }

  /// CityGML 3.0 calls the surface of a window what 2.0 calls the window.
  private static func word(_ name: String) -> String {
    switch name {
    case "WindowSurface": "Window"
    case "DoorSurface": "Door"
    default: name
    }
  }

  private mutating func add(_ faces: [GMLSurfaces.Face], word: String, lod: String) {
    for var face in faces {
      face.surface.semantic = word
      words[face.element] = words[face.element] ?? word
      byLOD[lod, default: []].append(face)
    }
  }

  /// The word of a face of a geometry of the feature, which is not left over then.
  mutating func use(_ element: XMLElement, lod: String) -> String? {
    used[lod, default: []].insert(element)
    return words[element]
  }

  /// For each level of detail the faces that no other geometry of the feature has.
  var left: [CityGeometry] {
    byLOD.sorted { $0.key < $1.key }.compactMap { lod, faces in
      let own = faces.filter { used[lod]?.contains($0.element) != true }.map(\.surface)
      return own.isEmpty ? nil : CityGeometry(.multiSurface, lod: lod, surfaces: own)
    }
  }
}
