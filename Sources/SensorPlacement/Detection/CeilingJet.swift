public import SeedFiles
public import TwinModel

/// When a smoke detector on a flat ceiling reports a growing fire, by the temperature of the ceiling jet.
///
///     ΔT = 16.9 Q^(2/3) / H^(5/3)   for r / H ≤ 0.18,   else   ΔT = 5.38 (Q / r)^(2/3) / H,   Q = α t²
///
/// ΔT in K, Q in kW, H (fire to ceiling) and r (along the ceiling) in m, α in kW/s², t in s. The jet is
/// taken to follow the fire at once, and the detector to report when ΔT reaches its rise; both are the
/// quasi-steady model of Evans and Stroup with a detector without lag. Figures stand in
/// `seeds/detection/ceiling-jet.yaml`.
///
/// Source: Alpert: Calculation of response time of ceiling-mounted fire detectors, Fire Technology 8
/// (1972); Evans, Stroup: Methods to calculate the response time of heat and smoke detectors installed
/// below large unobstructed ceilings, NBSIR 85-3167 (1985).
public struct CeilingJet: Hashable, Sendable {
  /// Factor of the temperature near the plume.
  public var near: Double
  /// Factor of the temperature farther off.
  public var far: Double
  /// r / H up to which the plume is near.
  public var nearRatio: Double
  /// How fires grow, and how many of them.
  public var growth: [Growth]
  /// Height of the fire above the floor.
  public var fireHeight: Metres
  /// Rise of temperature that a detector reports (K).
  public var rise: Double
  /// How long a fire is watched.
  public var horizon: Seconds

  /// A class of fires.
  public struct Growth: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// α of Q = α t² (kW/s²).
    public var rate: Double
    /// Its share of the fires; shares sum to 1.
    public var share: Double
  }

  /// Reads `detection/ceiling-jet.yaml` of a folder of seeds.
  ///
  /// - Throws: ``SeedError`` with file and line of what is missing or wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    try self.init(seeds.read("detection/ceiling-jet.yaml"))
  }

  /// Reads the figures from the top of a file.
  package init(_ node: YAMLNode) throws(SeedError) {
    let reader = try DetectionReader(
      node, parts: ["jet", "growth", "fire", "detector", "horizon"])
    let jet = try reader.part("jet", ["near", "far", "near_ratio"])
    (near, far, nearRatio) = (jet[0], jet[1], jet[2])
    growth = []
    let list = try node.value("growth")
    for item in try list.list() {
      let numbers = try DetectionReader.numbers(item, ["growth", "share"], besides: ["class"])
      growth.append(
        Growth(name: try item.value("class").string(), rate: numbers[0], share: numbers[1]))
    }
    let sum = growth.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) < 1e-6 else { throw list.error("the shares sum to \(sum), not to 1") }
    fireHeight = Metres(try reader.part("fire", ["height"])[0])
    rise = try reader.part("detector", ["rise"])[0]
    horizon = Seconds(try reader.part("horizon", ["seconds"])[0])
  }

  /// Heat release (kW) at which a detector reports, `distance` along a ceiling `height` above the fire.
  ///
  /// Both correlations solved for Q; lengths not negative.
  public func heatRelease(height: Metres, distance: Metres) -> Double {
    let (h, r) = (height.value, distance.value)
    func power1_5(_ value: Double) -> Double { value * value.squareRoot() }
    return r <= nearRatio * h
      ? power1_5(rise / near) * h * h * h.squareRoot() : r * power1_5(rise * h / far)
  }

  /// Mean time over the classes of fires until a detector reports; a fire that is not noticed within
  /// the horizon counts with the horizon.
  public func meanTime(height: Metres, distance: Metres) -> Seconds {
    let release = heatRelease(height: height, distance: distance)
    return growth.reduce(.zero) { sum, growth in
      sum + Seconds(growth.share * min(horizon.value, (release / growth.rate).squareRoot()))
    }
  }
}
