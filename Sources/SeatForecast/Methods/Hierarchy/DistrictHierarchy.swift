import Foundation

/// Districts that share what happens to the whole region in a year, and keep their own way.
///
/// The ratio of a grade in a district is the region's ratio times the district's deviation, which is
/// observed over expected pupils, where expected is the grade below a year before times the region's
/// ratio *of that year*: a common year effect moves the ratio of all and the deviation of none. Entrants
/// are births times the region's entrants for a birth times the district's deviation from it, in the
/// same way. Levels and deviations forget the past at their own pace.
///
/// A later grade that no grade of the district feeds, as the first one where senior schools have a
/// district of their own, is a share of the region's grade.
struct DistrictHierarchy {
  /// How fast the past is forgotten: weights `(1 − alpha)^age`.
  struct Pace: Hashable, Sendable {
    /// Of the region's ratios.
    var common = 0.6
    /// Of a district's deviation from them.
    var own = 0.6
    /// Of the region's entrants for a birth.
    var entry = 0.6
    /// Of a district's deviation from that.
    var ownEntry = 0.6
    /// How far entrants follow births: the power of their change since the last entrants were born.
    var births = 1.0
  }

  let panel: EnrolmentPanel
  let origin: Int
  /// The region's ratio of each grade; 1 for the entry grade.
  private(set) var common: [Double]
  /// `deviations[district][grade]`: what a district's ratio is of the region's.
  private(set) var deviations: [[Double]]
  /// Entrants of the region for a birth.
  private(set) var entryRatio: Double
  private let pace: Pace
  private let grades: SchoolGrades

  init(_ panel: EnrolmentPanel, origin: Int, pace: Pace) {
    self.panel = panel
    self.origin = origin
    self.pace = pace
    grades = SchoolGrades(panel.district, panel, origin: origin)
    let pupils = panel.district
    let region = panel.region
    let known = panel.firstYear + origin
    let pairs = RecencyWeights.exponential(alpha: pace.common).pairs(panel, origin: origin)
    common = (0..<pupils.grades).map { grade in
      guard grade > 0 else { return 1 }
      var above = 0.0
      var below = 0.0
      for (year, weight) in pairs {
        above += weight * region[0, year, grade]
        below += weight * region[0, year - 1, grade - 1]
      }
      return Self.ratio(above, below)
    }
    let years = RecencyWeights.exponential(alpha: pace.entry).years(panel, origin: origin)
    func born(_ series: BirthSeries, _ unit: Int, _ year: Int) -> Double {
      series.followed(
        unit, in: panel.firstYear + year - panel.entryLag, known: known, lag: panel.entryLag,
        power: pace.births)
    }
    var entrants = 0.0
    var births = 0.0
    for (year, weight) in years {
      entrants += weight * region[0, year, 0]
      births += weight * born(panel.regionBirths, 0, year)
    }
    entryRatio = births > 0 ? entrants / births : 0

    let ownPairs = RecencyWeights.exponential(alpha: pace.own).pairs(panel, origin: origin)
    let ownYears = RecencyWeights.exponential(alpha: pace.ownEntry).years(panel, origin: origin)
    deviations = (0..<pupils.units).map { unit in
      (0..<pupils.grades).map { grade in
        var seen = 0.0
        var expected = 0.0
        if grade > 0 {
          for (year, weight) in ownPairs {
            let below = region[0, year - 1, grade - 1]
            guard below > 0 else { continue }
            seen += weight * pupils[unit, year, grade]
            expected +=
              weight * pupils[unit, year - 1, grade - 1] * region[0, year, grade] / below
          }
        } else {
          for (year, weight) in ownYears {
            // Years before the district had entrants say nothing of their number.
            guard seen > 0 || pupils[unit, year, 0] > 0 else { continue }
            let all = born(panel.regionBirths, 0, year)
            guard all > 0 else { continue }
            seen += weight * pupils[unit, year, 0]
            expected +=
              weight * born(panel.districtBirths, unit, year) * region[0, year, 0] / all
          }
        }
        return grade > 0 ? Self.ratio(seen, expected) : Self.entry(seen, expected)
      }
    }
  }

  /// A grade that was just opened has no ratio to speak of.
  private static func ratio(_ above: Double, _ below: Double) -> Double {
    below > 0 ? min(above / below, 10) : 1
  }

  /// A district without entrants goes on without; where no births are known to compare with, it is as
  /// the region.
  private static func entry(_ seen: Double, _ expected: Double) -> Double {
    guard seen > 0 else { return 0 }
    return expected > 0 ? seen / expected : 1
  }

  /// The ratio of a grade to the grade below a year before.
  func ratio(_ district: Int, _ grade: Int) -> Double {
    min(common[grade] * deviations[district][grade], 10)
  }

