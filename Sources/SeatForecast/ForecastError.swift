/// An input or request that no forecast can be made from.
public struct ForecastError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file; empty when the error stands in none.
  public let file: String
  /// The line, from 1; 0 when the whole file is meant.
  public let line: Int
  /// The column's heading; empty when the whole line is meant.
  public let column: String
  /// What was wrong and what was expected, as a sentence.
  public let reason: String

  /// Creates an error.
  public init(file: String = "", line: Int = 0, column: String = "", reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// `file:line: column “x”: reason`, as editors understand it.
  public var description: String {
    var text = ""
    if !file.isEmpty { text += line > 0 ? "\(file):\(line): " : "\(file): " }
    if !column.isEmpty { text += "column “\(column)”: " }
    return text + reason
  }
}
