import TwinModel

/// Births of the made-up district: rising to 2017, then falling, as a share of a full grade.
///
/// The numbers are invented; the shape (two-child years, then decline) is what makes seats run short
/// first in primary and later in junior and senior schools.
enum BirthSeries {
  /// Years that the district's file holds: back to those who enter grade 1 a year before the first
  /// year of enrolment.
  static let years = 2009...2025

  /// Births of a year, 1 being as many children as the district's entry grades have seats.
  static func index(_ year: Int) -> Double {
    let first = 2000
    let values = [
      0.62, 0.63, 0.65, 0.66, 0.68, 0.70, 0.72, 0.78, 0.78, 0.80, 0.82, 0.86, 0.96, 0.92, 1.00,
      0.97, 1.12, 1.18, 1.09, 1.03, 0.93, 0.87, 0.80, 0.75, 0.79, 0.73,
    ]
    return values[max(0, min(values.count - 1, year - first))]
  }
}

extension DistrictDesign {
  /// Births of the district by year.
  package func births() -> [(year: Int, births: Int)] {
    let seats = schools.reduce(0) { sum, school in
      sum + (school.design.classes.first { $0.stage == .primary }.map(school.historicSeats) ?? 0)
    }
    return BirthSeries.years.map { year in
      var random = SeededRandom(seed, stream: "district/births/\(year)")
      let noise = random.number(in: 0.985...1.015)
      return (year, Int((seats * BirthSeries.index(year) * noise).rounded()))
    }
  }
}
