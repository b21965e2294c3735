import Foundation
import TwinModel

/// Outlines and points as well-known binary, little-endian; rings are closed there and open in the model.
///
/// Source: OGC 06-103r4, Simple feature access 1.2.1, clause 8.2.
enum OutlineWKB {
  private static let littleEndian: UInt8 = 1
  private static let point: UInt32 = 1
  private static let polygon: UInt32 = 3
  private static let multiPolygon: UInt32 = 6

  /// The bytes of `place`.
  static func encode(_ place: Point2) -> Data {
    var writer = ByteWriter(capacity: 21)
    writer.write(littleEndian)
    writer.write(point)
    writer.write(place.x)
    writer.write(place.y)
    return writer.data
  }

  /// The bytes of `outline`, every point taken through `place`.
  static func encode(_ outline: MultiPolygon, place: (Point2) -> Point2 = { $0 }) -> Data {
    let points = outline.polygons.reduce(0) { sum, polygon in
      polygon.holes.reduce(sum + polygon.outer.count) { $0 + $1.count }
    }
    var writer = ByteWriter(capacity: 64 + 16 * points)
    writer.write(littleEndian)
    writer.write(multiPolygon)
    writer.write(UInt32(outline.polygons.count))
    for part in outline.polygons {
      writer.write(littleEndian)
      writer.write(polygon)
      writer.write(UInt32(1 + part.holes.count))
      for ring in [part.outer] + part.holes {
        writer.write(UInt32(ring.isEmpty ? 0 : ring.count + 1))
        for point in ring + ring.prefix(1) {
          let point = place(point)
          writer.write(point.x)
          writer.write(point.y)
        }
      }
    }
    return writer.data
  }

  /// The multipolygon in `data`; nil when it is not one as ``encode(_:place:)`` writes it.
  static func decode(_ data: Data) -> MultiPolygon? {
    var reader = ByteReader(data)
    guard reader.read(UInt8.self) == littleEndian, reader.read(UInt32.self) == multiPolygon,
      let count = reader.readCount(of: 9)
    else { return nil }
    var result = MultiPolygon()
    for _ in 0..<count {
      guard reader.read(UInt8.self) == littleEndian, reader.read(UInt32.self) == polygon,
        let ringCount = reader.readCount(of: 4), ringCount > 0
      else { return nil }
      var rings: [[Point2]] = []
      for _ in 0..<ringCount {
        guard let ring = decodeRing(&reader) else { return nil }
        rings.append(ring)
      }
      result.polygons.append(Polygon(outer: rings[0], holes: Array(rings.dropFirst())))
    }
    return reader.remaining == 0 ? result : nil
  }

  private static func decodeRing(_ reader: inout ByteReader) -> [Point2]? {
    guard let count = reader.readCount(of: 16) else { return nil }
    var ring: [Point2] = []
    ring.reserveCapacity(count)
    for _ in 0..<count {
      guard let x = reader.readDouble(), let y = reader.readDouble() else { return nil }
      ring.append(Point2(x, y))
    }
    return Array(ring.dropLast())
  }
}
