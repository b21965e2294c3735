import GRDB
public import TwinModel

extension TwinStore {
  /// Replaces what was declared of a campus.
  ///
  /// - Throws: ``StoreError/unknownCampus(_:)`` for a campus that was never imported.
  public func setDeclarations(_ facts: [Fact], of campus: CampusID) throws(StoreError) {
    try write { db in
      try requireCampus(campus, in: db)
      try replaceDeclarations(facts, of: campus, in: db)
    }
  }

  func replaceDeclarations(_ facts: [Fact], of campus: CampusID, in db: Database) throws {
    try db.execute(sql: "DELETE FROM fact WHERE campus = ?", arguments: [campus.value])
    try insertFacts(facts, .declaredOf(campus), in: db)
  }

  /// Throws unless the store has the campus.
  func requireCampus(_ campus: CampusID, in db: Database) throws {
    let sql = "SELECT count(*) FROM campus WHERE id = ?"
    guard try Int.fetchOne(db, sql: sql, arguments: [campus.value]) == 1 else {
      throw StoreError.unknownCampus(campus)
    }
  }

  func insertFacts(_ facts: [Fact], _ owner: ResultOwner, in db: Database) throws {
    guard !facts.isEmpty else { return }
    let insertion = try Insertion(
      db, into: "fact",
      [
        owner.column, "subject_kind", "subject_id", "quantity", "number", "text", "flag", "low",
        "high", "unit", "stage", "year", "method", "evidence", "source", "note",
      ])
    for fact in facts {
      var (number, text, flag) = (Cell.null, Cell.null, Cell.null)
      switch fact.value {
      case .number(let value): number = .real(value)
      case .text(let value): text = .text(value)
      case .flag(let value): flag = .flag(value)
      }
      try insertion(
        owner.cell, .text(fact.subject.kind.rawValue), .text(fact.subject.id),
        .text(fact.quantity.value), number, text, flag, .real(fact.interval?.low),
        .real(fact.interval?.high), .text(fact.unit), .text(fact.stage?.rawValue),
        .integer(fact.year), .text(fact.method.rawValue), .text(try JSONText.encode(fact.evidence)),
        .text(fact.source), .text(fact.note))
    }
  }

  func facts(_ owner: ResultOwner, in db: Database) throws -> [Fact] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT subject_kind, subject_id, quantity, number, text, flag, low, high, unit, stage, year,
          method, evidence, source, note
        FROM fact WHERE \(owner.column) = ? ORDER BY id
        """)
    let cursor = try Row.fetchCursor(statement, arguments: [owner.value])
    var facts: [Fact] = []
    while let row = try cursor.next() { facts.append(try fact(row)) }
    return facts
  }

  private func fact(_ row: Row) throws -> Fact {
    // SQLite keeps NULL for a number that is none.
    var value = FactValue.number(row[3] ?? .nan)
    if let text = row[4] as String? { value = .text(text) }
    if let flag = row[5] as Bool? { value = .flag(flag) }
    var interval: Fact.Interval?
    if !row.hasNull(atIndex: 6) || !row.hasNull(atIndex: 7) {
      interval = Fact.Interval(low: row[6] ?? .nan, high: row[7] ?? .nan)
    }
    var fact = Fact(
      Subject(try row.word(0, path: path), row[1]), QuantityName(row[2]), value,
      interval: interval, stage: try row.wordIfAny(9, path: path), year: row[10],
      method: try row.word(11, path: path), source: row[13], note: row[14])
    fact.unit = row[8]
    fact.evidence = try JSONText.decodeIDs(row[12], path: path)
    return fact
  }
}
