import GRDB
import TwinModel

/// Writes the objects of one city model.
struct CityObjectWriter {
  private let db: Database
  private let file: Int64
  private let insertion: Insertion
  private let meshes: MeshWriter

  init(_ db: Database, file: Int64, srs: Int) throws {
    self.db = db
    self.file = file
    meshes = try MeshWriter(db)
    insertion = try Insertion(
      db, into: "city_object",
      [
        "file", "object_id", "parent", "kind", "lod", "z_ground", "z_eave", "z_top", "attributes",
        "mesh", "footprint",
      ], expressions: ["footprint": "GeomFromWKB(?, \(srs))"])
  }

  func write(_ object: CityObject) throws {
    let mesh = try object.mesh.map { try meshes.write($0, of: GlobalID(object.id)) }
    try insertion(
      .key(file), .text(object.id), .text(object.parent), .text(object.kind), .text(object.lod),
      .real(object.ground?.value), .real(object.eave?.value), .real(object.top?.value),
      .text(object.attributes), .key(mesh),
      .blob(object.footprint.isEmpty ? nil : OutlineWKB.encode(object.footprint)))
  }

  /// Gives parents without an outline that of their parts, with the heights of these.
  func outlineParents() throws {
    try db.execute(
      sql: """
        UPDATE city_object AS whole SET
          footprint = (SELECT CastToMultiPolygon(ST_Union(part.footprint)) FROM city_object part
            WHERE part.file = whole.file AND part.parent = whole.object_id),
          z_ground = (SELECT min(part.z_ground) FROM city_object part
            WHERE part.file = whole.file AND part.parent = whole.object_id),
          z_eave = (SELECT min(part.z_eave) FROM city_object part
            WHERE part.file = whole.file AND part.parent = whole.object_id),
          z_top = (SELECT max(part.z_top) FROM city_object part
            WHERE part.file = whole.file AND part.parent = whole.object_id)
        WHERE file = ? AND footprint IS NULL AND z_ground IS NULL AND EXISTS (
          SELECT 1 FROM city_object part
          WHERE part.file = whole.file AND part.parent = whole.object_id)
        """, arguments: [file])
  }
}
