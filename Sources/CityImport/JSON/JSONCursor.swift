/// Reads a JSON text from front to back without building a tree of it.
///
/// The caller asks for what it expects (an object's next member, a number) and steps over the rest.
/// Nothing recurses, so that nesting costs no stack; more than ``deepest`` levels are refused.
///
/// Source: RFC 8259.
package struct JSONCursor {
  /// Levels of nesting that are read.
  static let deepest = 512

  package let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte.
  var position: Int
  let end: Int

  /// Starts at the first byte of `range`, of all bytes when nil.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = range.upperBound
  }

  func failure(_ reason: String) -> JSONSyntaxError {
    JSONSyntaxError(position: position, reason: reason)
  }

  /// The next byte that is no blank, on which the cursor stands then; nil at the end.
  mutating func peek() -> UInt8? {
    while position < end {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return byte
      }
      position += 1
    }
    return nil
  }

  /// Steps over `byte` when it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ what: String) throws(JSONSyntaxError) {
    guard take(byte) else { throw failure("expected \(what)" + found) }
  }

  /// The words for what stands at the cursor instead of what was expected.
  private var found: String {
    guard position < end else { return ", but the file ends" }
    let scalar = Unicode.Scalar(bytes[position])
    return scalar.isASCII && scalar.value > 0x20 ? ", found “\(scalar)”" : ", found another byte"
  }

  // MARK: - Objects and arrays

  /// The name of the next member of the object that the cursor is in, standing on its value then; nil
  /// behind the object's end.
  ///
  /// `isFirst` is true before the object's “{”; the caller steps over each value.
  mutating func nextMember(_ isFirst: inout Bool) throws(JSONSyntaxError) -> String? {
    if isFirst {
      isFirst = false
      try expect(UInt8(ascii: "{"), "an object “{”")
      if take(UInt8(ascii: "}")) { return nil }
    } else if !take(UInt8(ascii: ",")) {
      try expect(UInt8(ascii: "}"), "“,” or “}”")
      return nil
    }
    guard peek() == UInt8(ascii: "\"") else { throw failure("expected a name in quotes" + found) }
    let name = try string()
    try expect(UInt8(ascii: ":"), "“:” after the name “\(name.prefix(40))”")
    return name
  }

  /// Whether the array that the cursor is in has a further item, standing on it then.
  ///
  /// `isFirst` is true before the array's “[”; the caller steps over each item.
  mutating func nextItem(_ isFirst: inout Bool) throws(JSONSyntaxError) -> Bool {
    if isFirst {
      isFirst = false
      try expect(UInt8(ascii: "["), "an array “[”")
      return !take(UInt8(ascii: "]"))
    }
    if take(UInt8(ascii: ",")) { return true }
    try expect(UInt8(ascii: "]"), "“,” or “]”")
    return false
  }

  /// The members of the object at the cursor, as the bytes of their values; of two with one name the
  /// last counts.
  mutating func members() throws(JSONSyntaxError) -> [String: Range<Int>] {
    var members: [String: Range<Int>] = [:]
    var isFirst = true
    while let name = try nextMember(&isFirst) { members[name] = try skip() }
    return members
  }

  // MARK: - Optional kinds

  /// The string at the cursor; nil, stepping over the value, when it is something else.
  mutating func stringIfAny() throws(JSONSyntaxError) -> String? {
    guard peek() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return try string()
  }

  /// The number at the cursor; nil, stepping over the value, when it is something else.
  mutating func numberIfAny() throws(JSONSyntaxError) -> Double? {
    guard let byte = peek(), byte == UInt8(ascii: "-") || byte &- 48 < 10 else {
      try skip()
      return nil
    }
    return try number()
  }

  /// The numbers of the array at the cursor; nil when it is something else or has anything else in it.
  mutating func numbersIfAny() throws(JSONSyntaxError) -> [Double]? {
    guard peek() == UInt8(ascii: "[") else {
      try skip()
      return nil
    }
    var numbers: [Double] = []
    var isWhole = true
    var isFirst = true
    while try nextItem(&isFirst) {
      if let number = try numberIfAny() { numbers.append(number) } else { isWhole = false }
    }
    return isWhole ? numbers : nil
  }

  /// The strings of the array at the cursor, without what is none; empty when it is no array.
  mutating func strings() throws(JSONSyntaxError) -> [String] {
    guard isAtArray() else {
      try skip()
      return []
    }
    var strings: [String] = []
    var isFirst = true
    while try nextItem(&isFirst) {
      if let string = try stringIfAny() { strings.append(string) }
    }
    return strings
  }

  /// Whether the value at the cursor is an object.
  mutating func isAtObject() -> Bool { peek() == UInt8(ascii: "{") }
  /// Whether the value at the cursor is an array.
  mutating func isAtArray() -> Bool { peek() == UInt8(ascii: "[") }
}
