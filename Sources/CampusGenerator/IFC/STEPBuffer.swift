/// Bytes of a STEP file in the making (ISO 10303-21 clear text), instance after instance.
package struct STEPBuffer: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var lastNumber = 0

  /// Creates an empty buffer.
  package init() {}

  /// Writes one line of the file's frame as it is.
  package mutating func addLine(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes one instance.
  ///
  /// - Returns: A reference to it.
  package mutating func add(_ keyword: StaticWord, _ attributes: [STEPValue]) -> STEPValue {
    lastNumber += 1
    bytes.append(UInt8(ascii: "#"))
    append(lastNumber)
    bytes.append(UInt8(ascii: "="))
    bytes.append(contentsOf: keyword.text.utf8)
    append(attributes)
    bytes.append(UInt8(ascii: ";"))
    bytes.append(UInt8(ascii: "\n"))
    return .reference(lastNumber)
  }

  // MARK: - Values

  private mutating func append(_ values: [STEPValue]) {
    bytes.append(UInt8(ascii: "("))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  private mutating func append(_ value: STEPValue) {
    switch value {
    case .missing: bytes.append(UInt8(ascii: "$"))
    case .derived: bytes.append(UInt8(ascii: "*"))
    case .reference(let number):
      bytes.append(UInt8(ascii: "#"))
      append(number)
    case .text(let text): appendSTEPString(text, to: &bytes)
    case .word(let word):
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: word.text.utf8)
      bytes.append(UInt8(ascii: "."))
    case .fixed(let digits, let decimals): append(digits, decimals: decimals)
    case .integer(let number): append(number)
    case .flag(let flag): bytes.append(contentsOf: flag ? ".T.".utf8 : ".F.".utf8)
    case .list(let values): append(values)
    case .typed(let keyword, let value):
      bytes.append(contentsOf: keyword.text.utf8)
      append([value])
    }
  }

  private mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: number.magnitude, atLeast: 1)
  }

  /// A STEP real always has a point; zeros behind the last digit are left out.
  private mutating func append(_ digits: Int, decimals: Int) {
    if digits < 0 { bytes.append(UInt8(ascii: "-")) }
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let whole = digits.magnitude / scale
    var fraction = digits.magnitude % scale
    append(digits: whole, atLeast: 1)
    bytes.append(UInt8(ascii: "."))
    guard fraction > 0 else { return }
    var places = decimals
    while fraction.isMultiple(of: 10) {
      fraction /= 10
      places -= 1
    }
    append(digits: fraction, atLeast: places)
  }

  private mutating func append(digits number: UInt, atLeast places: Int) {
    let start = bytes.count
    var rest = number
    var written = 0
    while rest > 0 || written < places {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    }
    bytes[start...].reverse()
  }
}
