import Foundation
public import TwinModel

/// The rate of one direction of a 5G NR carrier when all of it serves one place.
///
/// rate = share · layers · B · η(SINR of a layer), and never more than share · peak of TS 38.306.
public struct NRCapacity: Hashable, Sendable {
  /// Modulation and coding.
  public var bound: AttenuatedShannon
  /// Layers at most.
  public var layers: Int
  /// B: the bandwidth that resource blocks fill (MHz).
  public var occupiedMegahertz: Double
  /// Share of time of this direction, 0…1.
  public var share: Double
  /// The most that the carrier carries with all layers while it sends.
  public var peak: MegabitsPerSecond

  /// Creates a direction of a carrier.
  public init(
    bound: AttenuatedShannon, layers: Int, occupiedMegahertz: Double, share: Double,
    peak: MegabitsPerSecond
  ) {
    precondition(layers > 0, "a carrier has at least one layer")
    self.bound = bound
    self.layers = layers
    self.occupiedMegahertz = occupiedMegahertz
    self.share = share
    self.peak = peak
  }

  /// The rate when each of all layers has the SINR `sinr`.
  public func rate(layerSINR sinr: Decibels) -> MegabitsPerSecond {
    rate(sinr, layers: layers)
  }

  /// The rate at the SINR of the whole carrier, whose power is split over the layers: of all numbers
  /// of layers the one that gives most.
  public func rate(sinr: Decibels) -> MegabitsPerSecond {
    (1...layers).map { count in
      rate(Decibels(sinr.value - 10 * log10(Double(count))), layers: count)
    }.max() ?? 0
  }

  private func rate(_ sinr: Decibels, layers count: Int) -> MegabitsPerSecond {
    let sent = Double(count) * occupiedMegahertz * bound.efficiency(at: sinr)
    let most = peak.value * Double(count) / Double(layers)
    return MegabitsPerSecond(share * min(sent, most))
  }
}
