import Foundation
public import TwinModel

/// What a slab lets through and throws back, by angle, of a wave with vertical electric field.
///
/// Powers are means over the channel, at equal steps of cos θ, and run straight between them. At a wall
/// a vertical field lies across the plane of incidence (TE), at a floor or ceiling in it (TM).
///
/// Source: ITU-R P.2040-4, §2.2.2, by ``LayeredSlab``.
public struct SurfacePower: Hashable, Sendable {
  /// Share of the power that goes through, from grazing (first) to normal (last).
  let through: [Double]
  /// Share of the power that is reflected, likewise.
  let reflected: [Double]

  /// Cosine of the flattest angle, below which the samples end.
  private static let leastCosine = 1e-3
  private static let steps = 256

  /// Computes the powers of `slab` over `channel` for one polarisation.
  public init(
    slab: LayeredSlab, channel: ClosedRange<Gigahertz>, polarisation: LayeredSlab.Polarisation
  ) {
    let (low, high) = (channel.lowerBound.value, channel.upperBound.value)
    let samples = 8
    var (through, reflected) = ([Double](), [Double]())
    for step in 0...Self.steps {
      let cosine =
        Self.leastCosine + (1 - Self.leastCosine) * Double(step) / Double(Self.steps)
      let incidence = Degrees(acos(min(cosine, 1)) * 180 / .pi)
      var (t, r) = (0.0, 0.0)
      for sample in 0..<samples {
        let part = (Double(sample) + 0.5) / Double(samples)
        let response = slab.response(
          at: Gigahertz(low + part * (high - low)), incidence: incidence, polarisation)
        t += pow(10, -response.transmissionLoss.value / 10)
        r += pow(10, -response.reflectionLoss.value / 10)
      }
      through.append(t / Double(samples))
      reflected.append(r / Double(samples))
    }
    self.through = through
    self.reflected = reflected
  }

  /// The same surface with all that goes through weakened or strengthened, so that at normal incidence
  /// `loss` is lost; for walls whose loss was measured.
  public func scaled(toNormalLoss loss: Decibels) -> SurfacePower {
    guard let normal = through.last, normal > 0 else { return self }
    let factor = pow(10, -loss.value / 10) / normal
    return SurfacePower(
      through: zip(through, reflected).map { min($0 * factor, 1 - min($1, 1)) },
      reflected: reflected)
  }

  private init(through: [Double], reflected: [Double]) {
    self.through = through
    self.reflected = reflected
  }

  func through(cosine: Double) -> Double { Self.value(through, cosine) }
  func reflected(cosine: Double) -> Double { Self.value(reflected, cosine) }

  private static func value(_ samples: [Double], _ cosine: Double) -> Double {
    let place = max(cosine - leastCosine, 0) / (1 - leastCosine) * Double(steps)
    let index = min(Int(place), steps - 1)
    return samples[index] + (samples[index + 1] - samples[index]) * min(place - Double(index), 1)
  }
}
