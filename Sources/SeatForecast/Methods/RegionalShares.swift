/// District forecasts that let each grade choose between its own cohort and a share of the region.
///
/// Grades of open choice, such as the first of senior school, follow the region rather than the
/// district's own grade below. The choice falls on whichever had the smaller one-step errors over the
/// last four pairs of years before the origin.
struct RegionalShares {
  let panel: EnrolmentPanel
  let origin: Int
  let alpha: Double

  /// Pupils by district, years ahead and grade.
  func projection(horizon: Int, _ assumptions: ForecastAssumptions) -> Cube {
    let own = district(origin)
    let cohort = own.projection(horizon: horizon, assumptions)
    let region = region(origin).projection(horizon: horizon, assumptions)
    let follows = gradesThatFollowTheRegion()
    let shares = shares()
    var result = cohort
    for unit in panel.districts.indices {
      for ahead in stride(from: 1, through: horizon, by: 1) {
        for grade in panel.grades.indices {
          if follows[grade] {
            result[unit, ahead, grade] = shares[unit][grade] * region[0, ahead, grade]
          } else if grade > 0 {
            result[unit, ahead, grade] =
              result[unit, ahead - 1, grade - 1]
              * max(0, own.ratios[unit][grade] + assumptions.inMigration)
          }
        }
      }
    }
    return result
  }

  // MARK: - Parts

  private func district(_ origin: Int) -> DistrictProgression {
    DistrictProgression(
      panel.district, births: panel.districtBirths, panel: panel, origin: origin,
      weights: .exponential(alpha: alpha))
  }

  private func region(_ origin: Int) -> DistrictProgression {
    DistrictProgression(
      panel.region, births: panel.regionBirths, panel: panel, origin: origin,
      weights: .exponential(alpha: alpha))
  }

  private func gradesThatFollowTheRegion() -> [Bool] {
    var cohortErrors = [Double](repeating: 0, count: panel.grades.count)
    var shareErrors = cohortErrors
    let pairs = stride(from: 2, through: origin, by: 1).filter {
      panel.isObserved[$0] && panel.isObserved[$0 - 1]
    }
    for year in pairs.suffix(4) {
      guard !RecencyWeights.last(3).pairs(panel, origin: year - 1).isEmpty else { continue }
      let cohort = district(year - 1).projection(horizon: 1, .unchanged)
      let region = region(year - 1).projection(horizon: 1, .unchanged)
      for unit in panel.districts.indices {
        for grade in panel.grades.indices {
          let actual = panel.district[unit, year, grade]
          let share =
            panel.district[unit, year - 1, grade] / max(panel.region[0, year - 1, grade], 1)
          cohortErrors[grade] += abs(cohort[unit, 1, grade] - actual)
          shareErrors[grade] += abs(share * region[0, 1, grade] - actual)
        }
      }
    }
    return zip(cohortErrors, shareErrors).map { $1 < $0 }
  }

  private func shares() -> [[Double]] {
    // Shares drift, so their weights never reach further back than alpha = 0.6 does.
    let years = RecencyWeights.exponential(alpha: max(alpha, 0.6)).years(panel, origin: origin)
    return panel.districts.indices.map { unit in
      panel.grades.indices.map { grade in
        var own = 0.0
        var all = 0.0
        for (year, weight) in years {
          own += panel.district[unit, year, grade] * weight
          all += panel.region[0, year, grade] * weight
        }
        return own / max(all, 1e-9)
      }
    }
  }
}
