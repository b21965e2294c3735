import Foundation
import GRDB
public import TwinModel

extension TwinStore {
  /// The objects of the newest city models, in order of import, with outline and mesh.
  ///
  /// - Parameters:
  ///   - kinds: Classes wanted, such as `Building`; all when empty.
  ///   - box: Corners of the part of the map wanted, least first; everything when nil. Objects without
  ///     an outline are left out of a part.
  /// - Returns: The objects, those of one file in order of the file.
  /// - Throws: ``StoreError/damaged(path:reason:)`` and the cases about files.
  public func cityObjects(
    kinds: [String] = [], within box: (min: Point2, max: Point2)? = nil
  ) throws(StoreError) -> [CityObject] {
    try read { db in
      let (condition, arguments) = Self.condition(kinds, box)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.object_id, o.kind, o.parent, o.lod, o.z_ground, o.z_eave, o.z_top, o.attributes,
            ST_AsBinary(o.footprint), m.triangles
          FROM city_object o JOIN city_file f ON f.id = o.file AND f.is_current
          LEFT JOIN mesh m ON m.id = o.mesh
          WHERE \(condition) ORDER BY o.id
          """, arguments: arguments)
      var objects: [CityObject] = []
      while let row = try rows.next() {
        var object = CityObject(
          id: row[0], kind: row[1], parent: row[2], lod: row[3],
          ground: (row[4] as Double?).map { Metres($0) },
          eave: (row[5] as Double?).map { Metres($0) },
          top: (row[6] as Double?).map { Metres($0) }, attributes: row[7])
        if let outline = row[8] as Data? { object.footprint = try decode(outline, of: object.id) }
        if let triangles = row[9] as Data? {
          guard let mesh = MeshBlob.decode(triangles) else {
            throw StoreError.damaged(path: path, reason: "the mesh of \(object.id) is cut short")
          }
          object.mesh = mesh
        }
        objects.append(object)
      }
      return objects
    }
  }

  /// Outlines of the objects of the newest city models, in order of import, for a map.
  ///
  /// - Throws: ``StoreError/damaged(path:reason:)`` and the cases about files.
  public func cityOutlines(kinds: [String] = []) throws(StoreError) -> [MultiPolygon] {
    try read { db in
      let (condition, arguments) = Self.condition(kinds, nil)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT ST_AsBinary(o.footprint), o.object_id
          FROM city_object o JOIN city_file f ON f.id = o.file AND f.is_current
          WHERE o.footprint IS NOT NULL AND \(condition) ORDER BY o.id
          """, arguments: arguments)
      return try rows.map { try decode($0[0], of: $0[1]) }
    }
  }

  private func decode(_ outline: Data, of id: String) throws -> MultiPolygon {
    guard let decoded = OutlineWKB.decode(outline) else {
      throw StoreError.damaged(path: path, reason: "the outline of \(id) is none")
    }
    return decoded
  }

  private static func condition(
    _ kinds: [String], _ box: (min: Point2, max: Point2)?
  ) -> (String, StatementArguments) {
    var condition = "1"
    var arguments = StatementArguments()
    if !kinds.isEmpty {
      condition = "o.kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))"
      arguments += StatementArguments(kinds)
    }
    if let box {
      condition += """
         AND o.rowid IN (SELECT pkid FROM idx_city_object_footprint
          WHERE xmin <= ? AND xmax >= ? AND ymin <= ? AND ymax >= ?)
        """
      arguments += [box.max.x, box.min.x, box.max.y, box.min.y]
    }
    return (condition, arguments)
  }
}
