public import TwinModel

/// The result of a study as the store keeps it.
public struct StoredStudy: Hashable, Sendable {
  /// Name and version of the study, such as `capacity/1`.
  public let source: String
  /// Hash of all that the result depends on.
  public let inputsHash: String
  /// When it was computed, ISO 8601 UTC.
  public let computedAt: String
  /// What was found.
  public let output: StudyOutput
}

/// The answers of one check as the store keeps them.
public struct StoredVerdicts: Hashable, Sendable {
  /// Hash of all that the answers depend on.
  public let inputsHash: String
  /// When the check ran, ISO 8601 UTC.
  public let checkedAt: String
  /// The answers, in the order they were saved.
  public let verdicts: [Verdict]
}
