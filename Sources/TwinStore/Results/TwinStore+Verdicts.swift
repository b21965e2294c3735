import GRDB
public import TwinModel

extension TwinStore {
  /// Keeps the answers of a check, and makes them the current ones of the campus.
  ///
  /// The same hash saved again replaces what was there; answers for other inputs stay as history.
  ///
  /// - Parameters:
  ///   - campus: The campus that was checked; it must have been imported.
  ///   - inputsHash: Hash of all that the answers depend on.
  ///   - verdicts: The answers.
  ///   - time: When the check ran, ISO 8601 UTC.
  /// - Throws: ``StoreError/unknownCampus(_:)``, ``StoreError/locked(path:)`` and the cases about
  ///   files.
  public func saveVerdicts(
    campus: CampusID, inputsHash: String, verdicts: [Verdict], at time: String
  ) throws(StoreError) {
    try write { db in
      try requireCampus(campus, in: db)
      try db.execute(
        sql: "DELETE FROM check_run WHERE campus = ? AND inputs_hash = ?",
        arguments: [campus.value, inputsHash])
      try db.execute(
        sql: "UPDATE check_run SET is_current = 0 WHERE campus = ?", arguments: [campus.value])
      let insertion = try Insertion(
        db, into: "check_run", ["campus", "inputs_hash", "checked_at", "is_current"])
      let key = try insertion(
        .text(campus.value), .text(inputsHash), .text(time), .flag(true))
      try insertVerdicts(verdicts, .checkRun(key), in: db)
    }
  }

  /// The answers of the last check of a campus; nil when it was never checked.
  public func verdicts(campus: CampusID) throws(StoreError) -> StoredVerdicts? {
    try read { db in
      let sql = """
        SELECT id, inputs_hash, checked_at FROM check_run WHERE campus = ? AND is_current
        """
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [campus.value]) else { return nil }
      return StoredVerdicts(
        inputsHash: row[1], checkedAt: row[2], verdicts: try verdicts(.checkRun(row[0]), in: db))
    }
  }

  func insertVerdicts(_ verdicts: [Verdict], _ owner: ResultOwner, in db: Database) throws {
    guard !verdicts.isEmpty else { return }
    let insertion = try Insertion(
      db, into: "verdict",
      [
        owner.column, "rule_set", "clause", "subject_kind", "subject_id", "outcome", "measured",
        "requirement", "method", "evidence", "reason", "is_binding", "is_verified",
      ])
    for verdict in verdicts {
      try insertion(
        owner.cell, .text(verdict.ruleSet), .text(verdict.clause),
        .text(verdict.subject.kind.rawValue), .text(verdict.subject.id),
        .text(verdict.outcome.rawValue), .text(verdict.measured), .text(verdict.requirement),
        .text(verdict.method?.rawValue), .text(try JSONText.encode(verdict.evidence)),
        .text(verdict.reason), .flag(verdict.isBinding), .flag(verdict.isVerified))
    }
  }

  func verdicts(_ owner: ResultOwner, in db: Database) throws -> [Verdict] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT rule_set, clause, subject_kind, subject_id, outcome, measured, requirement, method,
          evidence, reason, is_binding, is_verified
        FROM verdict WHERE \(owner.column) = ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [owner.value]).map { row in
      var verdict = Verdict(
        ruleSet: row[0], clause: row[1], subject: Subject(try row.word(2, path: path), row[3]),
        outcome: try row.word(4, path: path), measured: row[5], requirement: row[6],
        method: try row.wordIfAny(7, path: path), reason: row[9], isBinding: row[10],
        isVerified: row[11])
      verdict.evidence = try JSONText.decodeIDs(row[8], path: path)
      return verdict
    }
  }
}
