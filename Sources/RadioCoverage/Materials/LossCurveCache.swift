import TwinModel

/// Curves that were computed before, by slab: a school is built of few walls.
struct LossCurveCache {
  let channel: ClosedRange<Gigahertz>
  let limits: LossCurve.Limits
  private var curves: [LayeredSlab: LossCurve] = [:]

  init(channel: ClosedRange<Gigahertz>, limits: LossCurve.Limits) {
    self.channel = channel
    self.limits = limits
  }

  mutating func curve(of slab: LayeredSlab) -> LossCurve {
    if let known = curves[slab] { return known }
    let curve = LossCurve(slab: slab, channel: channel, limits: limits)
    curves[slab] = curve
    return curve
  }
}
