import GRDB

extension Row {
  /// The word in `column` as a case of `Word`.
  ///
  /// - Throws: ``StoreError/damaged(path:reason:)`` for a word that is no case.
  func word<Word: RawRepresentable<String>>(_ column: Int, path: String) throws -> Word {
    let text: String = self[column]
    guard let word = Word(rawValue: text) else {
      throw StoreError.damaged(path: path, reason: "“\(text)” is no \(Word.self)")
    }
    return word
  }

  /// The word in `column`, if there is one.
  func wordIfAny<Word: RawRepresentable<String>>(_ column: Int, path: String) throws -> Word? {
    hasNull(atIndex: column) ? nil : try word(column, path: path)
  }
}
