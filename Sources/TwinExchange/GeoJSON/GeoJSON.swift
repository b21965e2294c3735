import SpatialCore
public import TwinModel

/// Writes campuses, buildings, rooms and devices as GeoJSON feature collections.
///
/// Coordinates are longitude and latitude (WGS 84) with seven decimals; each feature stands on a line
/// of its own. A feature whose campus has no georeference, or which has no outline, is unlocated: its
/// geometry is `null`. Keys carry their unit (`area_m2`). Facts of a feature's subject that hold for
/// the present and for all stages become properties under the name of their quantity.
///
/// Source: RFC 7946.
public enum GeoJSON {
  /// One feature for each campus: the outline of its buildings.
  ///
  /// - Throws: ``ExchangeError/cannotPlace(campus:reason:)``.
  public static func campuses(
    _ campuses: [Campus], facts: [Fact] = [], using map: WGS84Map = WGS84Map()
  ) throws(ExchangeError) -> String {
    let facts = FactProperties(facts)
    var features: [JSONValue] = []
    for campus in campuses {
      features.append(
        try feature(
          campus.id.value, of: campus,
          properties: [
            ("name", .text(campus.name)), ("kind", .text(campus.kind.rawValue)),
            ("stages", .array(campus.stages.map { .text($0.rawValue) })),
            ("buildings", .integer(campus.buildings.count)),
          ] + facts.of(.campus(campus.id))
        ) { georeference throws(GeometryError) in
          let outlines = MultiPolygon(campus.buildings.flatMap(\.footprint.polygons))
          return try map.multiPolygon(outlines.merged(), of: georeference)
        })
    }
    return collection(features)
  }

  /// One feature for each building: its outline.
  ///
  /// - Throws: ``ExchangeError/cannotPlace(campus:reason:)``.
  public static func buildings(
    of campuses: [Campus], facts: [Fact] = [], using map: WGS84Map = WGS84Map()
  ) throws(ExchangeError) -> String {
    let facts = FactProperties(facts)
    var features: [JSONValue] = []
    for campus in campuses {
      for building in campus.buildings {
        let numbers = StoreyNumbering.numbers(of: building)
        features.append(
          try feature(
            building.id.value, of: campus,
            properties: [
              ("campus", .text(campus.id.value)), ("name", .text(building.name)),
              ("storeys_above_ground", .integer(numbers.count { $0 > 0 })),
              ("storeys_below_ground", .integer(numbers.count { $0 < 0 })),
            ] + facts.of(.building(building.id))
          ) { georeference throws(GeometryError) in
            try map.multiPolygon(building.footprint, of: georeference)
          })
      }
    }
    return collection(features)
  }

  /// One feature for each room: its floor outline, building by building, bottom up.
  ///
  /// - Throws: ``ExchangeError/cannotPlace(campus:reason:)``.
  public static func spaces(
    of campus: Campus, facts: [Fact] = [], using map: WGS84Map = WGS84Map()
  ) throws(ExchangeError) -> String {
    let facts = FactProperties(facts)
    var features: [JSONValue] = []
    for building in campus.buildings {
      for (storey, number) in zip(building.storeys, StoreyNumbering.numbers(of: building)) {
        for space in storey.spaces {
          features.append(
            try feature(
              space.id.value, of: campus,
              properties: [
                ("campus", .text(campus.id.value)), ("building", .text(building.name)),
                ("storey", .text(storey.name)), ("storey_number", .integer(number)),
                ("name", .text(space.name)), ("long_name", .text(space.longName)),
                ("area_m2", measure(space.floorArea ?? space.footprint.area)),
                ("height_m", measure(space.height)),
                ("floor_m", measure(space.floorElevation)),
              ] + facts.of(.space(space.id))
            ) { georeference throws(GeometryError) in
              try map.multiPolygon(space.footprint, of: georeference)
            })
        }
      }
    }
    return collection(features)
  }

  /// One feature for each device: the point it stands at, with its height above the local zero.
  ///
  /// - Parameters:
  ///   - devices: Those of the model or those that a study proposes, in the local frame of `campus`.
  ///   - campus: Says where the frame lies.
  ///   - map: Keeps transformations between calls.
  /// - Returns: The collection, features in the order of `devices`.
  /// - Throws: ``ExchangeError/cannotPlace(campus:reason:)``.
  public static func devices(
    _ devices: [Device], of campus: Campus, using map: WGS84Map = WGS84Map()
  ) throws(ExchangeError) -> String {
    var features: [JSONValue] = []
    for device in devices {
      features.append(
        try feature(
          device.id.value, of: campus,
          properties: [
            ("campus", .text(campus.id.value)), ("kind", .text(device.kind)),
            ("name", .text(device.name)), ("origin", .text(device.origin.rawValue)),
            ("space", device.space.map { .text($0.value) } ?? .null),
            ("height_m", measure(device.position.map { Metres($0.z) })),
          ]
        ) { georeference throws(GeometryError) in
          guard let position = device.position else { return .null }
          return try map.point(position.plan, of: georeference)
        })
    }
    return collection(features)
  }

  // MARK: - Features

  private static func feature(
    _ id: String, of campus: Campus, properties: [(key: String, value: JSONValue)],
    geometry: (Georeference) throws(GeometryError) -> JSONValue
  ) throws(ExchangeError) -> JSONValue {
    var place = JSONValue.null
    if let georeference = campus.georeference {
      do throws(GeometryError) {
        place = try geometry(georeference)
      } catch {
        throw .cannotPlace(campus: campus.id.value, reason: error.description)
      }
    }
    return .object([
      ("type", .text("Feature")), ("id", .text(id)), ("geometry", place),
      ("properties", .object(properties)),
    ])
  }

  private static func collection(_ features: [JSONValue]) -> String {
    let lines = features.map(\.json).joined(separator: ",\n")
    return "{\"type\":\"FeatureCollection\",\"features\":[\n\(lines)\n]}\n"
  }
}

/// A length or area to the millimetre (or its square's thousandth); null when it is not known.
private func measure<Unit>(_ quantity: Quantity<Unit>?) -> JSONValue {
  quantity.map { .number(($0.value * 1000).rounded() / 1000) } ?? .null
}
