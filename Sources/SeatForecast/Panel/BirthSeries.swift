/// Births by unit and calendar year, as they are known at some year.
///
/// Nothing is taken from after the year of knowledge: a later year repeats the last one known, and the
/// years before the first repeat the first. A gap lies on the line between its neighbours once the later
/// one is known, and repeats the year before it until then. A unit without births has one birth a year,
/// so that its entry grade rests on its own past.
package struct BirthSeries: Hashable, Sendable {
  private struct Series: Hashable, Sendable {
    var first: Int
    /// From `first` on, gaps on the line between their neighbours.
    var between: [Double]
    /// From `first` on, gaps filled with the year before.
    var carried: [Double]
    /// The year that each value of ``between`` is known in.
    var knownIn: [Int]

    var last: Int { first + between.count - 1 }
  }
  private var series: [Series?]

  private init(series: [Series?]) { self.series = series }

  /// Creates the series of several units; nil for a unit without births.
  package init(_ units: [[Int: Double]?]) {
    series = units.map { births in
      guard let births, let first = births.keys.min(), let last = births.keys.max() else {
        return nil
      }
      var series = Series(first: first, between: [], carried: [], knownIn: [])
      var before = (year: first, count: 0.0)
      for year in first...last {
        if let count = births[year] { before = (year, count) }
        // The last year has births, so that every gap has a year after it.
        let next = (year...last).first { births[$0] != nil } ?? last
        let after = births[next] ?? before.count
        let share =
          next > before.year ? Double(year - before.year) / Double(next - before.year) : 0
        series.between.append(before.count + share * (after - before.count))
        series.carried.append(before.count)
        series.knownIn.append(next)
      }
      return series
    }
  }

  /// Births of a unit in a year, as known at the end of the year `known`.
  package func births(_ unit: Int, in year: Int, known: Int) -> Double {
    guard let series = series[unit], series.first <= known else { return 1 }
    let last = min(known - series.first, series.carried.count - 1)
    let place = max(0, min(year - series.first, last))
    return series.knownIn[place] <= known ? series.between[place] : series.carried[place]
  }

  /// The last year with births of a unit that is known at `known`; nil when there is none.
  package func lastYear(_ unit: Int, known: Int) -> Int? {
    guard let series = series[unit], series.first <= known else { return nil }
    return min(known, series.last)
  }

  /// The series with those that end before others continued as the others move together.
  ///
  /// A year's number rests on that year and earlier ones alone.
  package var continued: BirthSeries {
    guard let last = series.compactMap({ $0?.last }).max() else { return self }
    var result = self
    for unit in series.indices {
      guard var own = series[unit] else { continue }
      let end = own.last
      let others = series.compactMap { $0 }.filter { $0.first <= end && $0.last > end }
      for year in stride(from: end + 1, through: last, by: 1) {
        let here = others.filter { $0.last >= year }
        let then = here.reduce(0) { $0 + $1.carried[end - $1.first] }
        let now = here.reduce(0) { $0 + $1.carried[year - $1.first] }
        let count = own.carried[end - own.first] * (then > 0 ? now / then : 1)
        own.between.append(count)
        own.carried.append(count)
        own.knownIn.append(year)
      }
      result.series[unit] = own
    }
    return result
  }

  /// One unit with the births of all that have any, from the first year on that all of them have.
  package var summed: BirthSeries {
    let known = series.compactMap(\.self)
    guard let first = known.map(\.first).max(), let last = known.map(\.last).min(), first <= last
    else { return BirthSeries(series: [nil]) }
    var sum = Series(first: first, between: [], carried: [], knownIn: [])
    for year in first...last {
      sum.between.append(known.reduce(0) { $0 + $1.between[year - $1.first] })
      sum.carried.append(known.reduce(0) { $0 + $1.carried[year - $1.first] })
      sum.knownIn.append(known.reduce(year) { max($0, $1.knownIn[year - $1.first]) })
    }
    return BirthSeries(series: [sum])
  }

  /// The series of the units at these places; that of `region`, which has one unit, for those without
  /// births.
  package func units(_ places: [Int], else region: BirthSeries) -> BirthSeries {
    BirthSeries(series: places.map { series[$0] ?? region.series[0] })
  }
}
