/// Why a report could not be made.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, as a sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
