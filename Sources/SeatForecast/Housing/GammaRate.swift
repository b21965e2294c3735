import Foundation

/// What is known of a rate of pupils per dwelling: a gamma distribution, which counts of pupils in
/// occupied dwellings update in closed form.
///
/// Pupils in `n` dwellings are Poisson with mean `rate × n`. The gamma prior is conjugate: `y` pupils in `n`
/// dwellings move shape and exposure to `shape + y` and `exposure + n` (Gelman et al., Bayesian Data
/// Analysis, 3rd ed., section 2.6). Quantiles by Wilson and Hilferty (PNAS 17, 1931, 684–688).
public struct GammaRate: Hashable, Sendable {
  /// The shape; above 0.
  public let shape: Double
  /// The inverse scale, in dwellings; above 0.
  public let exposure: Double

  /// Pupils per dwelling to be expected.
  public var mean: Double { shape / exposure }

  /// A prior with a given mean, whose 90 % and 10 % quantiles are `factor²` apart: four rates of five are
  /// within about a factor of the middle.
  ///
  /// - Parameters:
  ///   - mean: Pupils per dwelling; above 0.
  ///   - factor: Above 1.
  public init(mean: Double, factor: Double) {
    precondition(mean > 0 && factor > 1, "a prior has a mean above 0 and a factor above 1")
    // (c + z s) / (c − z s) = factor^(2/3) with c = 1 − u²/9, s = u/3, u = 1/√shape: quadratic in u.
    let ratio = pow(factor, 2.0 / 3)
    let (square, linear) = ((ratio - 1) / 9, StudentFactor.normal * (1 + ratio) / 3)
    let root = (linear * linear + 4 * square * (ratio - 1)).squareRoot()
    let u = (root - linear) / (2 * square)
    shape = 1 / (u * u)
    exposure = shape / mean
  }

  private init(shape: Double, exposure: Double) {
    (self.shape, self.exposure) = (shape, exposure)
  }

  /// What is known after `pupils` were counted in `dwellings`.
  public func updated(pupils: Int, dwellings: Int) -> GammaRate {
    GammaRate(shape: shape + Double(pupils), exposure: exposure + Double(dwellings))
  }

  /// The rate at `deviations` of the standard normal distribution, such as 1.2816 for 90 %.
  public func quantile(deviations: Double) -> Double {
    let root = 1 - 1 / (9 * shape) + deviations / (3 * shape.squareRoot())
    return mean * max(0, root * root * root)
  }
}