  /// Pupils by district, years ahead and grade.
  func projection(horizon: Int, _ assumptions: ForecastAssumptions) -> Cube {
    let pupils = panel.district
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    let isShared = panel.districts.indices.map { unit in
      (1..<pupils.grades).contains { grades.isEntry[unit, $0] }
    }
    let region =
      isShared.contains(true) ? regionProjection(horizon: horizon, assumptions) : nil
    for unit in 0..<pupils.units {
      for grade in 0..<pupils.grades { result[unit, 0, grade] = pupils[unit, origin, grade] }
      let share = region.map { _ in shares(unit) } ?? []
      for ahead in stride(from: 1, through: horizon, by: 1) {
        result[unit, ahead, 0] =
          deviations[unit][0] * entrants(panel.districtBirths, unit, ahead: ahead, assumptions)
        for grade in 1..<pupils.grades {
          if let region, grades.isEntry[unit, grade] {
            result[unit, ahead, grade] = share[grade] * region[0, ahead, grade]
          } else if grades.isFed[unit, grade] {
            result[unit, ahead, grade] =
              result[unit, ahead - 1, grade - 1]
              * max(0, ratio(unit, grade) + assumptions.inMigration)
          }
        }
      }
    }
    return result
  }

  /// The region's pupils by years ahead and grade; a grade that nothing feeds stays as it is.
  private func regionProjection(horizon: Int, _ assumptions: ForecastAssumptions) -> Cube {
    let pupils = panel.region
    var result = Cube(units: 1, years: horizon + 1, grades: pupils.grades)
    let grades = SchoolGrades(pupils, panel, origin: origin)
    for grade in 0..<pupils.grades { result[0, 0, grade] = pupils[0, origin, grade] }
    for ahead in stride(from: 1, through: horizon, by: 1) {
      result[0, ahead, 0] = entrants(panel.regionBirths, 0, ahead: ahead, assumptions)
      for grade in 1..<pupils.grades {
        result[0, ahead, grade] =
          grades.isEntry[0, grade]
          ? pupils[0, origin, grade]
          : result[0, ahead - 1, grade - 1] * max(0, common[grade] + assumptions.inMigration)
      }
    }
    return result
  }

  /// A district's recent shares of the region's grades, since it has each.
  private func shares(_ unit: Int) -> [Double] {
    let years = RecencyWeights.exponential(alpha: pace.own).years(panel, origin: origin)
    return (0..<panel.district.grades).map { grade in
      var own = 0.0
      var all = 0.0
      for (year, weight) in years {
        // Years before the district had the grade say nothing of its share.
        guard own > 0 || panel.district[unit, year, grade] > 0 else { continue }
        own += weight * panel.district[unit, year, grade]
        all += weight * panel.region[0, year, grade]
      }
      return all > 0 ? own / all : 0
    }
  }

  /// What births of a unit come to with the region's entrants for a birth.
  private func entrants(
    _ series: BirthSeries, _ unit: Int, ahead: Int, _ assumptions: ForecastAssumptions
  ) -> Double {
    let known = panel.firstYear + origin
    let year = known + ahead - panel.entryLag
    let births = series.followed(
      unit, in: year, known: known, lag: panel.entryLag, power: pace.births)
    let isAhead = year > (series.lastYear(unit, known: known) ?? known)
    return entryRatio * births * (isAhead ? assumptions.birthRate : 1)
      * assumptions.growth(panel, ahead: ahead)
  }
}

extension BirthSeries {
  /// Births as far as entrants follow them: the last entrants' births times the change since then to a
  /// power.
  fileprivate func followed(
    _ unit: Int, in year: Int, known: Int, lag: Int, power: Double
  ) -> Double {
    let count = births(unit, in: year, known: known)
    guard power != 1 else { return count }
    let last = births(unit, in: known - lag, known: known)
    return last > 0 ? last * pow(count / last, power) : count
  }
}

extension EnrolmentPanel {
  /// Births that a district's entry grade comes from, `ahead` years after `origin`, as known then, with
  /// the birth-rate assumption on years that are not observed yet.
  func births(
    _ unit: Int, origin: Int, ahead: Int, _ assumptions: ForecastAssumptions
  ) -> Double {
    let known = firstYear + origin
    let year = known + ahead - entryLag
    let count = districtBirths.births(unit, in: year, known: known)
    let isAhead = year > (districtBirths.lastYear(unit, known: known) ?? known)
    return isAhead ? count * assumptions.birthRate : count
  }
}

extension ForecastAssumptions {
  /// In-migration compounded over the years that entrants lived with it.
  func growth(_ panel: EnrolmentPanel, ahead: Int) -> Double {
    var inflow = 1.0
    for _ in 0..<min(ahead, panel.entryLag) { inflow *= 1 + inMigration }
    return inflow
  }
}
