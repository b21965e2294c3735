package import TwinModel

/// Triangles inside a kernel: like ``TriangleMesh``, with vectors, and with the knowledge whether
/// they enclose a volume.
package struct SolidMesh: Hashable, Sendable {
  /// The vertices, in metres.
  package var vertices: [Vector3]
  /// Three vertex indices a triangle, counter-clockwise seen from outside.
  package var indices: [UInt32]
  /// Whether the triangles enclose a volume by construction; cuts keep it even where a vertex of one
  /// triangle lies on the edge of another.
  package var isClosed: Bool

  /// Creates a mesh.
  package init(vertices: [Vector3] = [], indices: [UInt32] = [], isClosed: Bool = false) {
    self.vertices = vertices
    self.indices = indices
    self.isClosed = isClosed
  }

  /// How many triangles there are.
  package var triangleCount: Int { indices.count / 3 }
  /// Whether there is no triangle.
  package var isEmpty: Bool { indices.isEmpty }

  /// Adds the triangles of `other`; two closed meshes stay closed.
  package mutating func append(_ other: SolidMesh) {
    guard !other.isEmpty else { return }
    isClosed = isEmpty ? other.isClosed : isClosed && other.isClosed
    let base = UInt32(vertices.count)
    vertices.append(contentsOf: other.vertices)
    indices.append(contentsOf: other.indices.lazy.map { $0 + base })
  }

  /// The image under a transform; triangles turn where it mirrors, so that outside stays outside.
  package func transformed(_ transform: AffineTransform) -> SolidMesh {
    var result = self
    for index in vertices.indices { result.vertices[index] = transform(vertices[index]) }
    if transform.determinant < 0 { result.flip() }
    return result
  }

  /// Turns inside and outside around.
  package mutating func flip() {
    for start in stride(from: 0, to: indices.count, by: 3) { indices.swapAt(start + 1, start + 2) }
  }

  /// The corners of the triangle `index`.
  package func corners(_ index: Int) -> (Vector3, Vector3, Vector3) {
    (
      vertices[Int(indices[3 * index])], vertices[Int(indices[3 * index + 1])],
      vertices[Int(indices[3 * index + 2])]
    )
  }

  /// The same triangles as values of the model.
  package var triangleMesh: TriangleMesh {
    TriangleMesh(vertices: vertices.map(\.point), indices: indices)
  }
}
