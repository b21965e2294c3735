/// The keywords of a file as small numbers, in the order of their first use.
///
/// Lookup hashes bytes in place, so that interning a keyword a second time allocates nothing.
struct STEPKeywords: Sendable {
  /// The keywords in upper case, as files spell them.
  private(set) var names: [String] = []
  private var slots: [Int32]
  private var hashes: [UInt64] = []

  init() { slots = Array(repeating: -1, count: 4096) }

  /// The number of the keyword at `start` ..< `end`; letters match in either case.
  mutating func number(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> UInt16? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<end {
      hash = (hash ^ UInt64(bytes[index] & 0xDF)) &* 0x0000_0100_0000_01b3
    }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash { return UInt16(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    // No schema has a thousand entities; a file with more words than that is broken.
    guard names.count < slots.count / 2 else { return nil }
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
    slots[slot] = Int32(names.count)
    hashes.append(hash)
    names.append(text.uppercased())
    return UInt16(names.count - 1)
  }
}
