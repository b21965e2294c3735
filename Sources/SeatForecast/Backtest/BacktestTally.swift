/// Sums over the cells of one origin, and over origins.
struct BacktestTally {
  private var origins = 0
  private var cells = 0
  private var error = 0.0
  private var actual = 0.0
  private var shareSum = 0.0
  private var medians: [Double] = []
  private var bias = 0.0
  private var banded = 0
  private var covered = 0
  private var width = 0.0
  private var winkler = 0.0
  private var bandedActual = 0.0

  /// Percentages of the origin that is being added.
  private var shares: [Double] = []

  /// Begins an origin.
  mutating func begin() {
    origins += 1
    shares.removeAll(keepingCapacity: true)
  }

  /// Adds a cell with the band around its forecast; one with fewer pupils than `least` counts in sums
  /// only.
  mutating func add(
    _ cell: ComparedCells.Cell, _ band: (low: Double, high: Double)?, least: Double
  ) {
    let (forecast, came) = (cell.forecast, cell.came)
    error += abs(forecast - came)
    actual += came
    bias += forecast - came
    guard came >= least else { return }
    shares.append(abs(forecast - came) / max(came, 1))
    guard let band else { return }
    banded += 1
    if came >= band.low.rounded(.down), came <= band.high.rounded(.up) { covered += 1 }
    width += (band.high - band.low) / max(came, 1)
    // Winkler's penalty is 2 / 0.2 for each pupil outside.
    winkler +=
      band.high - band.low + 10 * max(band.low - came, 0) + 10 * max(came - band.high, 0)
    bandedActual += came
  }

  /// Ends an origin.
  mutating func end() {
    cells += shares.count
    shareSum += shares.reduce(0, +)
    if !shares.isEmpty { medians.append(Quantile(of: shares).value(at: 0.5)) }
  }

  /// The row of these sums; nil when there was nothing to compare.
  func row(level: String, unit: String, horizon: Int, method: String) -> BacktestRow? {
    guard origins > 0, actual > 0 else { return nil }
    func percent(_ sum: Double, _ whole: Double) -> Double? {
      whole > 0 ? 100 * sum / whole : nil
    }
    return BacktestRow(
      level: level, unit: unit, horizon: horizon, method: method, origins: origins, cells: cells,
      wMAPE: 100 * error / actual, mape: percent(shareSum, Double(cells)),
      medianAPE: percent(medians.reduce(0, +), Double(medians.count)),
      bias: 100 * bias / actual, coverage: percent(Double(covered), Double(banded)),
      width: percent(width, Double(banded)), winkler: percent(winkler, bandedActual))
  }
}
