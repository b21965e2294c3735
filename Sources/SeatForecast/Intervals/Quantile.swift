/// Quantiles of a sample, linear between order statistics (type 7).
///
/// Source: Hyndman, Fan: Sample quantiles in statistical packages, The American Statistician 50
/// (1996), definition 7; what numpy and R take by default.
struct Quantile {
  private var values: [Double]

  init(of sample: [Double]) { values = sample }

  /// How many values the sample has.
  var count: Int { values.count }

  /// The quantile at a share from 0 to 1; 0 for an empty sample.
  func value(at share: Double) -> Double {
    var copy = self
    return copy.value(selecting: share)
  }

  /// The same, which leaves the sample in another order and so copies nothing.
  ///
  /// - Complexity: O(n) on average: the order statistics are selected, not sorted.
  mutating func value(selecting share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let place = share * Double(values.count - 1)
    let index = min(max(Int(place), 0), values.count - 1)
    let low = select(index)
    let rest = place - Double(index)
    guard index + 1 < values.count, rest > 0 else { return low }
    // Everything behind the place is at least as large.
    var high = values[index + 1]
    for other in values[(index + 1)...] where other < high { high = other }
    // numpy's form, which keeps the last digits alike.
    return rest < 0.5 ? low + (high - low) * rest : high - (high - low) * (1 - rest)
  }

  /// Moves the value of rank `rank` to its place, smaller ones before it and larger ones behind.
  ///
  /// The pivot is the value that has this rank in an evenly spaced sample, so that most of the rest falls
  /// away at once; the split has no branches that a processor could guess wrong.
  ///
  /// Source: Floyd, Rivest: Expected time bounds for selection, CACM 18 (1975).
  private mutating func select(_ rank: Int) -> Double {
    values.withUnsafeMutableBufferPointer { values in
      var low = 0
      var high = values.count - 1
      while low < high {
        let pivot = Self.pivot(values, low, high, rank)
        let start = Self.split(values, low, high) { $0 < pivot }
        if rank < start {
          high = start - 1
          continue
        }
        let end = Self.split(values, start, high) { $0 <= pivot }
        // What is no number has no rank, and would be split for ever.
        if rank < end || end == low { break }
        low = end
      }
      return values[rank]
    }
  }

  /// Moves the values that `isFirst` before the others; the place of the first other one.
  @inline(__always)
  private static func split(
    _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int,
    _ isFirst: (Double) -> Bool
  ) -> Int {
    var place = low
    var index = low
    while index <= high {
      let value = values[index]
      values[index] = values[place]
      values[place] = value
      place &+= isFirst(value) ? 1 : 0
      index &+= 1
    }
    return place
  }

  private static let sampleSize = 15

  private static func pivot(
    _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int, _ rank: Int
  ) -> Double {
    let count = high - low + 1
    guard count > 4 * sampleSize else { return values[(low + high) / 2] }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: sampleSize) { sample in
      for index in 0..<sampleSize {
        let value = values[low + (2 * index + 1) * count / (2 * sampleSize)]
        var place = index
        while place > 0, sample[place - 1] > value {
          sample[place] = sample[place - 1]
          place -= 1
        }
        sample[place] = value
      }
      // The value on the far side of the rank, so that the smaller part holds it more often.
      let share = Double(rank - low) / Double(count) * Double(sampleSize)
      let place = share < Double(sampleSize) / 2 ? Int(share) + 1 : Int(share) - 1
      return sample[min(max(place, 0), sampleSize - 1)]
    }
  }
}
