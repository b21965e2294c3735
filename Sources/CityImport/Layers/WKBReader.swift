import Foundation
import TwinModel

/// Reads well-known binary, ISO (types of 1000 and more) and extended (flags), in either byte order.
///
/// Heights and measures are stepped over; curves are not read.
///
/// Source: OGC 06-103r4 clause 8.2; ISO 13249-3.
struct WKBReader {
  private let bytes: [UInt8]
  private var position: Int
  /// Collections within one another that are followed.
  private static let deepest = 8

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The geometry; nil when the bytes are none, or of a kind that is not read.
  mutating func read(depth: Int = 0) -> MapGeometry? {
    guard depth < Self.deepest, let order = byte(), order <= 1,
      let raw = word(isLittle: order == 1)
    else { return nil }
    let isLittle = order == 1
    var type = raw & 0x0FFF_FFFF
    var extra = (raw & 0x8000_0000 != 0 ? 1 : 0) + (raw & 0x4000_0000 != 0 ? 1 : 0)
    if raw & 0x2000_0000 != 0 { guard word(isLittle: isLittle) != nil else { return nil } }
    extra += type / 1000 == 3 ? 2 : type / 1000 > 0 ? 1 : 0
    type %= 1000
    switch type {
    case 1: return point(isLittle, extra).map { .points([$0]) }
    case 2: return points(isLittle, extra).flatMap { $0.count < 2 ? nil : .lines([$0]) }
    case 3:
      return rings(isLittle, extra).flatMap(MapGeometry.polygon).map { .areas(MultiPolygon([$0])) }
    case 4...7:
      guard let count = word(isLittle: isLittle) else { return nil }
      var parts: [MapGeometry] = []
      for _ in 0..<count {
        guard let part = read(depth: depth + 1) else { return nil }
        parts.append(part)
      }
      return MapGeometry.joined(parts)
    default: return nil
    }
  }

  // MARK: - Parts

  private mutating func point(_ isLittle: Bool, _ extra: Int) -> Point2? {
    guard let x = double(isLittle), let y = double(isLittle) else { return nil }
    for _ in 0..<extra { guard double(isLittle) != nil else { return nil } }
    // An empty point has coordinates that are no numbers.
    return (x + y).isFinite ? Point2(x, y) : nil
  }

  private mutating func points(_ isLittle: Bool, _ extra: Int) -> [Point2]? {
    guard let count = word(isLittle: isLittle), Int(count) <= (bytes.count - position) / 16 else {
      return nil
    }
    var points: [Point2] = []
    points.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let point = point(isLittle, extra) else { return nil }
      points.append(point)
    }
    return points
  }

  private mutating func rings(_ isLittle: Bool, _ extra: Int) -> [[Point2]]? {
    guard let count = word(isLittle: isLittle) else { return nil }
    var rings: [[Point2]] = []
    for _ in 0..<count {
      guard let ring = points(isLittle, extra) else { return nil }
      rings.append(ring)
    }
    return rings
  }

  // MARK: - Numbers

  private mutating func byte() -> UInt8? {
    guard position >= 0, position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func word(isLittle: Bool) -> UInt32? {
    guard position >= 0, position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt32.self) }
    return isLittle ? UInt32(littleEndian: word) : UInt32(bigEndian: word)
  }

  private mutating func double(_ isLittle: Bool) -> Double? {
    guard position >= 0, position + 8 <= bytes.count else { return nil }
    defer { position += 8 }
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
    return Double(bitPattern: isLittle ? UInt64(littleEndian: word) : UInt64(bigEndian: word))
  }
}

/// The header that a GeoPackage puts before well-known binary.
///
/// Source: OGC 12-128r18, §2.1.3 (GeoPackageBinary).
enum GeoPackageBlob {
  /// The geometry in `blob`; nil when it is empty or none.
  static func geometry(_ blob: [UInt8]) -> MapGeometry? {
    guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
      return nil
    }
    let envelope = [0, 32, 48, 48, 64]
    let kind = Int(blob[3] >> 1 & 7)
    guard kind < envelope.count, blob[3] & 0x10 == 0 else { return nil }
    var reader = WKBReader(blob, from: 8 + envelope[kind])
    return reader.read()
  }

  /// Whether `blob` says that its geometry is empty.
  static func isEmpty(_ blob: [UInt8]) -> Bool { blob.count > 3 && blob[3] & 0x10 != 0 }
}
