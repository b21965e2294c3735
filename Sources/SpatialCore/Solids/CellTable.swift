/// Numbers cells of a grid, or other triples of whole numbers, in the order they come.
///
/// A kernel asks for millions of places; the table of the standard library takes three times as long,
/// for its keys may be of any type and its order must not be guessed.
package struct CellTable {
  /// Number of the cell in each slot; −1 where it is free.
  private var slots: [Int32]
  /// The cells by number.
  package private(set) var cells: [SIMD3<Int64>] = []

  /// Makes room for `capacity` cells; it grows when there are more.
  package init(capacity: Int = 16) {
    var size = 32
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
    cells.reserveCapacity(capacity)
  }

  /// The number of a cell; nil when it has none.
  package func find(_ cell: SIMD3<Int64>) -> Int? {
    let number = slots[slot(of: cell)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a cell, the next one when it has none.
  package mutating func number(_ cell: SIMD3<Int64>) -> Int {
    let slot = slot(of: cell)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(cells.count)
    cells.append(cell)
    if 2 * cells.count > slots.count { grow() }
    return cells.count - 1
  }

  /// Where a cell is, or would be put.
  private func slot(of cell: SIMD3<Int64>) -> Int {
    var hash = UInt64(bitPattern: cell.x) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 32) &+ UInt64(bitPattern: cell.y)
    hash = hash &* 0xc2b2_ae3d_27d4_eb4f
    hash = (hash ^ hash >> 29) &+ UInt64(bitPattern: cell.z)
    hash = hash &* 0x9e37_79b9_7f4a_7c15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, cells[Int(slots[slot])] != cell {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for number in cells.indices { slots[slot(of: cells[number])] = Int32(number) }
  }
}
