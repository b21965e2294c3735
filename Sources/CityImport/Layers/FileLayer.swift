import SpatialCore
public import TwinModel

/// A map layer as its file has it.
public struct FileLayer: Hashable, Sendable {
  /// `GeoJSON` or `GeoPackage`.
  public var format: String
  /// Its name in the file; empty for GeoJSON without one.
  public var name: String
  /// Name of the reference system as written, or as the format fixes it; nil when there is none.
  public var crs: String?
  /// The features, in the coordinates of the file, easting or longitude first.
  public var features: [MapFeature]
  /// What was found wrong.
  public var findings: [Finding]

  /// The layer on the map of the store.
  ///
  /// - Parameters:
  ///   - target: EPSG code of the store's map.
  ///   - override: The reference system, in place of what the file says; nil to believe the file.
  /// - Returns: The features, whether they could be placed, and what was wrong with that.
  public func placed(
    to target: Int, override: SystemName?
  ) -> (features: [MapFeature], isPlaced: Bool, findings: [Finding]) {
    var log = FindingLog()
    func unplaced(_ code: String, _ message: String) -> ([MapFeature], Bool, [Finding]) {
      log.add(
        .warning, code, name, message, suggestion: "name the reference system with --crs EPSG:…")
      let bare = features.map { MapFeature(id: $0.id, geometry: nil, attributes: $0.attributes) }
      return (bare, false, log.findings)
    }
    guard let system = override ?? crs.flatMap({ SystemName($0) }) else {
      return unplaced(
        "layer.crs",
        "the reference system \(crs.map { "“\($0)”" } ?? "") is not known; the layer has "
          + "no place on the map")
    }
    let placing: MapPlacing
    do {
      placing = try MapPlacing(from: system, to: target, isLongitudeFirst: true)
    } catch {
      return unplaced("layer.crs", error.description)
    }
    let placed = features.map { feature in
      var feature = feature
      do throws(GeometryError) { feature.geometry = try feature.geometry?.placed(placing) } catch {
        log.add(
          .error, "layer.place", feature.id, "it has no place on the map: \(error)",
          suggestion: "use a database whose reference system covers the layer (--db-crs)")
        feature.geometry = nil
      }
      return feature
    }
    return (placed, true, log.findings)
  }
}

extension MapGeometry {
  fileprivate func placed(_ placing: MapPlacing) throws(GeometryError) -> MapGeometry {
    func place(_ points: [Point2]) throws(GeometryError) -> [Point2] {
      var placed: [Point2] = []
      for point in points { placed.append(try placing.place(point)) }
      return placed
    }
    switch self {
    case .points(let points): return .points(try place(points))
    case .lines(let lines):
      var placed: [[Point2]] = []
      for line in lines { placed.append(try place(line)) }
      return .lines(placed)
    case .areas(let areas):
      var placed = MultiPolygon()
      for area in areas.polygons {
        var holes: [[Point2]] = []
        for hole in area.holes { holes.append(try place(hole)) }
        placed.polygons.append(Polygon(outer: try place(area.outer), holes: holes))
      }
      return .areas(placed)
    }
  }
}
