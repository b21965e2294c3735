/// Quantiles of a sample, linear between order statistics (type 7).
///
/// Source: Hyndman, Fan: Sample quantiles in statistical packages, The American Statistician 50
/// (1996), definition 7; what numpy and R take by default.
struct Quantile {
  private let sorted: [Double]

  init(of sample: [Double]) { sorted = sample.sorted() }

  /// How many values the sample has.
  var count: Int { sorted.count }

  /// The quantile at a share from 0 to 1; 0 for an empty sample.
  func value(at share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    let rest = place - Double(index)
    // numpy's form, which keeps the last digits alike.
    let (low, high) = (sorted[index], sorted[index + 1])
    return rest < 0.5 ? low + (high - low) * rest : high - (high - low) * (1 - rest)
  }
}
