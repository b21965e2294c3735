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
  /// Keys of the meshes at hand by their storage, so that a shared one is looked at once.
  ///
  /// The meshes stay with their keys: storage that is let go might become another mesh.
  private var shared: [Storage: (mesh: TriangleMesh, key: Int64)] = [:]

  init(_ db: Database) throws {
    insertion = try Insertion(db, into: "mesh", ["digest", "triangles"])
    startedEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM mesh)") ?? false
    lookup = try db.makeStatement(sql: "SELECT id FROM mesh WHERE digest = ? AND triangles = ?")
  }

  /// As ``write(_:of:)``, for meshes that elements may share: they are held until ``forgetShared()``.
  func writeShared(_ mesh: TriangleMesh, of element: GlobalID) throws -> Int64 {
    let storage = Storage(mesh)
    if let known = shared[storage] { return known.key }
    let key = try write(mesh, of: element)
    shared[storage] = (mesh, key)
    return key
  }

  /// Lets go of the meshes that it holds; called after each building.
  func forgetShared() { shared = [:] }

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

/// Where a mesh has its numbers; two meshes alive with the same storage are equal.
private struct Storage: Hashable {
  private let vertices, indices: UInt
  private let vertexCount, indexCount: Int

  init(_ mesh: TriangleMesh) {
    vertices = mesh.vertices.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    indices = mesh.indices.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    vertexCount = mesh.vertices.count
    indexCount = mesh.indices.count
  }
}
