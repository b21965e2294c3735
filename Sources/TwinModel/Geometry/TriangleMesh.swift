/// A surface of triangles in space (metres), as indices into shared vertices.
///
/// Triangles run counter-clockwise seen from outside. A mesh may be open.
public struct TriangleMesh: Hashable, Sendable, Codable {
  /// The vertices, in metres.
  public var vertices: [Point3]
  /// Three vertex indices a triangle, one triangle after the other.
  public var indices: [UInt32]

  /// Creates a mesh; `indices` holds three valid vertex indices for each triangle.
  public init(vertices: [Point3] = [], indices: [UInt32] = []) {
    precondition(indices.count.isMultiple(of: 3), "a triangle has three vertex indices")
    self.vertices = vertices
    self.indices = indices
  }

  /// How many triangles there are.
  public var triangleCount: Int { indices.count / 3 }

  /// The least box around the vertices that a triangle uses; nil without triangles.
  public var bounds: Box3? { Box3(around: indices.lazy.map { vertices[Int($0)] }) }

  /// Adds the triangles of `other`.
  public mutating func append(_ other: TriangleMesh) {
    let base = UInt32(vertices.count)
    vertices.append(contentsOf: other.vertices)
    indices.append(contentsOf: other.indices.map { $0 + base })
  }
}
