/// One attribute of an instance in a STEP file.
package indirect enum STEPValue: Hashable, Sendable {
  /// `$`: not given.
  case missing
  /// `*`: derived by a subtype.
  case derived
  /// `#12`: another instance.
  case reference(Int)
  /// A text, escaped as ISO 10303-21 wants it.
  case text(String)
  /// `.WORD.`: a value of an enumeration.
  case word(StaticWord)
  /// A real number of `digits` ÷ 10 to the power of `decimals`; exact, no binary fraction between.
  case fixed(Int, decimals: Int)
  /// A whole number.
  case integer(Int)
  /// `.T.` or `.F.`.
  case flag(Bool)
  /// `(…)`.
  case list([STEPValue])
  /// `KEYWORD(…)`: a value of a select type.
  case typed(StaticWord, STEPValue)
}

/// A word that stands in the source text, such as a keyword of the schema.
package struct StaticWord: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The word.
  package let text: String

  /// Creates a word from a literal.
  package init(stringLiteral text: String) { self.text = text }
}
