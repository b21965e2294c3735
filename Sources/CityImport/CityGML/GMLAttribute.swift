/// The attributes in one property of a feature.
enum GMLAttribute {
  /// The names and values in a property; none for geometry and references.
  ///
  /// One for a plain text, one for a generic attribute, one for each text in a structure such as an
  /// address, named by its path.
  static func read(_ property: XMLElement) -> [(name: String, value: String)] {
    if ["boundedBy", "appearance", "relativeToTerrain", "externalReference"].contains(property.name)
    {
      return property.firstChild == nil ? [(property.name, property.text)] : []
    }
    // 2.0: gen:stringAttribute name="…"; 3.0: genericAttribute/gen:StringAttribute/name, value.
    let generic = property.name == "genericAttribute" ? property.firstChild ?? property : property
    if generic.name.hasSuffix("Attribute") {
      let parts = generic.children
      let name = generic.attribute("name") ?? parts.first { $0.name == "name" }?.text
      if let name, let value = parts.first(where: { $0.name == "value" }) {
        return [(name, value.text)]
      }
    }
    guard property.firstChild != nil else {
      let text = property.text
      return text.isEmpty ? [] : [(property.name, text)]
    }
    return texts(property)
  }

  /// The texts below a structure, the names on the way joined by dots.
  private static func texts(_ property: XMLElement) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var waiting: [(element: XMLElement, path: String)] = [(property, property.name)]
    while let (element, path) = waiting.popLast() {
      let parts = element.children
      if parts.isEmpty {
        let text = element.text
        if !text.isEmpty { found.append((path, text)) }
      }
      for part in parts.reversed() {
        // Classes begin with a capital and stand only between two properties.
        let isClass = part.name.utf8.first.map { $0 &- 65 < 26 } == true
        waiting.append((part, isClass ? path : "\(path).\(part.name)"))
      }
    }
    return found
  }
}
