public import TwinModel

/// Pupils by school, grade and year, by stage, and by district, each with 50, 80 and 95 % intervals.
public struct ForecastResult: Hashable, Sendable {
  /// The method, such as `ebgpr`.
  public var method: String
  /// The last observed school year; forecasts begin with the next.
  public var originYear: Int
  /// The grades, youngest first, in the order of ``YearForecast/grades``.
  public var grades: [String]
  /// The stages, youngest first, in the order of ``YearForecast/stages``.
  public var stages: [StageDefinition]
  /// Schools with pupils in the origin year, by district, then id.
  public var schools: [UnitForecast]
  /// Districts, by name.
  public var districts: [UnitForecast]
  /// All districts together.
  public var region: UnitForecast
  /// What the input lacks and what the forecast rests on.
  public var findings: [Finding]
  /// How the campuses are called, those that have closed among them.
  public var campuses: CampusNames

  /// Creates a result; without names each school goes by its subject.
  public init(
    method: String, originYear: Int, grades: [String], stages: [StageDefinition],
    schools: [UnitForecast], districts: [UnitForecast], region: UnitForecast,
    findings: [Finding] = [], campuses: CampusNames? = nil
  ) {
    self.method = method
    self.originYear = originYear
    self.grades = grades
    self.stages = stages
    self.schools = schools
    self.districts = districts
    self.region = region
    self.findings = findings
    self.campuses =
      campuses
      ?? CampusNames(
        schools.map {
          .init(id: $0.subject.id, district: $0.district, school: $0.subject.id, closed: nil)
        }, separator: "-")
  }
}

/// The pupils of a school, a district or the region, year by year.
public struct UnitForecast: Hashable, Sendable {
  /// A campus, a district, or the programme for all together.
  public var subject: Subject
  /// The district; empty for all together.
  public var district: String
  /// The name; empty when none was given.
  public var name: String
  /// The origin year as observed, then the years ahead.
  public var years: [YearForecast]

  /// Creates a forecast of a unit.
  public init(subject: Subject, district: String, name: String, years: [YearForecast]) {
    self.subject = subject
    self.district = district
    self.name = name
    self.years = years
  }

  /// The year's forecast; nil outside the years of the forecast.
  public subscript(year: Int) -> YearForecast? {
    guard let first = years.first?.year, years.indices.contains(year - first) else { return nil }
    return years[year - first]
  }
}

/// The pupils of one school year.
public struct YearForecast: Hashable, Sendable {
  /// The school year.
  public var year: Int
  /// Whether the numbers were counted rather than forecast.
  public var isObserved: Bool
  /// Pupils by grade, in the order of ``ForecastResult/grades``.
  public var grades: [Estimate]
  /// Pupils by stage, in the order of ``ForecastResult/stages``.
  public var stages: [Estimate]
  /// Pupils of all grades.
  public var total: Estimate

  /// Creates a year.
  public init(
    year: Int, isObserved: Bool, grades: [Estimate], stages: [Estimate], total: Estimate
  ) {
    self.year = year
    self.isObserved = isObserved
    self.grades = grades
    self.stages = stages
    self.total = total
  }
}

/// A number of pupils with its intervals.
public struct Estimate: Hashable, Sendable {
  /// The number; the middle of what may come, not rounded.
  public var value: Double
  /// The 80 % interval; nil when it was observed, or when too little is known of past errors.
  public var interval: Fact.Interval?
  /// The 50 % interval; nil likewise.
  public var narrow: Fact.Interval?
  /// The 95 % interval; nil likewise.
  public var wide: Fact.Interval?

  /// Creates an estimate.
  public init(
    _ value: Double, interval: Fact.Interval? = nil, narrow: Fact.Interval? = nil,
    wide: Fact.Interval? = nil
  ) {
    self.value = value
    self.interval = interval
    self.narrow = narrow
    self.wide = wide
  }
}
