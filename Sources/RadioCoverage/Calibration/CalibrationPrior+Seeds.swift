public import SeedFiles

extension CalibrationPrior {
  /// Reads `radio/calibration.yaml` of the seeds.
  ///
  /// - Parameters:
  ///   - seeds: The folder.
  ///   - materials: How many kinds of walls the survey tells apart; each starts from the same belief.
  ///   - hasAbsorption: Whether each metre of furnished room may cost something.
  ///   - hasOffsets: Whether each transmitter may have an offset of its own.
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(
    seeds: SeedFolder, materials: Int, hasAbsorption: Bool = false, hasOffsets: Bool
  ) throws(SeedError) {
    let file = try seeds.read("radio/calibration.yaml")
    try file.allowKeys([
      "name", "exponent", "wall_loss_db", "absorption_db_per_m", "transmitter_deviation_db",
      "residual_db",
    ])
    let wall = try belief(file, "wall_loss_db", in: 0...100)
    let absorption = try belief(file, "absorption_db_per_m", in: -10...10)
    let deviation = try file.sourced("transmitter_deviation_db", in: 0.001...100)
    self.init(
      exponent: try belief(file, "exponent", in: 0...10),
      losses: [Belief](repeating: wall, count: materials),
      absorption: hasAbsorption ? absorption : nil,
      transmitterDeviation: hasOffsets ? deviation : nil,
      residual: try file.sourced("residual_db", in: 0.001...100))
  }
}

/// The belief at `key`, given as `{value, deviation, source, status}`.
private func belief(
  _ file: YAMLNode, _ key: String, in range: ClosedRange<Double>
) throws(SeedError) -> CalibrationPrior.Belief {
  let entry = try file.value(key)
  try entry.allowKeys(["value", "deviation", "source", "status"])
  _ = try entry.value("source").string()
  let (value, deviation) = (try entry.value("value"), try entry.value("deviation"))
  guard try range.contains(value.number()) else {
    throw value.error("expected a number from \(range.lowerBound) to \(range.upperBound)")
  }
  guard try deviation.number() > 0, try deviation.number() <= 100 else {
    throw deviation.error("expected a deviation above 0, up to 100")
  }
  return CalibrationPrior.Belief(mean: try value.number(), deviation: try deviation.number())
}
