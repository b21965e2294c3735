import Foundation
import TwinModel

/// Triangles as the column `mesh.triangles` keeps them.
///
/// All numbers are little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 4 | `TWMS` |
/// | 4 | UInt32, version of this layout: 1 |
/// | 4 | UInt32, number of vertices *v* |
/// | 4 | UInt32, number of indices *i*, three for a triangle |
/// | 24 *v* | x, y, z of each vertex as Float64, metres in the local frame |
/// | 4 *i* | UInt32, indices into the vertices, from 0 |
///
/// Coordinates are Float64, so that a model comes back as it was saved.
enum MeshBlob {
  private static let magic: UInt32 = 0x534D_5754  // “TWMS”, read from the lowest byte
  private static let version: UInt32 = 1

  /// The bytes of `mesh`; nil when an index names no vertex or there are too many.
  static func encode(_ mesh: TriangleMesh) -> Data? {
    let vertexCount = mesh.vertices.count
    guard let vertices = UInt32(exactly: vertexCount),
      let indices = UInt32(exactly: mesh.indices.count), indices % 3 == 0,
      mesh.indices.allSatisfy({ $0 < vertices })
    else { return nil }
    var writer = ByteWriter(capacity: 16 + 24 * vertexCount + 4 * mesh.indices.count)
    for word in [magic, version, vertices, indices] { writer.write(word) }
    for vertex in mesh.vertices {
      writer.write(vertex.x)
      writer.write(vertex.y)
      writer.write(vertex.z)
    }
    for index in mesh.indices { writer.write(index) }
    return writer.data
  }

  /// The triangles in `data`; nil when it does not have the layout above.
  static func decode(_ data: Data) -> TriangleMesh? {
    var reader = ByteReader(data)
    guard reader.read(UInt32.self) == magic, reader.read(UInt32.self) == version,
      let vertexCount = reader.readCount(of: 24), let indexCount = reader.readCount(of: 4),
      indexCount % 3 == 0, reader.remaining == 24 * vertexCount + 4 * indexCount
    else { return nil }
    var vertices: [Point3] = []
    vertices.reserveCapacity(vertexCount)
    for _ in 0..<vertexCount {
      guard let x = reader.readDouble(), let y = reader.readDouble(), let z = reader.readDouble()
      else { return nil }
      vertices.append(Point3(x, y, z))
    }
    var indices: [UInt32] = []
    indices.reserveCapacity(indexCount)
    for _ in 0..<indexCount {
      guard let index = reader.read(UInt32.self), index < vertexCount else { return nil }
      indices.append(index)
    }
    return TriangleMesh(vertices: vertices, indices: indices)
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
