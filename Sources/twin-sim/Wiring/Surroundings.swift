import RadioCoverage
import TwinModel
import TwinStore

/// The buildings of the database's city models around a campus, in its local frame.
struct Surroundings {
  private let campus: Campus
  private let store: TwinStore
  /// How far around the campus buildings are looked for: what a site of a school reaches.
  private static let reach = 300.0

  init(of campus: Campus, in store: TwinStore) {
    self.campus = campus
    self.store = store
  }

  /// Outlines with roofs; none where the campus has no place on the database's map.
  ///
  /// The campus' own
  /// buildings, which a city model has too, are left out.
  func blockers() throws -> [OutdoorBlocker] {
    guard let place = campus.georeference, place.epsg == store.srs,
      let box = box(on: place), try !store.cityFileHashes().isEmpty
    else { return [] }
    let own = campus.buildings.compactMap {
      OutdoorBlocker(id: $0.id.value, outline: $0.footprint, top: 0)
    }
    return try store.cityObjects(kinds: ["Building", "BuildingPart"], within: box).compactMap {
      object in
      let rings = object.footprint.polygons.flatMap { [$0.outer] + $0.holes }.map { ring in
        ring.map { place.local($0) }
      }
      guard let top = object.eave ?? object.top,
        let blocker = OutdoorBlocker(
          id: object.id, rings: rings, top: top - place.height),
        !own.contains(where: { $0.overlaps(blocker) })
      else { return nil }
      return blocker
    }.sorted { $0.id < $1.id }
  }

  /// The campus' box on the map, widened by what its sites reach; nil without outlines.
  private func box(on place: Georeference) -> (min: Point2, max: Point2)? {
    let points = campus.buildings.flatMap { $0.footprint.polygons.flatMap(\.outer) }.map(place.map)
    guard let first = points.first else { return nil }
    let low = points.reduce(first) { Point2(min($0.x, $1.x), min($0.y, $1.y)) }
    let high = points.reduce(first) { Point2(max($0.x, $1.x), max($0.y, $1.y)) }
    return (
      Point2(low.x - Self.reach, low.y - Self.reach),
      Point2(high.x + Self.reach, high.y + Self.reach)
    )
  }
}

extension OutdoorBlocker {
  /// Whether either has a corner or the middle of its corners in the other.
  fileprivate func overlaps(_ other: OutdoorBlocker) -> Bool {
    rings.contains { $0.contains(where: other.contains) || other.contains($0.middle) }
      || other.rings.contains { $0.contains(where: contains) || contains($0.middle) }
  }
}

extension [Point2] {
  /// The mean of the corners.
  fileprivate var middle: Point2 {
    Point2(
      reduce(0) { $0 + $1.x } / Double(count), reduce(0) { $0 + $1.y } / Double(count))
  }
}

extension Georeference {
  /// The local coordinates of a point of the map: ``map(_:)`` undone.
  fileprivate func local(_ point: Point2) -> Point2 {
    let (dx, dy) = ((point.x - eastings.value) / scale, (point.y - northings.value) / scale)
    return Point2(dx * abscissa + dy * ordinate, dy * abscissa - dx * ordinate)
  }
}
