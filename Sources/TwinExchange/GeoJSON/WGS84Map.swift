import Foundation
import SpatialCore
import TwinModel

/// Takes local frames of campuses to longitude and latitude (WGS 84).
///
/// Keeps one transformation for each projected system, since making one takes long; it belongs to the
/// task that made it.
public final class WGS84Map {
  private var transformations: [Int: CoordinateTransformation] = [:]

  /// Creates a map without any transformation yet.
  public init() {}

  /// Longitude and latitude of a local point, rounded to seven decimals.
  func place(
    _ point: Point2, of georeference: Georeference
  ) throws(GeometryError) -> Point2 {
    let degrees = try transformation(from: georeference.epsg).forward(georeference.map(point))
    return Point2((degrees.x * 1e7).rounded() / 1e7, (degrees.y * 1e7).rounded() / 1e7)
  }

  /// A GeoJSON MultiPolygon of a local footprint; null when nothing of it is left at 1 cm.
  ///
  /// Outer rings run counter-clockwise and holes clockwise (the right-hand rule), and each repeats its
  /// first position at its end. Source: RFC 7946 §3.1.6, §3.1.7.
  func multiPolygon(
    _ footprint: MultiPolygon, of georeference: Georeference
  ) throws(GeometryError) -> JSONValue {
    var polygons: [JSONValue] = []
    for polygon in footprint.polygons {
      guard let outer = try ring(polygon.outer, of: georeference, isHole: false) else { continue }
      var rings = [outer]
      for hole in polygon.holes {
        if let ring = try ring(hole, of: georeference, isHole: true) { rings.append(ring) }
      }
      polygons.append(.array(rings))
    }
    guard !polygons.isEmpty else { return .null }
    return .object([("type", .text("MultiPolygon")), ("coordinates", .array(polygons))])
  }

  /// A GeoJSON Point.
  ///
  /// Source: RFC 7946 §3.1.2.
  func point(_ point: Point2, of georeference: Georeference) throws(GeometryError) -> JSONValue {
    .object([
      ("type", .text("Point")), ("coordinates", position(try place(point, of: georeference))),
    ])
  }

  // MARK: - Rings

  private func ring(
    _ local: [Point2], of georeference: Georeference, isHole: Bool
  ) throws(GeometryError) -> JSONValue? {
    var points: [Point2] = []
    for point in local {
      let place = try place(point, of: georeference)
      if place != points.last { points.append(place) }
    }
    while points.count > 1, points.first == points.last { points.removeLast() }
    let area = signedArea(points)
    guard points.count >= 3, area != 0, let first = points.first else { return nil }
    if (area > 0) == isHole { points = [first] + points.dropFirst().reversed() }
    return .array((points + [first]).map(position))
  }

  private func position(_ degrees: Point2) -> JSONValue {
    .array([.degrees(degrees.x), .degrees(degrees.y)])
  }

  private func transformation(
    from epsg: Int
  ) throws(GeometryError) -> CoordinateTransformation {
    if let known = transformations[epsg] { return known }
    let new = try CoordinateTransformation(from: epsg, to: 4326)
    transformations[epsg] = new
    return new
  }
}
