import GRDB
import TwinModel

/// Writes meshes; identical ones are kept once in the file, so that an element that did not change
/// between two versions costs nothing.
final class MeshWriter {
  private let insertion: Insertion
  private let lookup: Statement
  /// Whether the file had no mesh before this import; then only its own need to be looked for.
  private let startedEmpty: Bool
  /// Digests of the meshes that this import wrote.
  private var written: Set<Int64> = []

  init(_ db: Database) throws {
    insertion = try Insertion(db, into: "mesh", ["digest", "triangles"])
    startedEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM mesh)") ?? false
    lookup = try db.makeStatement(sql: "SELECT id FROM mesh WHERE digest = ? AND triangles = ?")
  }

  /// The key of `mesh`, written when it is new.
  func write(_ mesh: TriangleMesh, of element: GlobalID) throws -> Int64 {
    guard let data = MeshBlob.encode(mesh) else {
      throw StoreError.notStorable(
        what: "The mesh of \(element)", reason: "an index names a vertex that it does not have")
    }
    let digest = MeshBlob.digest(data)
    if written.contains(digest) || !startedEmpty,
      let key = try Int64.fetchOne(lookup, arguments: [digest, data])
    {
      return key
    }
    written.insert(digest)
    return try insertion(.key(digest), .blob(data))
  }
}
