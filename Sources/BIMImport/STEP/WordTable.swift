/// Numbers words in the order they come, without keeping the words; letters match in either case.
///
/// Words are told apart by 64 bits of hash: among the few thousand words of a file or schema two that
/// fall together are less likely than one in 10¹².
struct WordTable: Sendable {
  private var slots: [Int16]
  private var hashes: [UInt64] = []

  /// Makes room for half of `slots` words.
  ///
  /// - Parameter slots: A power of two, at most 32,768.
  init(slots: Int = 4096) { self.slots = Array(repeating: -1, count: slots) }

  /// The word's hash (FNV-1a over its bytes as upper-case letters).
  static func hash(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<end {
      hash = (hash ^ UInt64(bytes[index] & 0xDF)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  /// The hash of a text's bytes.
  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in bytes.baseAddress.map { hash($0, 0, bytes.count) } ?? 0 }
  }

  /// The number of a word that was added; nil when it was not.
  func number(_ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a word that is not there yet; false when the table is full.
  mutating func add(_ hash: UInt64) -> Bool {
    guard hashes.count < slots.count / 2 else { return false }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int16(hashes.count)
    hashes.append(hash)
    return true
  }
}
