/// One instance of a STEP file, as its row in the file's index.
struct STEPInstance: Hashable, Sendable, Comparable {
  /// Row in the index, in order of the file.
  let row: Int32

  static func < (left: Self, right: Self) -> Bool { left.row < right.row }
}

/// Where each instance of a file stands: number, keyword and first byte of its parameters.
struct STEPIndex: Sendable {
  /// The numbers behind `#`, in order of the file.
  private(set) var numbers: [UInt32] = []
  /// Keyword of each row, as a number of ``STEPKeywords``.
  private(set) var keywords: [UInt16] = []
  /// First byte behind the opening parenthesis of each row, from the start of its block.
  private var starts: [UInt32] = []
  /// How many bytes the parameters of each row have.
  private var lengths: [UInt32] = []
  /// Where each block of rows starts: files may be larger than 32 bits tell.
  private var blocks: [Int] = []
  /// Row by number, dense; empty when the numbers are too sparse for that.
  private var dense: [Int32] = []
  /// Row by number, when the numbers are sparse.
  private var sparse: [UInt32: Int32] = [:]

  /// How many instances there are.
  var count: Int { numbers.count }

  mutating func reserve(_ count: Int) {
    numbers.reserveCapacity(count)
    keywords.reserveCapacity(count)
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  private static let rowsInBlock = 4096

  /// Adds a row; false when it lies too far from the one before, or is longer, than 4 GiB.
  mutating func append(number: UInt32, keyword: UInt16, start: Int, end: Int) -> Bool {
    if numbers.count % STEPIndex.rowsInBlock == 0 { blocks.append(start) }
    guard let offset = UInt32(exactly: start - blocks[blocks.count - 1]),
      let length = UInt32(exactly: end - start)
    else {
      if numbers.count % STEPIndex.rowsInBlock == 0 { blocks.removeLast() }
      return false
    }
    numbers.append(number)
    keywords.append(keyword)
    starts.append(offset)
    lengths.append(length)
    return true
  }

  /// The bytes between the parentheses of a row.
  func parameters(_ row: Int) -> STEPSlice {
    let start = blocks[row / STEPIndex.rowsInBlock] + Int(starts[row])
    return STEPSlice(start: start, end: start + Int(lengths[row]))
  }

  /// Makes ``instance(_:)`` work.
  ///
  /// - Returns: The rows whose number an earlier row has already; they cannot be referred to.
  mutating func finish() -> [Int32] {
    var duplicates: [Int32] = []
    let greatest = Int(numbers.max() ?? 0)
    if greatest <= 8 * numbers.count + 1024 {
      dense = Array(repeating: -1, count: greatest + 1)
      for row in numbers.indices {
        let number = Int(numbers[row])
        if dense[number] < 0 { dense[number] = Int32(row) } else { duplicates.append(Int32(row)) }
      }
    } else {
      sparse.reserveCapacity(numbers.count)
      for row in numbers.indices {
        if sparse[numbers[row]] == nil {
          sparse[numbers[row]] = Int32(row)
        } else {
          duplicates.append(Int32(row))
        }
      }
    }
    return duplicates
  }

  /// The instance with the number behind `#`; nil when there is none.
  func instance(_ number: Int) -> STEPInstance? {
    if !dense.isEmpty {
      guard number >= 0, number < dense.count, dense[number] >= 0 else { return nil }
      return STEPInstance(row: dense[number])
    }
    guard let key = UInt32(exactly: number), let row = sparse[key] else { return nil }
    return STEPInstance(row: row)
  }
}
