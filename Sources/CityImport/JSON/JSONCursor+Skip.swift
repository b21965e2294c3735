extension JSONCursor {
  /// Steps over the value at the cursor, checking it, and gives the bytes it stands on.
  @discardableResult
  mutating func skip() throws(JSONSyntaxError) -> Range<Int> {
    _ = peek()
    let start = position
    // One flag a level: whether it is an object.
    var levels: [Bool] = []
    repeat {
      guard let byte = peek() else { throw failure("expected a value, but the file ends") }
      switch byte {
      case UInt8(ascii: "{"):
        position += 1
        if !take(UInt8(ascii: "}")) {
          try open(&levels, isObject: true)
          try skipName()
          continue
        }
      case UInt8(ascii: "["):
        position += 1
        if !take(UInt8(ascii: "]")) {
          try open(&levels, isObject: false)
          continue
        }
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
      default: try skipWord()
      }
      try close(&levels)
    } while !levels.isEmpty
    return start..<position
  }

  private func open(_ levels: inout [Bool], isObject: Bool) throws(JSONSyntaxError) {
    guard levels.count < Self.deepest else {
      throw failure("more than \(Self.deepest) values lie within one another")
    }
    levels.append(isObject)
  }

  /// After a value: steps to the next one, leaving the levels that end here.
  private mutating func close(_ levels: inout [Bool]) throws(JSONSyntaxError) {
    while let isObject = levels.last {
      if take(UInt8(ascii: ",")) {
        if isObject { try skipName() }
        return
      }
      try expect(
        isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), isObject ? "“,” or “}”" : "“,” or “]”")
      levels.removeLast()
    }
  }

  private mutating func skipName() throws(JSONSyntaxError) {
    guard peek() == UInt8(ascii: "\"") else { throw failure("expected a name in quotes") }
    try skipString()
    try expect(UInt8(ascii: ":"), "“:” after a name")
  }

  private mutating func skipWord() throws(JSONSyntaxError) {
    for word: StaticString in ["true", "false", "null"] {
      let count = word.utf8CodeUnitCount
      guard position + count <= end else { continue }
      let isSame = (0..<count).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
      if isSame {
        position += count
        return
      }
    }
    throw failure("expected a value")
  }

  /// Steps over a number as the grammar has it: no leading zero, digits on both sides of a point.
  mutating func skipNumber() throws(JSONSyntaxError) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try skipDigits()
    if bytes[first] == UInt8(ascii: "0"), position - first > 1 {
      throw JSONSyntaxError(position: first, reason: "a number begins with a needless zero")
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if position < end, bytes[position] | 32 == UInt8(ascii: "e") {
      position += 1
      if position < end,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONSyntaxError) {
    let first = position
    while position < end, bytes[position] &- 48 < 10 { position += 1 }
    guard position > first else { throw failure("expected a digit") }
  }

  /// Steps over the string at the cursor, which must stand on its quote.
  mutating func skipString() throws(JSONSyntaxError) {
    position += 1
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      case 0..<0x20: throw failure("a string holds a control character")
      default: position += 1
      }
    }
    position = end
    throw failure("a string does not end")
  }
}
