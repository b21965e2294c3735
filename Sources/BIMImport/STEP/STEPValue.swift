/// A range of bytes of the file.
struct STEPSlice: Hashable, Sendable {
  var start: Int
  var end: Int
}

/// One attribute value, decoded no further than asked: what has an inside only says where it is.
enum STEPValue: Hashable, Sendable {
  /// `$`.
  case null
  /// `*`.
  case derived
  case integer(Int)
  case real(Double)
  /// The bytes between the apostrophes.
  case text(STEPSlice)
  /// The word between the dots.
  case enumeration(STEPSlice)
  /// The number behind `#`.
  case reference(Int)
  /// The bytes between the parentheses.
  case list(STEPSlice)
  /// A keyword and the bytes between its parentheses.
  case typed(STEPSlice, STEPSlice)
  /// The bytes between the quotation marks.
  case binary(STEPSlice)
  /// Bytes that are no value, from here on.
  case invalid(Int)
}
