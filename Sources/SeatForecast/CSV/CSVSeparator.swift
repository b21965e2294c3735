/// A separator other than the comma, known by a line of headings that has no comma.
enum CSVSeparator: CaseIterable {
  case semicolon, tab, bar

  /// The separator of a file that has another than the comma; nil otherwise, also of a single column.
  ///
  /// What stands between quotation marks separates nothing.
  init?(headerOf bytes: [UInt8]) {
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in bytes.drop(while: { $0 == 0x0A || $0 == 0x0D }) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: ",") { return nil }
      if byte == 0x0A { break }
      counts[byte, default: 0] += 1
    }
    func count(_ separator: Self) -> Int { counts[separator.byte] ?? 0 }
    guard !isQuoted, let most = Self.allCases.max(by: { count($0) < count($1) }), count(most) > 0
    else { return nil }
    self = most
  }

  /// What to say of the file.
  var reason: String {
    "the headings are separated by \(word), but the separator must be a comma; save the file as CSV "
      + "with commas"
  }

  private var word: String {
    switch self {
    case .semicolon: "semicolons (;)"
    case .tab: "tabs"
    case .bar: "vertical bars (|)"
    }
  }

  private var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .tab: 0x09
    case .bar: UInt8(ascii: "|")
    }
  }
}
