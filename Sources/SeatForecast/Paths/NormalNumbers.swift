import Foundation
import TwinModel

/// Normal random numbers from a stream, two at a time.
///
/// Source: Box, Muller: A note on the generation of random normal deviates, Annals of Mathematical
/// Statistics 29 (1958).
struct NormalNumbers {
  private var random: SeededRandom
  private var spare: Double?

  init(_ random: SeededRandom) { self.random = random }

  /// The next number, of mean 0 and standard deviation 1.
  mutating func next() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    // 1 − u lies in (0, 1], where the logarithm is finite.
    let radius = (-2 * log(1 - random.unit())).squareRoot()
    let angle = 2 * Double.pi * random.unit()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }
}
