/// Pairs of instances, sorted by the first: what a relation leads to from it.
///
/// Two whole numbers a pair and nothing else, since files have hundreds of thousands of them.
struct RelationTable: Sendable {
  private var keys: [Int32] = []
  private var values: [Int32] = []
  private var isSorted = true

  /// How many pairs there are.
  var count: Int { keys.count }

  /// Adds a pair; ``sort()`` must follow before anything is looked up.
  mutating func add(_ key: STEPInstance, _ value: STEPInstance) {
    if let last = keys.last, last > key.row { isSorted = false }
    keys.append(key.row)
    values.append(value.row)
  }

  /// Makes lookups work; pairs of the same first instance keep their order.
  mutating func sort() {
    guard !isSorted else { return }
    // The place breaks ties, so that the order is that of the file.
    var order = keys.indices.map { UInt64(UInt32(bitPattern: keys[$0])) << 32 | UInt64($0) }
    order.sort()
    let (oldKeys, oldValues) = (keys, values)
    for (place, entry) in order.enumerated() {
      keys[place] = oldKeys[Int(entry & 0xffff_ffff)]
      values[place] = oldValues[Int(entry & 0xffff_ffff)]
    }
    isSorted = true
  }

  /// What the relation leads to from an instance, in order of the file; nil for nothing.
  subscript(key: STEPInstance) -> [STEPInstance]? {
    var place = firstPlace(key.row)
    guard place < keys.count, keys[place] == key.row else { return nil }
    var result: [STEPInstance] = []
    while place < keys.count, keys[place] == key.row {
      result.append(STEPInstance(row: values[place]))
      place += 1
    }
    return result
  }

  /// The first that the relation leads to; nil for nothing.
  func first(_ key: STEPInstance) -> STEPInstance? {
    let place = firstPlace(key.row)
    return place < keys.count && keys[place] == key.row ? STEPInstance(row: values[place]) : nil
  }

  /// The place of the first pair whose key is not less.
  private func firstPlace(_ key: Int32) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A relation that leads from an instance to one other at most; the first in the file counts.
struct RelationLink: Sendable {
  private(set) var table = RelationTable()

  subscript(key: STEPInstance) -> STEPInstance? { table.first(key) }

  mutating func add(_ key: STEPInstance, _ value: STEPInstance) { table.add(key, value) }

  mutating func sort() { table.sort() }
}
