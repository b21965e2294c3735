import Foundation
import TwinModel

/// Coverage of a set of cells.
struct CoverageStatistics {
  private(set) var cells = 0
  private(set) var covered = 0
  private var reached = 0
  private var probability = 0.0
  private var levels: [Float] = []

  /// Adds a cell.
  mutating func add(rsrp: Float, sinr: Float, _ parameters: CoverageParameters) {
    cells += 1
    let threshold = parameters.rsrpThreshold.value
    if Double(rsrp) >= threshold, Double(sinr) >= parameters.sinrThreshold.value { covered += 1 }
    if Double(rsrp) >= threshold { reached += 1 }
    probability += upperTail((threshold - Double(rsrp)) / parameters.shadowSigma.value)
    levels.append(rsrp)
  }

  /// Share of cells that reach both thresholds, in percent.
  var share: Double { 100 * Double(covered) / Double(max(cells, 1)) }

  /// Share of cells whose SS-RSRP reaches its threshold, in percent.
  var levelShare: Double { 100 * Double(reached) / Double(max(cells, 1)) }

  /// Least level (dBm).
  var least: Double { levels.min().map(Double.init) ?? -.infinity }

  /// Mean probability that SS-RSRP reaches its threshold, in percent.
  var meanProbability: Double { 100 * probability / Double(max(cells, 1)) }

  /// The greatest level that at least 95 % of the cells reach (dBm).
  var fifthPercentile: Double {
    guard !levels.isEmpty else { return -.infinity }
    let reached = (95 * levels.count + 99) / 100
    return Double(levels.sorted()[levels.count - reached])
  }
}

/// Q(x): the probability that a standard normal variable exceeds `x`.
func upperTail(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }
