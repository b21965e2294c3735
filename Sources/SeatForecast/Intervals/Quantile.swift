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
  private mutating func select(_ rank: Int) -> Double {
    values.withUnsafeMutableBufferPointer { values in
      var low = 0
      var high = values.count - 1
      while low < high {
        let pivot = median(values[low], values[(low + high) / 2], values[high])
        var left = low
        var right = high
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if rank <= right { high = right } else if rank >= left { low = left } else { break }
      }
      return values[rank]
    }
  }
}

private func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
  max(min(a, b), min(max(a, b), c))
}
