import GRDB
import TwinModel

extension TwinStore {
  func insertFindings(_ findings: [Finding], _ owner: ResultOwner, in db: Database) throws {
    guard !findings.isEmpty else { return }
    let insertion = try Insertion(
      db, into: "finding",
      [owner.column, "severity", "code", "subject", "message", "suggestion"])
    for finding in findings {
      try insertion(
        owner.cell, .text(finding.severity.rawValue), .text(finding.code), .text(finding.subject),
        .text(finding.message), .text(finding.suggestion))
    }
  }

  func findings(_ owner: ResultOwner, in db: Database) throws -> [Finding] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT severity, code, subject, message, suggestion
        FROM finding WHERE \(owner.column) = ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [owner.value]).map { row in
      Finding(
        try row.word(0, path: path), code: row[1], subject: row[2], message: row[3],
        suggestion: row[4])
    }
  }
}
