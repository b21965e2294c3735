/// A table of comma-separated values with a header, whose records know their lines.
///
/// Source: RFC 4180; beyond it, lines may end in LF alone, a byte order mark is skipped, and blank
/// lines are skipped.
package struct CSVTable: Hashable, Sendable {
  /// The file's name, as messages say it.
  package let file: String
  /// The headings, in order.
  package let header: [String]
  /// The records under the header.
  package let records: [Record]

  /// One record.
  package struct Record: Hashable, Sendable {
    /// The line it starts on, from 1.
    package let line: Int
    /// Its fields, as many as the header has.
    package let fields: [String]
  }

  /// Reads a table; `file` is its name in messages.
  ///
  /// - Throws: ``ForecastError`` at the first line that is no CSV, at a record with more or fewer
  ///   fields than the header, and for a heading that stands there twice.
  package init(_ text: String, file: String) throws(ForecastError) {
    try self.init(bytes: Array(text.utf8), file: file)
  }

  /// Reads a table from UTF-8 bytes; `file` is its name in messages.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name.
  ///   - repeats: Whether headings may stand there twice; ``CSVColumns`` then refuses those in use.
  /// - Throws: ``ForecastError``, as for text, and where the bytes are not UTF-8.
  package init(bytes: [UInt8], file: String, repeats: Bool = false) throws(ForecastError) {
    if let separator = CSVSeparator(headerOf: bytes) {
      throw ForecastError(file: file, line: 1, reason: separator.reason)
    }
    var reader = CSVReader(bytes: bytes, file: file)
    guard let first = try reader.next() else {
      throw ForecastError(file: file, reason: "the file is empty; expected a line of headings")
    }
    let header = first.fields.map(Self.trimmed)
    for (index, name) in header.enumerated() where !name.isEmpty && !repeats {
      guard header.firstIndex(of: name) == index else {
        throw ForecastError(
          file: file, line: first.line, reason: "the heading “\(name)” stands here twice")
      }
    }
    reader.header = header
    var records: [Record] = []
    while let record = try reader.next() {
      guard record.fields.count == header.count else {
        throw ForecastError(
          file: file, line: record.line,
          reason: "found \(record.fields.count) \(record.fields.count == 1 ? "field" : "fields"); "
            + "the header has \(header.count)")
      }
      records.append(record)
    }
    self.file = file
    self.header = header
    self.records = records
  }

  private static func trimmed(_ field: String) -> String {
    String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Takes the records of a CSV file apart, one after the other.
private struct CSVReader {
  let bytes: [UInt8]
  let file: String
  private var position = 0
  private var line = 1
  /// Fields of the record before.
  private var width = 0
  /// The headings, once they are read.
  var header: [String] = []

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record; nil at the end of the file.
  mutating func next() throws(ForecastError) -> CSVTable.Record? {
    while position < bytes.count, takeLineEnd() {}
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    fields.reserveCapacity(width)
    while true {
      fields.append(try field(fields.count))
      if position < bytes.count, bytes[position] == Self.comma {
        position += 1
        continue
      }
      guard position == bytes.count || takeLineEnd() else {
        throw ForecastError(
          file: file, line: line,
          reason: "expected a comma or the end of the line after a quoted field")
      }
      width = fields.count
      return CSVTable.Record(line: start, fields: fields)
    }
  }

  private mutating func takeLineEnd() -> Bool {
    var end = position
    if end < bytes.count, bytes[end] == Self.carriageReturn { end += 1 }
    guard end < bytes.count, bytes[end] == Self.lineFeed else { return false }
    position = end + 1
    line += 1
    return true
  }

  private mutating func field(_ place: Int) throws(ForecastError) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else {
      let start = position
      while position < bytes.count, bytes[position] != Self.comma, !isAtLineEnd {
        guard bytes[position] != Self.quote else {
          throw ForecastError(
            file: file, line: line, reason: "a quotation mark stands inside an unquoted field")
        }
        position += 1
      }
      return try text(bytes[start..<position], place)
    }
    let start = line
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else {
          return try text(content[...], place)
        }
        position += 1
      }
      if byte == Self.lineFeed { line += 1 }
      content.append(byte)
    }
    throw ForecastError(file: file, line: start, reason: "a quoted field is never closed")
  }

  private var isAtLineEnd: Bool {
    bytes[position] == Self.lineFeed
      || bytes[position] == Self.carriageReturn
        && (position + 1 == bytes.count || bytes[position + 1] == Self.lineFeed)
  }

  private func text(_ slice: ArraySlice<UInt8>, _ place: Int) throws(ForecastError) -> String {
    // Most fields are short and plain; validating them takes several times as long as reading them.
    if slice.allSatisfy({ $0 < 0x80 }) { return String(decoding: slice, as: UTF8.self) }
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw ForecastError(
        file: file, line: line, column: header.indices.contains(place) ? header[place] : "",
        reason: "the file is not UTF-8; save it as CSV UTF-8")
    }
    return text
  }
}
