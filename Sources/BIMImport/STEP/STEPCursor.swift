/// Reads the values of a parameter list one after the other, straight from the bytes.
///
/// Values are separated by commas; the cursor stops at the end of its slice. Broken input ends with
/// ``STEPValue/invalid(_:)`` and then nothing more.
struct STEPCursor: IteratorProtocol, Sequence {
  private let bytes: UnsafePointer<UInt8>
  private(set) var position: Int
  private let end: Int

  /// Starts at the first value of `slice`; the bytes must outlive the cursor.
  init(_ slice: STEPSlice, in bytes: UnsafePointer<UInt8>) {
    self.bytes = bytes
    position = slice.start
    end = slice.end
    skipBlanks()
  }

  /// The next value; nil at the end.
  mutating func next() -> STEPValue? {
    guard position < end else { return nil }
    let value = value()
    if case .invalid = value {
      position = end
      return value
    }
    skipBlanks()
    if position < end {
      guard bytes[position] == UInt8(ascii: ",") else {
        let here = position
        position = end
        return .invalid(here)
      }
      position += 1
      skipBlanks()
    }
    return value
  }

  /// Skips `count` values without decoding them; false when there are fewer.
  mutating func skip(_ count: Int) -> Bool {
    var left = count
    var depth = 0
    while left > 0 {
      guard position < end else { return false }
      switch bytes[position] {
      case UInt8(ascii: "'"): position = endOfText(from: position) ?? end
      case UInt8(ascii: "\""): position = endOfBinary(from: position) ?? end
      case UInt8(ascii: "("):
        depth += 1
        position += 1
      case UInt8(ascii: ")"):
        depth -= 1
        position += 1
      case UInt8(ascii: ","):
        position += 1
        if depth == 0 { left -= 1 }
      case UInt8(ascii: "/"):
        let before = position
        skipBlanks()
        if position == before { position += 1 }
      default: position += 1
      }
    }
    skipBlanks()
    return position < end
  }

  // MARK: - Values

  private mutating func value() -> STEPValue {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "$"):
      position += 1
      return .null
    case UInt8(ascii: "*"):
      position += 1
      return .derived
    case UInt8(ascii: "#"): return reference()
    case UInt8(ascii: "'"):
      guard let after = endOfText(from: position) else { return .invalid(start) }
      position = after
      return .text(STEPSlice(start: start + 1, end: after - 1))
    case UInt8(ascii: "\""):
      guard let after = endOfBinary(from: position) else { return .invalid(start) }
      position = after
      return .binary(STEPSlice(start: start + 1, end: after - 1))
    case UInt8(ascii: "."):
      position += 1
      while position < end, bytes[position] != UInt8(ascii: ".") {
        guard STEPCursor.isWord(bytes[position]) else { return .invalid(start) }
        position += 1
      }
      guard position < end else { return .invalid(start) }
      position += 1
      return .enumeration(STEPSlice(start: start + 1, end: position - 1))
    case UInt8(ascii: "("):
      guard let inside = parentheses() else { return .invalid(start) }
      return .list(inside)
    case let byte where STEPCursor.isLetter(byte):
      while position < end, STEPCursor.isWord(bytes[position]) { position += 1 }
      let keyword = STEPSlice(start: start, end: position)
      skipBlanks()
      guard position < end, bytes[position] == UInt8(ascii: "("), let inside = parentheses() else {
        return .invalid(start)
      }
      return .typed(keyword, inside)
    default:
      var number = STEPNumber(bytes, position, end)
      let value = number.read()
      position = number.position
      return value
    }
  }

  private mutating func reference() -> STEPValue {
    let start = position
    position += 1
    var number = 0
    while position < end, bytes[position] &- 48 < 10 {
      // Longer numbers cannot be stored, and no file that means well has them.
      guard number < 1 << 50 else { return .invalid(start) }
      number = number * 10 + Int(bytes[position] &- 48)
      position += 1
    }
    return position == start + 1 ? .invalid(start) : .reference(number)
  }

  /// Steps over balanced parentheses and gives what is between them.
  private mutating func parentheses() -> STEPSlice? {
    let start = position + 1
    var depth = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 {
          position += 1
          return STEPSlice(start: start, end: position - 1)
        }
      case UInt8(ascii: "'"):
        guard let after = endOfText(from: position) else { return nil }
        position = after
        continue
      default: break
      }
      position += 1
    }
    return nil
  }

  // MARK: - Scanning

  private func endOfText(from start: Int) -> Int? {
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "'") {
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "'") else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private func endOfBinary(from start: Int) -> Int? {
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
      index += 1
    }
    return nil
  }

  private mutating func skipBlanks() {
    while position < end {
      let byte = bytes[position]
      if byte <= 32 {
        position += 1
      } else if byte == UInt8(ascii: "/"), position + 1 < end,
        bytes[position + 1] == UInt8(ascii: "*")
      {
        position += 2
        while position < end,
          !(bytes[position] == UInt8(ascii: "/") && bytes[position - 1] == UInt8(ascii: "*"))
        {
          position += 1
        }
        position = Swift.min(position + 1, end)
      } else {
        return
      }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte == 95 }
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 48 < 10 }
}
