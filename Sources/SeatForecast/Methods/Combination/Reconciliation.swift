/// Makes schools add up to their districts.
///
/// What schools add up to is a forecast of the district, too, once the share of pupils is added that sat
/// in schools yet to open at earlier origins. A district leans towards it as far as that would have missed
/// least then, and its schools are scaled to it grade by grade. Scaling spreads a gap in proportion to
/// pupils, which is the minimum-trace solution for independent errors whose variance is proportional to
/// size. A district's grade that no school has any more is empty.
///
/// Source: Wickramasuriya, Athanasopoulos, Hyndman: Optimal forecast reconciliation for hierarchical and
/// grouped time series through trace minimization, JASA 114 (2019).
struct Reconciliation {
  private static let leans = [0, 0.1, 0.2, 0.3, 0.4]
  /// What a pupil that the region's total misses counts against one that a district misses.
  ///
  /// Schools' sizes lag behind births, in all districts alike: what a lean does to each is little.
  private static let regionShare = 0.5

  private let panel: EnrolmentPanel
  private let horizon: Int
  private let newSchools: NewSchools
  /// Misses of districts and of the region's total by lean, from one origin to one target.
  private var trials: [(ahead: Int, target: Int, misses: [Double])] = []

  init(_ panel: EnrolmentPanel, horizon: Int) {
    self.panel = panel
    self.horizon = horizon
    newSchools = NewSchools(panel, horizon: horizon)
  }

  /// The forecast made coherent, with the lean of each number of years ahead; origins come ascending.
  mutating func reconciled(_ raw: OriginForecast) -> (OriginForecast, lean: [Double]) {
    let sums = raw.school.summed(into: panel.districts.count, by: panel.districtOf)
    let grown = (0...horizon).map {
      1 / (1 - newSchools.share(at: raw.origin, ahead: $0))
    }
    let lean = (0...horizon).map { self.lean(at: raw.origin, ahead: $0) }
    remember(raw, sums, grown)

    var result = raw
    for district in panel.districts.indices {
      for ahead in stride(from: 1, through: horizon, by: 1) {
        for grade in panel.grades.indices {
          let below = sums[district, ahead, grade]
          let own = raw.district[district, ahead, grade]
          result.district[district, ahead, grade] =
            below > 0 ? own + lean[ahead] * (below * grown[ahead] - own) : 0
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

  private mutating func remember(_ raw: OriginForecast, _ sums: Cube, _ grown: [Double]) {
    for ahead in stride(from: 1, through: horizon, by: 1) {
      let target = raw.origin + ahead
      guard target < panel.yearCount, panel.isObserved[target] else { continue }
      let misses = Self.leans.map { lean in
        var sum = 0.0
        var whole = 0.0
        for district in panel.districts.indices {
          var net = 0.0
          for grade in panel.grades.indices {
            let own = raw.district[district, ahead, grade]
            let above = sums[district, ahead, grade] * grown[ahead]
            let miss = own + lean * (above - own) - panel.district[district, target, grade]
            sum += abs(miss)
            net += miss
          }
          sum += abs(net)
          whole += net
        }
        return sum + Self.regionShare * abs(whole)
      }
      trials.append((ahead, target, misses))
    }
  }
}

/// The share of pupils that sit in schools which were not there a number of years before.
private struct NewSchools {
  private var counts: [(ahead: Int, target: Int, new: Double, all: Double)] = []

  init(_ panel: EnrolmentPanel, horizon: Int) {
    for origin in panel.origins {
      for ahead in stride(from: 1, through: horizon, by: 1) {
        let target = origin + ahead
        guard target < panel.yearCount, panel.isObserved[target] else { continue }
        var new = 0.0
        for school in panel.schools.indices where panel.school.total(school, origin) <= 0 {
          new += panel.school.total(school, target)
        }
        counts.append((ahead, target, new, panel.region.total(0, target)))
      }
    }
  }

  /// The share as known at `origin`; beyond the years ahead that are known it grows with them.
  func share(at origin: Int, ahead: Int) -> Double {
    for years in stride(from: ahead, through: 1, by: -1) {
      let known = counts.filter { $0.ahead == years && $0.target <= origin }
      let all = known.reduce(0) { $0 + $1.all }
      guard all > 0 else { continue }
      return min(0.5, known.reduce(0) { $0 + $1.new } / all * Double(ahead) / Double(years))
    }
    return 0
  }
}
