import TwinModel

/// The polygons of one member of a city model, by element and by id.
///
/// Every ring is read once, however often its polygon is referred to.
struct GMLSurfaces {
  /// A face and the element that it was read from.
  struct Face {
    var element: XMLElement
    var surface: CitySurface
  }

  /// Elements by the id that they are referred to by.
  private(set) var byID: [String: XMLElement] = [:]
  /// Elements by local name, only those with a capital.
  private(set) var elements: [String: Int] = [:]
  /// Rings of polygons, the points of these, and the sum of their areas.
  private(set) var rings = 0
  private(set) var points = 0
  private(set) var polygonArea = 0.0
  private(set) var bounds: Box3?
  /// Rings whose last point is not the first one, and coordinates that are no numbers.
  private(set) var openRings = 0
  private(set) var badRings = 0
  /// References that lead nowhere.
  var missing: [String] = []

  private var read: [XMLElement: CitySurface] = [:]
  /// Levels of references and nested geometries that are followed, so that a circle ends.
  private static let deepest = 64

  /// Reads the polygons below `member`.
  init(in member: XMLElement) {
    member.eachDescendant { element in
      let name = element.name
      if name.utf8.first.map({ $0 &- 65 < 26 }) == true { elements[name, default: 0] += 1 }
      if let id = element.id { byID[id] = byID[id] ?? element }
      if name == "Polygon" || name == "PolygonPatch" || name == "Triangle" || name == "Rectangle" {
        read(element, isPolygon: name == "Polygon")
      }
    }
  }

  private mutating func read(_ polygon: XMLElement, isPolygon: Bool) {
    var surface = CitySurface(rings: [])
    var area = 0.0
    for child in polygon.children {
      let isHole = child.name == "interior" || child.name == "innerBoundaryIs"
      guard isHole || child.name == "exterior" || child.name == "outerBoundaryIs",
        let ring = child.firstChild
      else { continue }
      let points = ring.name == "Ring" ? curve(ring) : GMLCoordinates.points(in: ring)
      guard let closed = close(points) else { continue }
      let own = CitySurface(rings: [closed]).area
      if isPolygon { count(closed, area: own) }
      area += isHole ? -own : own
      surface.rings.append(closed)
    }
    if isPolygon { polygonArea += area }
    if !surface.rings.isEmpty { read[polygon] = surface }
  }

  /// A `Ring` of curves: their points one after the other, each joint once.
  private func curve(_ ring: XMLElement) -> [Point3] {
    var points: [Point3] = []
    ring.eachDescendant { element in
      guard element.name == "LineString" || element.name == "LineStringSegment" else { return }
      let own = GMLCoordinates.points(in: element)
      points += points.last == own.first ? Array(own.dropFirst()) : own
    }
    return points
  }

  private mutating func close(_ points: [Point3]) -> [Point3]? {
    guard points.allSatisfy({ ($0.x + $0.y + $0.z).isFinite }) else {
      badRings += 1
      return nil
    }
    guard points.count > 1, points.first == points.last else {
      openRings += 1
      return points.isEmpty ? nil : points
    }
    return Array(points.dropLast())
  }

  private mutating func count(_ ring: [Point3], area: Double) {
    // A ring of two points has no area and is no ring.
    guard ring.count > 1 else { return }
    rings += 1
    points += ring.count
    for point in ring {
      if bounds == nil {
        bounds = Box3(around: CollectionOfOne(point))
      } else {
        bounds?.include(point)
      }
    }
  }

  // MARK: - Geometries

  /// The faces of a geometry, or of a property that holds or refers to one.
  mutating func faces(of element: XMLElement, flipped: Bool = false, depth: Int = 0) -> [Face] {
    guard depth < Self.deepest else { return [] }
    if let surface = read[element] {
      return [Face(element: element, surface: flipped ? surface.flipped : surface)]
    }
    var isFlipped = flipped
    if element.name == "OrientableSurface", element.attribute("orientation") == "-" {
      isFlipped.toggle()
    }
    if let target = target(of: element) {
      return faces(of: target, flipped: isFlipped, depth: depth + 1)
    }
    return element.children.flatMap { faces(of: $0, flipped: isFlipped, depth: depth + 1) }
  }

  /// The element that `xlink:href` of `element` leads to; nil without one, or when it leads nowhere.
  mutating func target(of element: XMLElement) -> XMLElement? {
    guard let reference = element.attribute("href") else { return nil }
    guard reference.hasPrefix("#"), let target = byID[String(reference.dropFirst())] else {
      missing.append(reference)
      return nil
    }
    return target
  }
}

extension CitySurface {
  /// The same face seen from the other side.
  var flipped: CitySurface {
    var result = self
    result.rings = rings.map { $0.reversed() }
    return result
  }
}
