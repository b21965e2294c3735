/// The keywords of a file as small numbers, in the order of their first use.
struct STEPKeywords: Sendable {
  /// The keywords in upper case, as files spell them.
  private(set) var names: [String] = []
  private var table = WordTable()

  /// The number of the keyword at `start` ..< `end`; nil when the file has too many of them.
  ///
  /// A keyword seen before allocates nothing.
  mutating func number(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> UInt16? {
    let hash = WordTable.hash(bytes, start, end)
    if let number = table.number(hash) { return UInt16(number) }
    // No schema has a thousand entities; a file with more words than that is broken.
    guard table.add(hash) else { return nil }
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
    names.append(text.uppercased())
    return UInt16(names.count - 1)
  }
}
