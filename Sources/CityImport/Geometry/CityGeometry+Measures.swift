import SpatialCore
public import TwinModel

extension CitySurface {
  /// The vector normal to the face whose length is its area (m²), holes taken off.
  ///
  /// Source: M. E. Newell's method, with coordinates from the first point on, so that a far-off map
  /// frame costs no digits.
  var areaVector: Vector3 {
    guard let first = rings.first?.first else { return .zero }
    let origin = Vector3(first)
    var twice = Vector3.zero
    for ring in rings {
      guard var previous = ring.last.map({ Vector3($0) - origin }) else { continue }
      for point in ring {
        let next = Vector3(point) - origin
        twice += previous.cross(next)
        previous = next
      }
    }
    return twice / 2
  }

  /// Area (m²) of the face, in the unit of its coordinates squared.
  public var area: Double { areaVector.length }
}

extension CityGeometry {
  /// Sum of the faces' areas (m²).
  public var area: Double { surfaces.reduce(0) { $0 + $1.area } }

  /// The volume enclosed (m³): of outer shells positive when faces look outward, voids taken off; nil
  /// for what is no body.
  public var volume: Double? {
    guard isSolid else { return nil }
    guard let reference = surfaces.first?.rings.first?.first.map({ Vector3($0) }) else { return 0 }
    return surfaces.reduce(0) { sum, surface in
      guard let point = surface.rings.first?.first else { return sum }
      return sum + (Vector3(point) - reference).dot(surface.areaVector)
    } / 3
  }

  /// Areas (m²) by what the faces are, ordered by name; faces without a word are left out.
  public var areaBySemantic: [(semantic: String, area: Double)] {
    var areas: [String: Double] = [:]
    for surface in surfaces {
      if let semantic = surface.semantic { areas[semantic, default: 0] += surface.area }
    }
    return areas.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The least box around everything; nil when there is nothing.
  public var bounds: Box3? {
    var box: Box3?
    func include(_ point: Point3) {
      if box == nil { box = Box3(around: CollectionOfOne(point)) } else { box?.include(point) }
    }
    for surface in surfaces { for ring in surface.rings { ring.forEach(include) } }
    lines.forEach { $0.forEach(include) }
    points.forEach(include)
    return box
  }

  /// The geometry with every point taken through `place`.
  func mapped<Failure: Error>(
    _ place: (Point3) throws(Failure) -> Point3
  ) throws(Failure) -> CityGeometry {
    var result = self
    for surface in surfaces.indices {
      for ring in surfaces[surface].rings.indices {
        for point in surfaces[surface].rings[ring].indices {
          result.surfaces[surface].rings[ring][point] = try place(
            surfaces[surface].rings[ring][point])
        }
      }
    }
    for line in lines.indices {
      for point in lines[line].indices {
        result.lines[line][point] = try place(lines[line][point])
      }
    }
    for point in points.indices { result.points[point] = try place(points[point]) }
    return result
  }
}
