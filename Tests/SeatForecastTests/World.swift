import SeatForecast
import TwinModel

/// A small world: two districts of three schools with grades 1 to 3, where every cohort keeps
/// a fixed share of its pupils from grade to grade.
enum World {
  static let stages = [StageDefinition(.primary, grades: ["1", "2", "3"])]

  /// Enrolment of the years from 2010 on.
  ///
  /// Entrants of school s are 40 + 10 s, and 2 more each year;
  /// the pupils of grade g+1 are `ratio` times those of grade g a year before, with a wobble of
  /// `noise` pupils that differs by school and year.
  static func enrolment(
    years: Int = 10, ratio: Double = 0.9, noise: Double = 0, districts: Int = 2, schools: Int = 3
  ) throws -> EnrolmentHistory {
    var rows: [EnrolmentHistory.Row] = []
    for district in 0..<districts {
      for school in 0..<schools {
        var random = SeededRandom(1, stream: "\(district)/\(school)")
        var pupils: [Double] = []
        for year in 0..<years {
          let entrants = Double(40 + 10 * school + 2 * year)
          let before = pupils.isEmpty ? [entrants, entrants, entrants] : pupils
          pupils = [entrants, before[0] * ratio, before[1] * ratio].map {
            max(1, $0 + noise * (2 * random.unit() - 1))
          }
          rows.append(
            .init(
              year: 2010 + year, district: "D\(district)", school: "\(district)\(school)",
              pupils: pupils))
        }
      }
    }
    return try EnrolmentHistory(grades: ["1", "2", "3"], rows: rows)
  }

  /// Births two years before entry: of both districts, one for each entrant.
  static func births(from first: Int = 2008, through last: Int = 2017) throws -> BirthHistory {
    let counts = Dictionary(
      uniqueKeysWithValues: (first...last).map { ($0, Double(150 + 6 * ($0 - 2008))) })
    return try BirthHistory(births: ["D0": counts, "D1": counts])
  }

  static func panel(
    _ enrolment: EnrolmentHistory, births: BirthHistory? = nil
  ) throws -> EnrolmentPanel {
    try EnrolmentPanel(enrolment, births: births ?? World.births(), stages: stages, entryLag: 2)
  }
}
