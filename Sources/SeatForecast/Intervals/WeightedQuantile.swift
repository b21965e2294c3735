/// A quantile of values that count unequally.
///
/// A value's place is the weight before it and half of its own, over the weight of all; between places the
/// quantile is linear. With equal weights that is definition 5 of Hyndman and Fan: Sample quantiles in
/// statistical packages, The American Statistician 50 (1996).
package struct WeightedQuantile {
  private struct Item {
    var value: Double
    var weight: Double
  }
  private var items: [Item] = []
  private var total = 0.0
  /// Ranges up to this are sorted.
  private static let small = 48

  /// Creates an empty sample, with room for a number of values.
  package init(capacity: Int = 0) { items.reserveCapacity(capacity) }

  /// How many values there are.
  package var count: Int { items.count }

  /// Adds a value, whose weight is positive.
  package mutating func add(_ value: Double, weight: Double) {
    items.append(Item(value: value, weight: weight))
    total += weight
  }

  /// The quantile at a share from 0 to 1; 0 for an empty sample.
  ///
  /// Leaves the sample in another order.
  ///
  /// - Complexity: O(n) on average: all but a few values around the place are split, not sorted.
  package mutating func value(selecting share: Double) -> Double {
    guard !items.isEmpty else { return 0 }
    let target = share * total
    return items.withUnsafeMutableBufferPointer { items in
      var low = 0
      var high = items.count
      var before = 0.0
      while high - low > Self.small {
        let pivot = Self.median(
          items[low].value, items[(low + high) / 2].value, items[high - 1].value)
        let (middle, weight) = Self.split(items, low, high) { $0 < pivot }
        if middle > low, target < before + weight {
          high = middle
          continue
        }
        let (end, equal) = Self.split(items, middle, high) { $0 <= pivot }
        if target < before + weight + equal {
          // All of one value, or of none.
          (low, high, before) = (middle, end, before + weight)
          break
        }
        guard end > low, end < high else { break }
        (low, before) = (end, before + weight + equal)
      }
      return Self.walked(items, low, high, before, target)
    }
  }

  /// The quantile within `low ..< high`, whose first value has the weight `before` before it.
  private static func walked(
    _ items: UnsafeMutableBufferPointer<Item>, _ low: Int, _ high: Int, _ before: Double,
    _ target: Double
  ) -> Double {
    items[low..<high].sort { ($0.value, $0.weight) < ($1.value, $1.weight) }
    var below: (place: Double, value: Double)?
    if let last = items[..<low].max(by: { ($0.value, $0.weight) < ($1.value, $1.weight) }) {
      below = (before - last.weight / 2, last.value)
    }
    var sum = before
    func between(_ item: Item) -> Double {
      let place = sum + item.weight / 2
      guard let below else { return item.value }
      let share = (target - below.place) / (place - below.place)
      return below.value + (item.value - below.value) * min(max(share, 0), 1)
    }
    for index in low..<high {
      if sum + items[index].weight / 2 > target { return between(items[index]) }
      below = (sum + items[index].weight / 2, items[index].value)
      sum += items[index].weight
    }
    if let next = items[high...].min(by: { ($0.value, $0.weight) < ($1.value, $1.weight) }) {
      return between(next)
    }
    return below?.value ?? 0
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }

  /// Moves the items that `isFirst` before the others: the place of the first other one, and the weight
  /// of those before it.
  @inline(__always)
  private static func split(
    _ items: UnsafeMutableBufferPointer<Item>, _ low: Int, _ high: Int,
    _ isFirst: (Double) -> Bool
  ) -> (place: Int, weight: Double) {
    var place = low
    var weight = 0.0
    for index in low..<high {
      let item = items[index]
      items[index] = items[place]
      items[place] = item
      let counts = isFirst(item.value)
      place &+= counts ? 1 : 0
      weight += counts ? item.weight : 0
    }
    return (place, weight)
  }
}
