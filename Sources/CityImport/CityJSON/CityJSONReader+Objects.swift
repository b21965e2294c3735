import TwinModel

extension CityJSONReader {
  /// The object at the cursor; what of it cannot be read is a finding.
  mutating func object(
    _ id: String, _ cursor: inout JSONCursor, vertices: [Point3]
  ) throws(JSONSyntaxError) -> CityFileObject {
    var object = CityFileObject(id: id, type: "")
    guard cursor.isAtObject() else {
      try cursor.skip()
      log.add(.error, "cim.object", id, "the city object is no JSON object")
      return object
    }
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      switch name {
      case "type": object.type = try cursor.stringIfAny() ?? ""
      case "parents": object.parents = try cursor.strings()
      case "parent":
        // CityJSON before 1.0.
        if let parent = try cursor.stringIfAny() { object.parents.append(parent) }
      case "children", "members": object.children += try cursor.strings()
      case "attributes" where cursor.isAtObject():
        try readAttributes(&object, &cursor)
      case "geometry" where cursor.isAtArray():
        var isFirstGeometry = true
        while try cursor.nextItem(&isFirstGeometry) {
          let raw = try RawGeometry(&cursor)
          if let geometry = geometry(raw, of: id, vertices: vertices) {
            object.geometries.append(geometry)
          }
        }
      default: try cursor.skip()
      }
    }
    if !CityObjectTypes.isKnown(object.type) {
      log.add(
        .warning, "cim.type", id,
        object.type.isEmpty
          ? "the city object has no type" : "the type “\(object.type)” is not one of CityJSON",
        suggestion: "it is kept under its name; types of extensions begin with “+”")
    }
    return object
  }

  private func readAttributes(
    _ object: inout CityFileObject, _ cursor: inout JSONCursor
  ) throws(JSONSyntaxError) {
    let start = cursor.position
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      object.attributeNames.append(name)
      try cursor.skip()
    }
    object.attributes = JSONExtract.compact(cursor.bytes, start..<cursor.position)
  }
}
