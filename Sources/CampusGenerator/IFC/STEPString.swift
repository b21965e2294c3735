/// Appends a text in quotes, in the characters that a STEP file may hold.
///
/// Printable ASCII stands for itself, with `'` and `\` doubled; the Basic Multilingual Plane goes
/// into `\X2\…\X0\` as four hex digits a character, what lies beyond into `\X4\…\X0\` as eight.
///
/// Source: ISO 10303-21:2016 §6.4.3.
package func appendSTEPString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "'"))
  var open = Alphabet.basic
  for scalar in text.unicodeScalars {
    let alphabet = Alphabet(of: scalar)
    if alphabet != open {
      if open != .basic { bytes.append(contentsOf: #"\X0\"#.utf8) }
      bytes.append(contentsOf: alphabet.opening.utf8)
      open = alphabet
    }
    guard alphabet == .basic else {
      appendHex(scalar.value, digits: alphabet == .plane ? 4 : 8, to: &bytes)
      continue
    }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    bytes.append(byte)
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: #"\"#) { bytes.append(byte) }
  }
  if open != .basic { bytes.append(contentsOf: #"\X0\"#.utf8) }
  bytes.append(UInt8(ascii: "'"))
}

private enum Alphabet {
  case basic, plane, full

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7e: self = .basic
    case 0...0xffff: self = .plane
    default: self = .full
    }
  }

  var opening: String {
    switch self {
    case .basic: ""
    case .plane: #"\X2\"#
    case .full: #"\X4\"#
    }
  }
}

private func appendHex(_ value: UInt32, digits: Int, to bytes: inout [UInt8]) {
  for place in (0..<digits).reversed() {
    let digit = UInt8(truncatingIfNeeded: value >> UInt32(4 * place)) & 0xf
    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
  }
}
