import ArgumentParser
import Foundation

/// How a command prints its data.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// The flags of every command that prints data.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: text or json.")
  var format = OutputFormat.text

  /// Prints `document` as JSON, or the text that `words` makes.
  func show(_ document: some Encodable, text words: () -> String) throws {
    switch format {
    case .text: Console.write(words())
    case .json: Console.line(try JSONText.of(document))
    }
  }
}

/// JSON with sorted keys, so that the same document has the same bytes.
enum JSONText {
  /// Prints an object with one more member, a list, whose rows are encoded a thousand at a time: as a
  /// whole they would take several times the memory of the list.
  static func write(
    _ document: some Encodable, andRows rows: [some Encodable], under key: String
  ) throws {
    var text = try of(document)
    guard text.hasSuffix("\n}") else {
      throw CommandFailure(.ownFault, "the result cannot be written as JSON: it is no object")
    }
    text.removeLast(2)
    Console.write(text + ",\n  \"\(key)\" : [\n")
    for start in stride(from: 0, to: rows.count, by: 1000) {
      let end = min(start + 1000, rows.count)
      let lines = try rows[start..<end].map { "    " + (try of($0, isPretty: false)) }
      Console.write(lines.joined(separator: ",\n") + (end < rows.count ? ",\n" : "\n"))
    }
    Console.line("  ]\n}")
  }

  /// Prints an object whose list `key`, empty in `document`, is filled part by part: the bytes are those
  /// of the whole object, of which only a part is in memory at a time.
  static func write(
    _ document: some Encodable, filling key: String, with parts: some Sequence<[some Encodable]>
  ) throws {
    let text = try of(document)
    guard let opening = text.range(of: "\n  \"\(key)\" : ["),
      let closing = text[opening.upperBound...].firstIndex(of: "]")
    else {
      throw CommandFailure(.ownFault, "the result cannot be written as JSON: it has no list \(key)")
    }
    Console.write(String(text[..<opening.upperBound]))
    var isFirst = true
    for part in parts where !part.isEmpty {
      Console.write(isFirst ? "\n" : ",\n")
      isFirst = false
      Console.write(indented(try data(part, isPretty: true)))
    }
    Console.line(isFirst ? String(text[opening.upperBound...]) : "\n  " + text[closing...])
  }

  /// The elements of a list that was printed for itself, as they stand a level deeper.
  private static func indented(_ list: Data) -> Data {
    let lineFeed = UInt8(ascii: "\n")
    // Between the brackets and their line feeds; texts have no line feed that is not escaped.
    let elements = list.dropFirst(2).dropLast(2)
    var lines = Data("  ".utf8)
    lines.reserveCapacity(list.count + list.count / 4)
    var isLineStart = false
    for byte in elements {
      // The blank line of an empty list stays blank.
      if isLineStart, byte != lineFeed { lines.append(contentsOf: [0x20, 0x20]) }
      lines.append(byte)
      isLineStart = byte == lineFeed
    }
    return lines
  }

  static func of(_ document: some Encodable, isPretty: Bool = true) throws -> String {
    String(decoding: try data(document, isPretty: isPretty), as: UTF8.self)
  }

  private static func data(_ document: some Encodable, isPretty: Bool) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    do { return try encoder.encode(document) } catch {
      throw CommandFailure(.ownFault, "the result cannot be written as JSON: \(error)")
    }
  }
}

/// How a command prints tables that others read on.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}
