import Foundation

/// Counts of a Poisson distribution by their place in it, so that the same random number stands for the
/// same luck whatever the mean is.
package enum PoissonCount {
  /// The count whose place in the distribution is that of `deviation` in the standard normal one.
  ///
  /// From a mean of 500 on the normal distribution itself, which is then within half a pupil of it at
  /// three deviations of four (Cornish and Fisher's next term is (z² − 1) / 6).
  package static func count(mean: Double, deviation: Double) -> Double {
    guard mean > 0 else { return 0 }
    guard mean < 500 else {
      let next = (deviation * deviation - 1) / 6
      return max(0, (mean + deviation * mean.squareRoot() + next).rounded())
    }
    let share = erfc(-deviation / 2.0.squareRoot()) / 2
    // Shares next to 1 are 1 as numbers and would never be reached.
    let most = mean + 12 * mean.squareRoot() + 40
    var term = exp(-mean)
    var (sum, count) = (term, 0.0)
    while sum < share, count < most {
      count += 1
      term *= mean / count
      sum += term
    }
    return count
  }
}
