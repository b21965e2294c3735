package import Foundation
package import TwinModel

/// Triangles as the column `mesh.triangles` keeps them.
///
/// All numbers are little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 4 | `TWMS` |
/// | 4 | UInt32, version of this layout: 1 or 2 |
/// | 4 | UInt32, number of vertices *v* |
/// | 4 | UInt32, number of indices *i*, three for a triangle |
/// | 24 *v* | x, y, z of each vertex as Float64, metres in the local frame |
/// | *w i* | indices into the vertices, from 0 |
///
/// An index has *w* = 4 bytes in version 1; in version 2 it has 1 for at most 256 vertices, 2 for at most
/// 65,536, and else 4. Coordinates are Float64, so that a model comes back as it was saved.
package enum MeshBlob {
  private static let magic: UInt32 = 0x534D_5754  // “TWMS”, read from the lowest byte
  private static let version: UInt32 = 2

  /// Bytes of an index in version 2.
  private static func width(forVertices count: Int) -> Int {
    count <= 1 << 8 ? 1 : count <= 1 << 16 ? 2 : 4
  }

  /// The bytes of `mesh`; nil when an index names no vertex or there are too many.
  package static func encode(_ mesh: TriangleMesh) -> Data? {
    let vertexCount = mesh.vertices.count
    guard let vertices = UInt32(exactly: vertexCount),
      let indices = UInt32(exactly: mesh.indices.count), indices % 3 == 0,
      mesh.indices.allSatisfy({ $0 < vertices })
    else { return nil }
    let width = width(forVertices: vertexCount)
    var writer = ByteWriter(capacity: 16 + 24 * vertexCount + width * mesh.indices.count)
    for word in [magic, version, vertices, indices] { writer.write(word) }
    for vertex in mesh.vertices {
      writer.write(vertex.x)
      writer.write(vertex.y)
      writer.write(vertex.z)
    }
    switch width {
    case 1: for index in mesh.indices { writer.write(UInt8(index)) }
    case 2: for index in mesh.indices { writer.write(UInt16(index)) }
    default: for index in mesh.indices { writer.write(index) }
    }
    return writer.data
  }

  /// The triangles in `data`; nil when it does not have the layout above.
  package static func decode(_ data: Data) -> TriangleMesh? {
    var reader = ByteReader(data)
    guard reader.read(UInt32.self) == magic, let version = reader.read(UInt32.self),
      version == 1 || version == 2, let vertexCount = reader.readCount(of: 24),
      let indices = reader.read(UInt32.self)
    else { return nil }
    let width = version == 1 ? 4 : width(forVertices: vertexCount)
    guard indices % 3 == 0, reader.remaining == 24 * vertexCount + width * Int(indices) else {
      return nil
    }
    var mesh = TriangleMesh(vertices: [], indices: [])
    mesh.vertices.reserveCapacity(vertexCount)
    for _ in 0..<vertexCount {
      guard let x = reader.readDouble(), let y = reader.readDouble(), let z = reader.readDouble()
      else { return nil }
      mesh.vertices.append(Point3(x, y, z))
    }
    mesh.indices.reserveCapacity(Int(indices))
    for _ in 0..<indices {
      let index =
        switch width {
        case 1: reader.read(UInt8.self).map { UInt32($0) }
        case 2: reader.read(UInt16.self).map { UInt32($0) }
        default: reader.read(UInt32.self)
        }
      guard let index, index < vertexCount else { return nil }
      mesh.indices.append(index)
    }
    return mesh
  }

  /// A number that tells most meshes apart; equal ones have the same.
  ///
  /// Source: FNV-1a, over words of eight bytes instead of single ones.
  static func digest(_ data: Data) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    data.withUnsafeBytes { bytes in
      var position = 0
      while position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        hash = (hash ^ UInt64(littleEndian: word)) &* 0x0000_0100_0000_01b3
        // FNV carries upwards only; over words the high bits would never reach the low ones.
        hash ^= hash >> 32
        position += 8
      }
      while position < bytes.count {
        hash = (hash ^ UInt64(bytes[position])) &* 0x0000_0100_0000_01b3
        position += 1
      }
    }
    return Int64(bitPattern: hash)
  }
}
