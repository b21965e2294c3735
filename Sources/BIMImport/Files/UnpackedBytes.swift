import Foundation

/// A growing buffer for what an archive unpacks to.
struct UnpackedBytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(expecting expected: Int) {
    capacity = max(expected, 1 << 16)
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Room for `size` more bytes at the end.
  mutating func room(for size: Int) -> UnsafeMutablePointer<UInt8> {
    if count + size > capacity {
      let grown = max(capacity * 2, count + size)
      let next = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
      next.update(from: start, count: count)
      start.deallocate()
      (start, capacity) = (next, grown)
    }
    return start + count
  }

  /// Says that `size` bytes of the room were filled.
  mutating func fill(_ size: Int) { count += size }

  /// Hands the bytes over.
  consuming func mapped() -> MappedBytes {
    let bytes = UnsafeBufferPointer(start: UnsafePointer(start), count: count)
    discard self
    return MappedBytes(taking: bytes)
  }
}
