import Foundation

/// Reads what ``ByteWriter`` wrote; every read may find the bytes at their end.
struct ByteReader {
  private let data: Data
  private var position = 0

  init(_ data: Data) { self.data = data }

  /// How many bytes are left.
  var remaining: Int { data.count - position }

  /// The next integer; nil at the end.
  mutating func read<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
    let size = MemoryLayout<Value>.size
    guard remaining >= size else { return nil }
    defer { position += size }
    return data.withUnsafeBytes { bytes in
      Value(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Value.self))
    }
  }

  mutating func readDouble() -> Double? { read(UInt64.self).map(Double.init(bitPattern:)) }
  mutating func readFloat() -> Float? { read(UInt32.self).map(Float.init(bitPattern:)) }

  /// A count that `size` bytes each must follow; nil when the rest is too short for them.
  mutating func readCount(of size: Int) -> Int? {
    guard let count = read(UInt32.self), Int(count) <= remaining / size else { return nil }
    return Int(count)
  }
}
