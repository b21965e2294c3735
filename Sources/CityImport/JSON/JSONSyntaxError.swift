/// A place in a JSON text that RFC 8259 does not allow.
struct JSONSyntaxError: Error, Hashable {
  /// Offset of the offending byte.
  let position: Int
  /// What was expected or found there.
  let reason: String

  /// Line and column of the place, both from 1, the column in bytes.
  func place(in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    let end = min(position, bytes.count)
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    return (line, end - start + 1)
  }
}
