/// A seed, rule set or scenario file that says something it must not.
public struct SeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1; 0 when the whole file is meant.
  public let line: Int
  /// What was wrong and what was expected, as a sentence.
  public let reason: String

  /// Creates an error.
  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `file:line: reason`, as editors understand it.
  public var description: String { line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)" }
}
