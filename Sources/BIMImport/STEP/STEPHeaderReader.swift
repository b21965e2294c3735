/// Reads the HEADER section and finds where DATA starts.
struct STEPHeaderReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private var position = 0
  private(set) var header = STEPHeader()

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {
    self.bytes = bytes
    self.base = base
  }

  /// Reads up to DATA.
  ///
  /// - Returns: The first byte behind `DATA;`.
  /// - Throws: ``STEPSyntaxError`` when the bytes do not start as STEP does, or have no DATA section.
  mutating func run() throws(STEPSyntaxError) -> Int {
    // A byte order mark is not allowed, but harmless.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipBlanks()
    let magic = Array("ISO-10303-21".utf8)
    guard bytes.dropFirst(position).prefix(magic.count).elementsEqual(magic) else {
      throw STEPSyntaxError(
        "this is not a STEP file: it does not start with “ISO-10303-21;”", at: position, in: bytes)
    }
    while position < bytes.count {
      skipBlanks()
      let start = position
      while position < bytes.count,
        STEPCursor.isWord(bytes[position]) || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      let word = String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
      skipBlanks()
      if word == "DATA", position < bytes.count {
        skipStatement()
        return position
      }
      if word.hasPrefix("FILE_"), position < bytes.count, bytes[position] == UInt8(ascii: "(") {
        let open = position + 1
        skipStatement()
        // The statement ends with `);`.
        var close = max(position - 2, open)
        while close > open, bytes[close] != UInt8(ascii: ")") { close -= 1 }
        read(word, STEPSlice(start: open, end: close))
      } else if start < bytes.count {
        skipStatement()
      }
    }
    throw STEPSyntaxError(
      "the file has no DATA section, so there is no model in it", at: bytes.count, in: bytes)
  }

  private mutating func read(_ word: String, _ slice: STEPSlice) {
    let values = Array(STEPCursor(slice, in: base))
    func texts(_ index: Int) -> [String] {
      guard index < values.count else { return [] }
      switch values[index] {
      case .text(let slice): return [text(slice)]
      case .list(let slice):
        return STEPCursor(slice, in: base).compactMap {
          if case .text(let slice) = $0 { text(slice) } else { nil }
        }
      default: return []
      }
    }
    switch word {
    case "FILE_DESCRIPTION": header.description = texts(0)
    case "FILE_NAME":
      header.name = texts(0).first ?? ""
      header.timeStamp = texts(1).first ?? ""
      header.preprocessor = texts(4).first ?? ""
      header.originatingSystem = texts(5).first ?? ""
    case "FILE_SCHEMA": header.schemas = texts(0)
    default: break
    }
  }

  private func text(_ slice: STEPSlice) -> String {
    STEPText.decode(UnsafeBufferPointer(rebasing: bytes[slice.start..<slice.end]))
  }

  // MARK: - Scanning

  /// Steps behind the next `;` outside of strings; at a `DATA;` that starts a line it stops, in case
  /// a string of the header was not closed.
  private mutating func skipStatement() {
    var inText = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "'") { inText.toggle() }
      if byte == UInt8(ascii: "\n"),
        bytes.dropFirst(position + 1).prefix(5).elementsEqual("DATA;".utf8)
      {
        position += 1
        return
      }
      position += 1
      if byte == UInt8(ascii: ";"), !inText { return }
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      if bytes[position] <= 32 {
        position += 1
      } else if bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "*")
      {
        position += 2
        while position + 1 < bytes.count,
          !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
        {
          position += 1
        }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }
}
