/// Births by unit and calendar year, as they are known at some year.
///
/// Nothing is taken from after the year of knowledge: a later year repeats the last one known, a gap
/// repeats the year before it, and the years before the first repeat the first. A unit without
/// births has one birth a year, so that its entry grade rests on its own past.
package struct BirthSeries: Hashable, Sendable {
  private struct Series: Hashable, Sendable {
    var first: Int
    /// From `first` on, gaps filled with the year before.
    var values: [Double]
  }
  private var series: [Series?]

  /// Creates the series of several units; nil for a unit without births.
  package init(_ units: [[Int: Double]?]) {
    series = units.map { births in
      guard let births, let first = births.keys.min(), let last = births.keys.max() else {
        return nil
      }
      var values: [Double] = []
      for year in first...last { values.append(births[year] ?? values.last ?? 0) }
      return Series(first: first, values: values)
    }
  }

  /// Births of a unit in a year, as known at the end of the year `known`.
  package func births(_ unit: Int, in year: Int, known: Int) -> Double {
    guard let series = series[unit], series.first <= known else { return 1 }
    let last = min(known - series.first, series.values.count - 1)
    return series.values[max(0, min(year - series.first, last))]
  }

  /// The last year with births of a unit that is known at `known`; nil when there is none.
  package func lastYear(_ unit: Int, known: Int) -> Int? {
    guard let series = series[unit], series.first <= known else { return nil }
    return min(known, series.first + series.values.count - 1)
  }
}
