/// Reads a text of words between white space, as many old instance formats are, and knows the line it
/// is on.
///
/// A byte order mark at the start is skipped; line ends may be LF, CRLF or CR.
package struct WordReader {
  private let bytes: [UInt8]
  private var position = 0
  /// The line that the last word stood on, counted from 1.
  package private(set) var line = 1
  private var nextLine = 1

  /// Starts at the first word of `bytes`.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
  }

  /// Whether no word is left.
  package var isAtEnd: Bool { position == bytes.count }

  /// The next word; nil at the end.
  package mutating func next() -> String? {
    line = nextLine
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, !Self.isSpace(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    skipSpace()
    return word
  }

  private mutating func skipSpace() {
    while position < bytes.count, Self.isSpace(bytes[position]) {
      // CRLF is one line end, and so is a lone CR.
      let isReturn = bytes[position] == 0x0D
      let endsLine = bytes[position] == 0x0A || isReturn
      if isReturn, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
      if endsLine { nextLine += 1 }
      position += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
