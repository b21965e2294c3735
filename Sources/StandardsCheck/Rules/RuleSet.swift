/// 标准: a versioned list of clauses, one file of `seeds/standards`.
public struct RuleSet: Hashable, Sendable {
  /// The name of the rule set, such as `gb50099`.
  public let id: String
  /// The document it is taken from.
  public let document: String
  /// Its name in Chinese.
  public let chinese: String
  /// Its name in English.
  public let english: String
  /// Edition of the document or of the file.
  public let version: String
  /// Whose rule it is, such as `national` or `Shenzhen`.
  public let jurisdiction: String
  /// Remarks for the reader; empty when there are none.
  public let note: String
  /// The clauses, in order of the file.
  public let clauses: [Clause]
  /// Clauses that the user's jurisdiction has switched off, sorted.
  public private(set) var switchedOff: [String] = []

  /// The same rule set without a clause that its file calls switchable.
  ///
  /// - Throws: ``StandardsError`` when there is no such clause or it may not be switched off.
  public func switchingOff(_ clause: String) throws(StandardsError) -> RuleSet {
    guard let found = clauses.first(where: { $0.id == clause }) else {
      throw .unknownClause(clause, ruleSet: id)
    }
    guard found.isSwitchable else { throw .notSwitchable(clause, ruleSet: id) }
    var result = self
    result.switchedOff = Set(switchedOff + [clause]).sorted()
    return result
  }

  init(
    id: String, document: String, chinese: String, english: String, version: String,
    jurisdiction: String, note: String, clauses: [Clause]
  ) {
    self.id = id
    self.document = document
    self.chinese = chinese
    self.english = english
    self.version = version
    self.jurisdiction = jurisdiction
    self.note = note
    self.clauses = clauses
  }
}

/// What cannot be asked of a rule set.
public enum StandardsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule set has no such clause.
  case unknownClause(String, ruleSet: String)
  /// The clause holds everywhere.
  case notSwitchable(String, ruleSet: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .unknownClause(let clause, let ruleSet):
      "the rule set \(ruleSet) has no clause “\(clause)”"
    case .notSwitchable(let clause, let ruleSet):
      "the clause “\(clause)” of \(ruleSet) may not be switched off; only clauses with "
        + "“switchable: true” may"
    }
  }
}
