import TwinModel

/// Coordinates as GML writes them: `posList`, a row of `pos`, or GML 2's `coordinates`.
enum GMLCoordinates {
  /// The points in `element`, which holds one of these; points of two numbers lie at height 0.
  static func points(in element: XMLElement) -> [Point3] {
    var points: [Point3] = []
    for child in element.children {
      switch child.name {
      case "posList":
        let values = numbers(in: child)
        points += self.points(values, dimension: dimension(of: child, values.count))
      case "pos":
        let values = numbers(in: child)
        points += self.points(values, dimension: values.count == 2 ? 2 : 3)
      case "coordinates": points += oldPoints(child)
      case "pointProperty", "pointRep", "Point": points += self.points(in: child)
      default: continue
      }
    }
    return points
  }

  /// The numbers of an element's text, separated by blanks; what is no number is NaN.
  static func numbers(in element: XMLElement) -> [Double] {
    var numbers: [Double] = []
    element.eachText { bytes in
      var cursor = JSONCursor(bytes)
      while cursor.peek() != nil {
        let start = cursor.position
        if let number = try? cursor.number(),
          cursor.position == bytes.count || bytes[cursor.position] <= 0x20
        {
          numbers.append(number)
          continue
        }
        // “+5”, “.5” and garbage, which JSON has no room for.
        cursor.position = start
        while cursor.position < bytes.count, bytes[cursor.position] > 0x20 { cursor.position += 1 }
        let word = String(decoding: bytes[start..<cursor.position], as: UTF8.self)
        numbers.append(Double(word) ?? .nan)
        if cursor.position == start { cursor.position += 1 }
      }
    }
    return numbers
  }

  /// Numbers a point: `srsDimension` of the element or one around it, else 3 when that fits.
  private static func dimension(of element: XMLElement, _ count: Int) -> Int {
    var next: XMLElement? = element
    while let current = next {
      if let text = current.attribute("srsDimension") ?? current.attribute("dimension"),
        let dimension = Int(text), dimension == 2 || dimension == 3, count.isMultiple(of: dimension)
      {
        return dimension
      }
      next = current.parent
    }
    return count.isMultiple(of: 3) || !count.isMultiple(of: 2) ? 3 : 2
  }

  private static func points(_ numbers: [Double], dimension: Int) -> [Point3] {
    stride(from: 0, through: numbers.count - dimension, by: dimension).map { first in
      Point3(numbers[first], numbers[first + 1], dimension == 3 ? numbers[first + 2] : 0)
    }
  }

  /// Source: GML 3.1.1 §10.1.4.1, with its defaults: “,” within and “ ” between points.
  private static func oldPoints(_ element: XMLElement) -> [Point3] {
    let comma = element.attribute("cs").flatMap(\.first) ?? ","
    let blank = element.attribute("ts").flatMap(\.first) ?? " "
    let point = element.attribute("decimal").flatMap(\.first) ?? "."
    return element.text.split(whereSeparator: { $0 == blank || $0.isWhitespace }).compactMap {
      tuple in
      let values = tuple.split(separator: comma).map { word in
        Double(String(word.map { $0 == point ? "." : $0 })) ?? .nan
      }
      guard values.count == 2 || values.count == 3 else { return nil }
      return Point3(values[0], values[1], values.count == 3 ? values[2] : 0)
    }
  }
}
