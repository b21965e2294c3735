import Foundation
public import TwinModel

/// The loss of a build-up over a channel, by angle of incidence, ready for a map.
///
/// Samples stand at equal steps of cos θ, between the greatest angle and the normal; between them the
/// loss runs straight, which costs less than 0.01 dB for walls up to half a metre. Beyond the
/// greatest angle the loss is that of the greatest angle, and none is above the greatest loss.
public struct LossCurve: Hashable, Sendable {
  /// Losses (dB), from the greatest angle to the normal.
  let samples: [Double]
  /// Cosine of the greatest angle.
  let leastCosine: Double

  /// How angles and losses are limited.
  public struct Limits: Hashable, Sendable {
    /// No element loses more: beyond it power finds another way.
    public var greatestLoss: Decibels
    /// Flatter rays than this are taken as this.
    public var greatestAngle: Degrees

    /// Creates limits.
    public init(greatestLoss: Decibels, greatestAngle: Degrees) {
      self.greatestLoss = greatestLoss
      self.greatestAngle = greatestAngle
    }
  }

  /// Computes the curve of `slab` over `channel`.
  public init(slab: LayeredSlab, channel: ClosedRange<Gigahertz>, limits: Limits) {
    leastCosine = cos(limits.greatestAngle.value * .pi / 180)
    let (least, steps) = (leastCosine, 192)
    samples = (0...steps).map { step in
      let cosine = least + (1 - least) * Double(step) / Double(steps)
      return min(slab.lossDB(over: channel, cosine: cosine), limits.greatestLoss.value)
    }
  }

  /// A loss that does not depend on the angle.
  public init(constant loss: Decibels) {
    samples = [loss.value]
    leastCosine = 1
  }

  /// The same curve, raised or lowered so that at normal incidence `loss` is lost; for measured walls.
  public func scaled(toNormalLoss loss: Decibels) -> LossCurve {
    let factor = normal.value > 0 ? loss.value / normal.value : 0
    guard factor > 0 else { return LossCurve(constant: loss) }
    return LossCurve(samples: samples.map { $0 * factor }, leastCosine: leastCosine)
  }

  private init(samples: [Double], leastCosine: Double) {
    self.samples = samples
    self.leastCosine = leastCosine
  }

  /// Whether the angle does not matter.
  var isConstant: Bool { samples.count == 1 }

  /// The loss at normal incidence.
  public var normal: Decibels { Decibels(samples[samples.count - 1]) }

  /// The loss at an angle from the normal.
  public func loss(at incidence: Degrees) -> Decibels {
    Decibels(lossDB(cosine: cos(incidence.value * .pi / 180)))
  }

  /// The loss (dB) at the cosine of an angle from the normal.
  func lossDB(cosine: Double) -> Double {
    guard !isConstant else { return samples[0] }
    let steps = Double(samples.count - 1)
    let place = min(max((cosine - leastCosine) / (1 - leastCosine), 0), 1) * steps
    let index = min(Int(place), samples.count - 2)
    return samples[index] + (samples[index + 1] - samples[index]) * (place - Double(index))
  }
}
