import Foundation
import TwinModel

/// Geometry of map layers as well-known binary; always of a multiple kind.
///
/// Source: OGC 06-103r4, Simple feature access 1.2.1, clause 8.2.
enum MapWKB {
  private static let littleEndian: UInt8 = 1

  /// The bytes of `geometry`; nil when nothing is in it.
  static func encode(_ geometry: MapGeometry) -> Data? {
    var writer = ByteWriter(capacity: 64)
    switch geometry {
    case .areas(let areas): return areas.isEmpty ? nil : OutlineWKB.encode(areas)
    case .points(let points):
      guard !points.isEmpty else { return nil }
      header(4, points.count, &writer)
      for point in points {
        writer.write(littleEndian)
        writer.write(UInt32(1))
        write(point, &writer)
      }
    case .lines(let lines):
      guard !lines.isEmpty else { return nil }
      header(5, lines.count, &writer)
      for line in lines {
        header(2, line.count, &writer)
        for point in line { write(point, &writer) }
      }
    }
    return writer.data
  }

  private static func header(_ type: UInt32, _ count: Int, _ writer: inout ByteWriter) {
    writer.write(littleEndian)
    writer.write(type)
    writer.write(UInt32(clamping: count))
  }

  private static func write(_ point: Point2, _ writer: inout ByteWriter) {
    writer.write(point.x)
    writer.write(point.y)
  }
}
