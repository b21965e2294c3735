import Foundation
import TwinModel

/// Rings in space as the well-known binary of a POLYGON Z, little-endian; rings are closed there and
/// open in the model.
///
/// Source: OGC 06-103r4, Simple feature access 1.2.1, clause 8.2.
enum SurfaceWKB {
  private static let littleEndian: UInt8 = 1
  private static let polygonZ: UInt32 = 1003

  /// The bytes of `rings`.
  static func encode(_ rings: [[Point3]]) -> Data {
    var writer = ByteWriter(capacity: 16 + 24 * rings.reduce(0) { $0 + $1.count + 1 })
    writer.write(littleEndian)
    writer.write(polygonZ)
    writer.write(UInt32(rings.count))
    for ring in rings {
      writer.write(UInt32(ring.isEmpty ? 0 : ring.count + 1))
      for point in ring + ring.prefix(1) {
        writer.write(point.x)
        writer.write(point.y)
        writer.write(point.z)
      }
    }
    return writer.data
  }

  /// The rings in `data`; nil when they are not as ``encode(_:)`` writes them.
  static func decode(_ data: Data) -> [[Point3]]? {
    var reader = ByteReader(data)
    guard reader.read(UInt8.self) == littleEndian, reader.read(UInt32.self) == polygonZ,
      let ringCount = reader.readCount(of: 4)
    else { return nil }
    var rings: [[Point3]] = []
    for _ in 0..<ringCount {
      guard let count = reader.readCount(of: 24) else { return nil }
      var ring: [Point3] = []
      ring.reserveCapacity(count)
      for _ in 0..<count {
        guard let x = reader.readDouble(), let y = reader.readDouble(), let z = reader.readDouble()
        else { return nil }
        ring.append(Point3(x, y, z))
      }
      rings.append(Array(ring.dropLast()))
    }
    return reader.remaining == 0 ? rings : nil
  }
}
