/// Makes schools add up to their districts.
///
/// Districts first lean towards the sums of their schools, by the share that would have missed least at
/// earlier origins; then each school's grade is scaled to its district's. Scaling spreads a gap in
/// proportion to pupils, which is the minimum-trace solution for independent errors whose variance is
/// proportional to size.
///
/// Source: Wickramasuriya, Athanasopoulos, Hyndman: Optimal forecast reconciliation for hierarchical and
/// grouped time series through trace minimization, JASA 114 (2019).
struct Reconciliation {
  private static let leans = [0, 0.1, 0.2, 0.3]

  private let panel: EnrolmentPanel
  private let horizon: Int
  /// Misses of districts by lean, from one origin to one target.
  private var trials: [(ahead: Int, target: Int, misses: [Double])] = []

  init(_ panel: EnrolmentPanel, horizon: Int) {
    self.panel = panel
    self.horizon = horizon
  }

  /// The forecast made coherent, with the lean of each number of years ahead; origins come ascending.
  mutating func reconciled(_ raw: OriginForecast) -> (OriginForecast, lean: [Double]) {
    let sums = raw.school.summed(into: panel.districts.count, by: panel.districtOf)
    let lean = (0...horizon).map { self.lean(at: raw.origin, ahead: $0) }
    remember(raw, sums)

    var result = raw
    for district in panel.districts.indices {
      for ahead in stride(from: 1, through: horizon, by: 1) {
        for grade in panel.grades.indices {
          let below = sums[district, ahead, grade]
          // A grade that no school has any more has nobody to be scaled.
          result.district[district, ahead, grade] =
            below > 0
            ? (1 - lean[ahead]) * raw.district[district, ahead, grade] + lean[ahead] * below : 0
        }
      }
    }
    for school in panel.schools.indices {
      let district = panel.districtOf[school]
      for ahead in stride(from: 1, through: horizon, by: 1) {
        for grade in panel.grades.indices where sums[district, ahead, grade] > 0 {
          result.school[school, ahead, grade] *=
            result.district[district, ahead, grade] / sums[district, ahead, grade]
        }
      }
    }
    return (result, lean)
  }

  private func lean(at origin: Int, ahead: Int) -> Double {
    for years in stride(from: ahead, through: 1, by: -1) {
      let known = trials.filter { $0.ahead == years && $0.target <= origin }
      guard !known.isEmpty else { continue }
      let sums = Self.leans.indices.map { index in known.reduce(0) { $0 + $1.misses[index] } }
      return Self.leans[sums.indices.min { sums[$0] < sums[$1] } ?? 0]
    }
    return 0
  }

  private mutating func remember(_ raw: OriginForecast, _ sums: Cube) {
    for ahead in stride(from: 1, through: horizon, by: 1) {
      let target = raw.origin + ahead
      guard target < panel.yearCount, panel.isObserved[target] else { continue }
      var misses = [Double](repeating: 0, count: Self.leans.count)
      for (index, lean) in Self.leans.enumerated() {
        for district in panel.districts.indices {
          var net = 0.0
          for grade in panel.grades.indices {
            let miss =
              (1 - lean) * raw.district[district, ahead, grade]
              + lean * sums[district, ahead, grade] - panel.district[district, target, grade]
            misses[index] += abs(miss)
            net += miss
          }
          misses[index] += abs(net)
        }
      }
      trials.append((ahead, target, misses))
    }
  }
}
