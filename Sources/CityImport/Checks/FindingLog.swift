import TwinModel

/// Collects findings; of one kind only the first ``limit`` are kept word for word, the rest counted.
struct FindingLog {
  /// Findings of one code that are kept.
  static let limit = 200

  private var kept: [Finding] = []
  private var counts: [String: Int] = [:]

  /// Adds a finding.
  mutating func add(
    _ severity: Finding.Severity, _ code: String, _ subject: String = "", _ message: String,
    suggestion: String = ""
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.limit else { return }
    kept.append(
      Finding(severity, code: code, subject: subject, message: message, suggestion: suggestion))
  }

  /// What was added, in order; for each kind that was cut short, a line that says by how many.
  var findings: [Finding] {
    let cut = counts.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }
    return kept
      + cut.map { code, count in
        Finding(
          .info, code: code,
          message: "\(count - Self.limit) more findings of this kind are not listed")
      }
  }
}
