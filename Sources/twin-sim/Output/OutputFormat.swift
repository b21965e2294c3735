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

  static func of(_ document: some Encodable, isPretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    do { return String(decoding: try encoder.encode(document), as: UTF8.self) } catch {
      throw CommandFailure(.ownFault, "the result cannot be written as JSON: \(error)")
    }
  }
}

/// How a command prints tables that others read on.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}
