/// A place in a STEP file that the grammar does not allow.
public struct STEPSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong there and what was expected, as a sentence.
  public let reason: String
  /// Line of the offending byte, from 1, as an editor shows it.
  public let line: Int
  /// Column of the offending byte, from 1, in bytes.
  public let column: Int

  /// Creates an error at a line and column, both from 1.
  public init(reason: String, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// Creates an error at `offset`, whose line and column are counted from the start of `bytes`.
  init(_ reason: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.init(reason: reason, line: line, column: offset - lineStart + 1)
  }

  /// `line:column: reason`, as editors understand it.
  public var description: String { "\(line):\(column): \(reason)" }
}
