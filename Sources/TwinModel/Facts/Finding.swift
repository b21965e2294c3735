/// A problem of an input: reported, kept, never thrown.
public struct Finding: Hashable, Sendable, Codable {
  /// How much it matters.
  public var severity: Severity
  /// A stable name for the kind of problem, such as `ifc.guid.duplicate`.
  public var code: String
  /// GlobalId or other identity of what it is about; empty when it is the whole file.
  public var subject: String
  /// What is wrong and where, as a sentence.
  public var message: String
  /// What to do about it; empty when there is nothing to suggest.
  public var suggestion: String

  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something was lost or cannot be used.
    case error
    /// Something is probably not as meant.
    case warning
    /// Good to know.
    case info
  }

  /// Creates a finding.
  public init(
    _ severity: Severity, code: String, subject: String = "", message: String,
    suggestion: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.subject = subject
    self.message = message
    self.suggestion = suggestion
  }
}
