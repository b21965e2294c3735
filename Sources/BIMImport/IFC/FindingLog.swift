import TwinModel

/// Collects findings of one import; findings of the same kind about many things are counted.
final class FindingLog {
  private var findings: [Finding] = []
  private var counted: [Key: [String]] = [:]

  fileprivate struct Key: Hashable, Sendable {
    var severity: Finding.Severity
    var code: String
    var what: String
    var suggestion: String
  }

  /// Notes one finding.
  func note(_ finding: Finding) { findings.append(finding) }

  /// Notes that `what` happened to `subject`; in the end one finding says to how many.
  func count(
    _ severity: Finding.Severity, code: String, what: String, subject: String = "",
    suggestion: String = ""
  ) {
    let key = Key(severity: severity, code: code, what: what, suggestion: suggestion)
    counted[key, default: []].append(subject)
  }

  /// What a log was told, on its way to another one.
  struct Entries: Sendable {
    fileprivate var findings: [Finding] = []
    fileprivate var counted: [Key: [String]] = [:]
  }

  /// Takes everything out of the log.
  func drain() -> Entries {
    defer { (findings, counted) = ([], [:]) }
    return Entries(findings: findings, counted: counted)
  }

  /// Adds what another log was told, behind what this one was.
  func add(_ entries: Entries) {
    findings += entries.findings
    for (key, subjects) in entries.counted { counted[key, default: []] += subjects }
  }

  /// All findings: single ones in the order they were noted, then counted ones by code.
  func all() -> [Finding] {
    let summed = counted.map { key, told in
      // Several readers of one file may tell of the same thing.
      var seen: Set<String> = []
      let subjects = told.filter { $0.isEmpty || seen.insert($0).inserted }
      return Finding(
        key.severity, code: key.code, subject: subjects.first { !$0.isEmpty } ?? "",
        message: subjects.count == 1 ? key.what : "\(subjects.count) × \(key.what)",
        suggestion: key.suggestion)
    }
    return findings
      + summed.sorted { ($0.code, $0.message, $0.subject) < ($1.code, $1.message, $1.subject) }
  }
}
