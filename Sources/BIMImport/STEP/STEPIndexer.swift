import TwinModel

/// Finds the instances of a DATA section in one pass, without decoding what is in them.
///
/// A broken instance is skipped with a problem and the pass goes on at the next `#n=` that starts a
/// line. The pass copies nothing but keywords it has not seen before.
struct STEPIndexer {
  /// Something that is not as the grammar has it.
  struct Problem: Sendable {
    var offset: Int
    var code: String
    var reason: String
  }

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private(set) var position: Int
  private(set) var index = STEPIndex()
  private(set) var keywords = STEPKeywords()
  private(set) var problems: [Problem] = []
  /// Whether the section ended with ENDSEC.
  private(set) var isComplete = false

  /// Starts behind `DATA;`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, base: UnsafePointer<UInt8>) {
    self.bytes = base
    end = bytes.count
    position = start
    // Typical instances take 50 to 70 bytes.
    index.reserve((end - start) / 56)
  }

  /// Reads to the end of the file; further DATA sections count as one with the first.
  mutating func run() {
    while skipBlanks() {
      if bytes[position] == UInt8(ascii: "#") {
        instance()
      } else if STEPCursor.isLetter(bytes[position]) {
        section()
      } else if bytes[position] == UInt8(ascii: ";") {
        position += 1
      } else {
        fail(at: position, "this is no instance; “#number=” was expected")
      }
    }
  }

  // MARK: - Instances

  private mutating func instance() {
    let start = position
    var at = position + 1
    var number: UInt64 = 0
    while at < end, bytes[at] &- 48 < 10, number < 1 << 40 {
      number = number * 10 + UInt64(bytes[at] &- 48)
      at += 1
    }
    guard at > start + 1, number < UInt64(UInt32.max) else {
      return fail(at: start, "a number below 4294967295 was expected behind “#”")
    }
    position = at
    guard skipBlanks(), bytes[position] == UInt8(ascii: "=") else {
      return fail(at: position, "“=” was expected behind #\(number)")
    }
    position += 1
    guard skipBlanks() else { return fail(at: position, "the file ends within #\(number)") }
    let wordStart = position
    while position < end, STEPCursor.isWord(bytes[position]) { position += 1 }
    let wordEnd = position
    guard wordEnd > wordStart else {
      let what =
        bytes[position] == UInt8(ascii: "(")
        ? "#\(number) joins several entities, which IFC does not use"
        : "an entity name was expected behind #\(number)="
      return fail(at: position, what)
    }
    guard skipBlanks(), bytes[position] == UInt8(ascii: "(") else {
      return fail(at: position, "“(” was expected behind the entity name of #\(number)")
    }
    let parameters = position + 1
    position = parameters
    guard let close = endOfParameters() else {
      return fail(
        at: start, "#\(number) does not end with “);” before the next instance", resume: position)
    }
    guard let keyword = keywords.number(bytes, wordStart, wordEnd) else {
      return fail(at: wordStart, "the file has more than 2000 entity names", resume: position)
    }
    let isIndexed = index.append(
      number: UInt32(number), keyword: keyword, start: parameters, end: close)
    if !isIndexed {
      fail(at: start, "#\(number) is longer than 4 GiB, or lies beyond", resume: position)
    }
  }

  /// Steps behind the `;` of an instance; gives the place of its last parenthesis.
  ///
  /// Nil when a line starts with `#n=` before that: then something is not closed, and the position
  /// is at that line.
  private mutating func endOfParameters() -> Int? {
    let start = position
    var at = position
    while at < end {
      let byte = bytes[at]
      // Most bytes are none of the four that matter, which all lie below 64.
      guard byte < 64, STEPIndexer.marks &>> UInt64(byte) & 1 == 1 else {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: ";"):
        var close = at - 1
        while close > position, bytes[close] <= 32 { close -= 1 }
        position = at + 1
        // A comment ends with a slash, so a parenthesis here is none of a comment.
        return bytes[close] == UInt8(ascii: ")")
          ? close : commentedClose(from: start, before: at)
      case UInt8(ascii: "'"):
        at += 1
        while at < end, bytes[at] != UInt8(ascii: "'") {
          if bytes[at] == UInt8(ascii: "\n"), startsInstance(at + 1) {
            position = at + 1
            return nil
          }
          at += 1
        }
        at += 1
      case UInt8(ascii: "\n"):
        at += 1
        if startsInstance(at) {
          position = at
          return nil
        }
      case UInt8(ascii: "/"):
        if at + 1 < end, bytes[at + 1] == UInt8(ascii: "*") {
          at = endOfComment(from: at)
        } else {
          at += 1
        }
      default: at += 1
      }
    }
    position = end
    return nil
  }

  /// One bit for each of `;`, `'`, `/` and the end of a line.
  private static let marks: UInt64 = 1 << 59 | 1 << 39 | 1 << 47 | 1 << 10

  /// The last parenthesis before a `;` with nothing but comments between them.
  private func commentedClose(from start: Int, before semicolon: Int) -> Int? {
    var close: Int?
    var at = start
    var isCovered = false
    while at < semicolon {
      switch bytes[at] {
      case UInt8(ascii: ")"): (close, isCovered) = (at, true)
      case UInt8(ascii: "'"):
        at += 1
        while at < semicolon, bytes[at] != UInt8(ascii: "'") { at += 1 }
        isCovered = false
      case UInt8(ascii: "/") where at + 1 < semicolon && bytes[at + 1] == UInt8(ascii: "*"):
        at = endOfComment(from: at) - 1
      case ...32: break
      default: isCovered = false
      }
      at += 1
    }
    return isCovered ? close : nil
  }

  private func startsInstance(_ start: Int) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: "#") else { return false }
    var at = start + 1
    while at < end, bytes[at] &- 48 < 10 { at += 1 }
    guard at > start + 1 else { return false }
    while at < end, bytes[at] == 32 { at += 1 }
    return at < end && bytes[at] == UInt8(ascii: "=")
  }

  // MARK: - Around the instances

  private mutating func section() {
    let start = position
    while position < end, STEPCursor.isWord(bytes[position]) || bytes[position] == 45 {
      position += 1
    }
    let word = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: position - start), as: UTF8.self
    ).uppercased()
    switch word {
    case "ENDSEC": isComplete = true
    case "DATA", "END-ISO-10303-21", "SIGNATURE", "ENDSCOPE", "SCOPE": break
    default: return fail(at: start, "“\(word.prefix(40))” is neither an instance nor ENDSEC")
    }
    while position < end, bytes[position] != UInt8(ascii: ";") { position += 1 }
    position = min(position + 1, end)
    // Behind the end there may be a signature, which is not STEP text.
    if word == "END-ISO-10303-21" || word == "SIGNATURE" { position = end }
  }

  /// Notes a problem and goes on at `resume`, else at the next line that starts an instance.
  private mutating func fail(at offset: Int, _ reason: String, resume: Int? = nil) {
    // A file of garbage has a problem on every line; the first hundred say it.
    if problems.count < 100 {
      problems.append(Problem(offset: offset, code: "ifc.step.syntax", reason: reason))
    }
    if let resume {
      position = max(resume, offset + 1)
      return
    }
    position = max(position, offset + 1)
    while position < end {
      if bytes[position - 1] == UInt8(ascii: "\n") || bytes[position - 1] == UInt8(ascii: ";") {
        if startsInstance(position) { return }
        if STEPCursor.isLetter(bytes[position]) { return }
      }
      position += 1
    }
  }

  /// Skips blanks and comments; false at the end.
  private mutating func skipBlanks() -> Bool {
    while position < end {
      if bytes[position] <= 32 {
        position += 1
      } else if bytes[position] == UInt8(ascii: "/"), position + 1 < end,
        bytes[position + 1] == UInt8(ascii: "*")
      {
        position = endOfComment(from: position)
      } else {
        return true
      }
    }
    return false
  }

  private func endOfComment(from start: Int) -> Int {
    var at = start + 2
    while at + 1 < end {
      if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return end
  }
}
