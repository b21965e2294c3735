/// A matrix of bits, row by row, for subset tests 64 at a time.
struct BitMatrix {
  private(set) var words: [UInt64]
  let stride: Int

  init(rows: Int, columns: Int) {
    stride = (columns + 63) / 64
    words = [UInt64](repeating: 0, count: rows * stride)
  }

  subscript(row: Int, column: Int) -> Bool {
    words[row * stride + column >> 6] & (1 << UInt64(column & 63)) != 0
  }

  mutating func set(_ row: Int, _ column: Int) {
    words[row * stride + column >> 6] |= 1 << UInt64(column & 63)
  }

  mutating func clear(_ row: Int, _ column: Int) {
    words[row * stride + column >> 6] &= ~(1 << UInt64(column & 63))
  }

  /// Whether every bit of `row` is set in `other`.
  func isSubset(_ row: Int, of other: Int) -> Bool {
    let (a, b) = (row * stride, other * stride)
    for word in 0..<stride where words[a + word] & ~words[b + word] != 0 { return false }
    return true
  }

  /// The columns whose bit is set in `row`, ascending.
  func members(_ row: Int) -> [Int] {
    var result: [Int] = []
    for word in 0..<stride {
      var bits = words[row * stride + word]
      while bits != 0 {
        result.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return result
  }
}
