import TwinModel

extension FindingLog {
  /// Most findings of one kind that are listed one by one.
  static let mostListed = 100

  /// Notes a finding for each subject, with its own words; beyond ``mostListed`` one more says how
  /// many follow.
  func each(
    _ severity: Finding.Severity, code: String, suggestion: String = "",
    _ subjects: [(id: String, message: String)]
  ) {
    for subject in subjects.prefix(FindingLog.mostListed) {
      note(
        Finding(
          severity, code: code, subject: subject.id, message: subject.message,
          suggestion: suggestion))
    }
    let rest = subjects.count - FindingLog.mostListed
    if rest > 0 {
      note(
        Finding(
          severity, code: code,
          message: "\(rest) more are like the \(FindingLog.mostListed) listed",
          suggestion: suggestion))
    }
  }
}
