/// Lists of indices one after the other in one piece of memory, for loops that run millions of times.
struct SparseLists {
  /// Where each list begins in ``items``, and where the last one ends.
  private(set) var starts: [Int]
  /// The lists, one after the other.
  private(set) var items: [Int32]

  init(_ lists: [[Int]]) {
    starts = [0]
    starts.reserveCapacity(lists.count + 1)
    items = []
    items.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      for item in list { items.append(Int32(item)) }
      starts.append(items.count)
    }
  }

  /// The places of list `index` in ``items``.
  func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }
}
