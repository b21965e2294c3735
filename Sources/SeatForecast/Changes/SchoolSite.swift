public import TwinModel

/// What is known of a school that pupils may be sent to.
public struct SchoolSite: Hashable, Sendable {
  /// The campus, as the forecast calls it.
  public var school: String
  /// The stage.
  public var stage: Stage
  /// Its seats; nil when unknown, and then there is room for all.
  public var seats: Int?
  /// Its place (m).
  public var position: Point2
  /// Seats of later years where something else than changes of schools alters them, by year.
  public var later: [Step]
  /// Its district where it has no pupils in the last roll and so no forecast; nil for all others.
  public var district: String?

  /// Seats from a school year on.
  public struct Step: Hashable, Sendable {
    /// The first school year that has them.
    public var year: Int
    /// How many.
    public var seats: Int

    /// Creates a step.
    public init(year: Int, seats: Int) {
      self.year = year
      self.seats = seats
    }
  }

  /// Creates a site.
  public init(
    school: String, stage: Stage, seats: Int?, position: Point2, later: [Step] = [],
    district: String? = nil
  ) {
    self.school = school
    self.stage = stage
    self.seats = seats
    self.position = position
    self.later = later
    self.district = district
  }

  /// Its seats in a school year, before changes of schools; nil when unknown.
  public func seats(in year: Int) -> Int? {
    later.last { $0.year <= year }?.seats ?? seats
  }

  /// Whether it has no seats in a school year though it has some in others: it opens later or is closed, and
  /// takes nobody, not even over its seats.
  func isShut(in year: Int) -> Bool { !later.isEmpty && seats(in: year) == 0 }

  /// The error of a site of no school with a forecast.
  var unknown: ForecastError {
    ForecastError(
      reason:
        "there is a site of school “\(school)”, which has no forecast; schools are called by their "
        + "id, or DISTRICT-ID where ids repeat, and have pupils in the last roll; leave its lines out, "
        + "or let the changes open it")
  }
}
