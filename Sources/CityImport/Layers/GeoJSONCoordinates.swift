import TwinModel

/// Coordinates of GeoJSON, nested as deep as the type says.
enum GeoJSONCoordinates {
  /// The geometry with the coordinates at the cursor; nil when they are not as its type wants them.
  static func geometry(
    _ type: String, _ cursor: inout JSONCursor
  ) throws(JSONSyntaxError) -> MapGeometry? {
    switch type {
    case "Point": return try point(&cursor).map { .points([$0]) }
    case "MultiPoint": return try points(&cursor).map { .points($0) }
    case "LineString":
      return try points(&cursor).flatMap { $0.count < 2 ? nil : .lines([$0]) }
    case "MultiLineString":
      return try rings(&cursor).flatMap { lines in
        lines.isEmpty || lines.contains { $0.count < 2 } ? nil : .lines(lines)
      }
    case "Polygon":
      return try rings(&cursor).flatMap(MapGeometry.polygon).map { .areas(MultiPolygon([$0])) }
    case "MultiPolygon":
      guard cursor.isAtArray() else { return nil }
      var areas: [Polygon] = []
      var isWhole = true
      var isFirst = true
      while try cursor.nextItem(&isFirst) {
        if let area = try rings(&cursor).flatMap(MapGeometry.polygon) {
          areas.append(area)
        } else {
          isWhole = false
        }
      }
      return isWhole && !areas.isEmpty ? .areas(MultiPolygon(areas)) : nil
    default: return nil
    }
  }

  private static func point(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> Point2? {
    guard let numbers = try cursor.numbersIfAny(), numbers.count >= 2,
      (numbers[0] + numbers[1]).isFinite
    else { return nil }
    return Point2(numbers[0], numbers[1])
  }

  private static func points(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> [Point2]? {
    guard cursor.isAtArray() else {
      try cursor.skip()
      return nil
    }
    var points: [Point2] = []
    var isWhole = true
    var isFirst = true
    while try cursor.nextItem(&isFirst) {
      if let point = try point(&cursor) { points.append(point) } else { isWhole = false }
    }
    return isWhole && !points.isEmpty ? points : nil
  }

  private static func rings(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> [[Point2]]? {
    guard cursor.isAtArray() else {
      try cursor.skip()
      return nil
    }
    var rings: [[Point2]] = []
    var isWhole = true
    var isFirst = true
    while try cursor.nextItem(&isFirst) {
      if let ring = try points(&cursor) { rings.append(ring) } else { isWhole = false }
    }
    return isWhole ? rings : nil
  }
}
