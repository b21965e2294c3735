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
  static func of(_ document: some Encodable, isPretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    do { return String(decoding: try encoder.encode(document), as: UTF8.self) } catch {
      throw CommandFailure(.ownFault, "the result cannot be written as JSON: \(error)")
    }
  }
}
