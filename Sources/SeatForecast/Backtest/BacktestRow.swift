import Foundation

/// How good a method was, at one level, unit and horizon, over all origins.
public struct BacktestRow: Hashable, Sendable {
  /// `region`, `district` or `school`.
  public var level: String
  /// `grade`, `phase`, `total`, the entry grade's name, or a stage's grades such as `6-8`.
  public var unit: String
  /// Years ahead.
  public var horizon: Int
  /// The method; `/t` behind it for intervals widened for few common years.
  public var method: String
  /// Origins that were compared.
  public var origins: Int
  /// Cells above the least size, over all origins; what the means of percentages count.
  public var cells: Int
  /// `Σ |forecast − actual| / Σ actual`, in per cent.
  public var wMAPE: Double
  /// Mean of `|forecast − actual| / actual`, in per cent; nil without cells.
  public var mape: Double?
  /// Mean over origins of the median of the same, in per cent; nil without cells.
  public var medianAPE: Double?
  /// `Σ (forecast − actual) / Σ actual`, in per cent.
  public var bias: Double
  /// Share of actual values inside the 80 % interval, in per cent; nil without intervals.
  public var coverage: Double?
  /// Mean width of the interval against the actual value, in per cent.
  public var width: Double?
  /// Winkler score of the interval against the actual values, in per cent; lower is better.
  ///
  /// Source: Winkler, A decision-theoretic approach to interval estimation, JASA 67 (1972).
  public var winkler: Double?

  /// The heading of the table.
  public static let csvHeader =
    "level,unit,h,method,origins,n,wMAPE_%,MAPE_%,MdAPE_%,bias_%,cov80_%,width_%,winkler_%"

  /// The row as CSV, numbers to two decimals.
  public var csv: String {
    let numbers = [wMAPE, mape, medianAPE, bias, coverage, width, winkler].map { value in
      value.map { "\(($0 * 100).rounded(.toNearestOrEven) / 100)" } ?? ""
    }
    return ([level, unit, "\(horizon)", method, "\(origins)", "\(cells)"] + numbers)
      .joined(separator: ",")
  }
}
