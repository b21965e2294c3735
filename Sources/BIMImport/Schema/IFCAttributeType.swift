/// An attribute as a schema declares it: its name and what its values are.
struct IFCAttributeType: Hashable, Sendable {
  /// The name in the schema's spelling.
  let name: String
  /// The letter of the kind: r entity, S select, s text, n number, i integer, b boolean or logical,
  /// e enumeration, x binary, L aggregate.
  let kind: UInt8

  /// Whether a value is of the declared kind; unset and unreadable ones are not asked about.
  ///
  /// Whole numbers without a point are numbers, as most programs write them.
  func allows(_ value: STEPValue) -> Bool {
    switch (kind, value) {
    case (_, .null), (_, .derived), (_, .invalid): true
    case (UInt8(ascii: "S"), _): true
    case (UInt8(ascii: "r"), .reference): true
    case (UInt8(ascii: "s"), .text): true
    case (UInt8(ascii: "n"), .real), (UInt8(ascii: "n"), .integer): true
    case (UInt8(ascii: "i"), .integer), (UInt8(ascii: "i"), .real): true
    case (UInt8(ascii: "b"), .enumeration), (UInt8(ascii: "e"), .enumeration): true
    case (UInt8(ascii: "x"), .binary): true
    case (UInt8(ascii: "L"), .list), (UInt8(ascii: "L"), .typed): true
    default: false
    }
  }

  /// The declared kind in words.
  var words: String {
    switch kind {
    case UInt8(ascii: "r"): "a reference"
    case UInt8(ascii: "s"): "a text"
    case UInt8(ascii: "n"): "a number"
    case UInt8(ascii: "i"): "a whole number"
    case UInt8(ascii: "b"): "a truth value"
    case UInt8(ascii: "e"): "a word of an enumeration"
    case UInt8(ascii: "x"): "a binary"
    case UInt8(ascii: "L"): "a list"
    default: "a value"
    }
  }

  /// The kind of a value in words.
  static func words(for value: STEPValue) -> String {
    switch value {
    case .null, .derived: "unset"
    case .integer, .real: "a number"
    case .text: "a text"
    case .enumeration: "a word of an enumeration"
    case .reference: "a reference"
    case .list: "a list"
    case .typed: "a typed value"
    case .binary: "a binary"
    case .invalid: "unreadable"
    }
  }
}
