public import TwinModel

/// Writes facts and verdicts as tables that any spreadsheet or statistics program reads.
///
/// Text is UTF-8 without a byte order mark; ``forSpreadsheets(_:)`` adds the one that Excel needs to
/// show Chinese. Empty fields are values that are not known.
///
/// Source: RFC 4180.
public enum CSV {
  /// One row for each fact, in the given order.
  ///
  /// Columns: `subject_kind`, `subject_id`, `quantity`, `value` (a number in `unit`, a word, `true` or
  /// `false`), `low` and `high` (80 % interval), `unit`, `stage`, `year`, `method`, `evidence`
  /// (GlobalIds separated by blanks), `source`, `note`.
  public static func facts(_ facts: [Fact]) -> String {
    var table = CSVTable(columns: [
      "subject_kind", "subject_id", "quantity", "value", "low", "high", "unit", "stage", "year",
      "method", "evidence", "source", "note",
    ])
    for fact in facts {
      table.append([
        fact.subject.kind.rawValue, fact.subject.id, fact.quantity.value, text(fact.value),
        number(fact.interval?.low), number(fact.interval?.high), fact.unit,
        fact.stage?.rawValue ?? "", fact.year.map(String.init) ?? "", fact.method.rawValue,
        list(fact.evidence), fact.source, fact.note,
      ])
    }
    return table.text
  }

  /// One row for each verdict, in the given order.
  ///
  /// Columns: `rule_set`, `clause`, `subject_kind`, `subject_id`, `outcome` (`met`, `notMet`,
  /// `unknown`, `notApplicable`), `measured`, `requirement`, `method`, `evidence` (GlobalIds separated
  /// by blanks), `reason`, `binding` and `verified` (`true` or `false`).
  public static func verdicts(_ verdicts: [Verdict]) -> String {
    var table = CSVTable(columns: [
      "rule_set", "clause", "subject_kind", "subject_id", "outcome", "measured", "requirement",
      "method", "evidence", "reason", "binding", "verified",
    ])
    for verdict in verdicts {
      table.append([
        verdict.ruleSet, verdict.clause, verdict.subject.kind.rawValue, verdict.subject.id,
        verdict.outcome.rawValue, verdict.measured, verdict.requirement,
        verdict.method?.rawValue ?? "", list(verdict.evidence), verdict.reason,
        String(verdict.isBinding), String(verdict.isVerified),
      ])
    }
    return table.text
  }

  /// What the quantities of ``facts(_:)`` mean: the file `data_dictionary.csv`.
  ///
  /// Columns: `quantity`, `unit`, `subject` (what it is measured of), `chinese`, `meaning`; rows from
  /// the campus down, as in ``QuantityCatalogue``.
  public static func dataDictionary() -> String {
    var table = CSVTable(columns: ["quantity", "unit", "subject", "chinese", "meaning"])
    for entry in QuantityCatalogue.all {
      table.append([
        entry.name.value, entry.unit, entry.subject.rawValue, entry.chinese, entry.meaning,
      ])
    }
    return table.text
  }

  /// A table with the byte order mark that makes Excel read it as UTF-8.
  public static func forSpreadsheets(_ table: String) -> String { "\u{FEFF}" + table }

  // MARK: - Fields

  private static func text(_ value: FactValue) -> String {
    switch value {
    case .number(let number): self.number(number)
    case .text(let text): text
    case .flag(let flag): String(flag)
    }
  }

  private static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return plainNumber(value)
  }

  private static func list(_ ids: [GlobalID]) -> String {
    ids.map(\.value).joined(separator: " ")
  }
}
