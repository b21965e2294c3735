import TwinModel

/// Pupils of one school in one school year.
package struct EnrolmentYear: Hashable, Sendable {
  /// First calendar year of the school year.
  package var year: Int
  /// Pupils by grade, of the grades that the school has.
  package var pupils: [Int: Int]
}

extension DistrictSchool {
  /// School years that have been observed.
  package static let observedYears = 2016...2025

  /// The school's pupils by year and grade: cohorts that enter with the births of six, twelve or
  /// fifteen years before, grow with in-migration, and stay near what the rooms hold.
  ///
  /// A school that opened within the years begins with its entry grades; one that has not opened yet
  /// has no rows.
  package func enrolment(seed: UInt64) -> [EnrolmentYear] {
    var random = SeededRandom(seed, stream: "district/\(design.campus)/enrolment")
    let fill = random.number(in: 0.88...1.06)
    let growth = random.number(in: 0.004...0.018)
    var rows: [EnrolmentYear] = []
    var last: [Int: Double] = [:]
    for year in Self.observedYears where year >= opened {
      var now: [Int: Double] = [:]
      for classes in design.classes {
        let grades = classes.stage.grades
        let seats = historicSeats(classes)
        for grade in grades {
          let noise = random.number(in: 0.985...1.015)
          let steps = grade - grades.lowerBound
          let expected: Double
          if let before = last[grade - 1], steps > 0 {
            expected = before * (1 + growth)
          } else if let before = last[grade - 1], before > 0 {
            // The upper part of a nine-year school takes its own pupils and some of others.
            expected = before * 0.96 + seats * 0.03
          } else if steps == 0 || opened < Self.observedYears.lowerBound {
            expected = entrants(year - steps, grades, seats * fill) * power(1 + growth, steps)
          } else {
            expected = 0
          }
          now[grade] = min(expected * noise, seats * 1.12)
        }
      }
      // Rounded before they move up, so that the file's numbers are the cohorts themselves.
      last = now.mapValues { $0.rounded() }
      rows.append(EnrolmentYear(year: year, pupils: last.mapValues { Int($0) }))
    }
    return rows
  }

  private func entrants(_ year: Int, _ grades: ClosedRange<Int>, _ seats: Double) -> Double {
    seats * BirthSeries.index(year - 5 - grades.lowerBound)
  }
}

/// `base` to a whole power, by multiplication alone, which is exact in the same way everywhere.
private func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { product, _ in product * base }
}
