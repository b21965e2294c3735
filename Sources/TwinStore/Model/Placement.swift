import Foundation
import GRDB
import TwinModel

/// How the local frame of one import becomes geometry of the store's reference system.
struct Placement {
  private let georeference: Georeference?
  private let srs: Int

  /// Whether the import gets geometry on the map.
  var isPlaced: Bool { georeference != nil }

  /// Prepares placing by `georeference`.
  ///
  /// Another reference system than the store's is transformed by SpatiaLite; when it knows no way,
  /// the import stays unplaced.
  init(_ georeference: Georeference?, srs: Int, in db: Database) throws {
    self.srs = srs
    guard let georeference, georeference.epsg != srs else {
      self.georeference = georeference
      return
    }
    let origin = georeference.map(Point2(0, 0))
    let isReachable =
      try Migration.knows(georeference.epsg, in: db)
      && Bool.fetchOne(
        db, sql: "SELECT ST_Transform(MakePoint(?, ?, ?), ?) IS NOT NULL",
        arguments: [origin.x, origin.y, georeference.epsg, srs]) == true
    self.georeference = isReachable ? georeference : nil
  }

  /// SQL that turns one placeholder for WKB into geometry of the store.
  var expression: String {
    guard let georeference, georeference.epsg != srs else { return "GeomFromWKB(?, \(srs))" }
    // With the names of both systems SpatiaLite does not look them up in SQL for each row, which takes
    // thirty times as long.
    return """
      ST_Transform(GeomFromWKB(?, \(georeference.epsg)), \(srs), NULL,
        'EPSG:\(georeference.epsg)', 'EPSG:\(srs)')
      """
  }

  /// WKB of an outline on the map; nil when it is empty, not finite or not placed.
  func map(_ outline: MultiPolygon) -> Data? {
    guard let georeference, !outline.isEmpty else { return nil }
    let isFinite = outline.polygons.allSatisfy { polygon in
      ([polygon.outer] + polygon.holes).allSatisfy { ring in
        ring.count >= 3 && ring.allSatisfy { $0.x.isFinite && $0.y.isFinite }
      }
    }
    guard isFinite else { return nil }
    return OutlineWKB.encode(outline, place: georeference.map)
  }

  /// WKB of a point on the map; nil when it is not finite or not placed.
  func map(_ point: Point2) -> Data? {
    guard let georeference, point.x.isFinite, point.y.isFinite else { return nil }
    return OutlineWKB.encode(georeference.map(point))
  }
}
