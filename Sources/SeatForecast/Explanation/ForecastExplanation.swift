public import TwinModel

/// Where one forecast number comes from: the last roll, what moved it, and how methods were mixed.
public struct ForecastExplanation: Hashable, Sendable {
  /// The campus.
  public var subject: Subject
  /// The school's name; empty when none was given.
  public var name: String
  /// The district.
  public var district: String
  /// The grade.
  public var grade: String
  /// The school year.
  public var year: Int
  /// How the cohort method comes to its number, from the last roll on.
  public var steps: [Step]
  /// What each method says, and what it counts for.
  public var parts: [Part]
  /// The mix of the methods.
  public var mixed: Double
  /// What the mix is multiplied with, so that schools add up to their district.
  public var reconciliation: Double
  /// What assumptions and dwellings add to or take from it, in the order in which they come; empty
  /// without any.
  public var levers: [Lever]
  /// The forecast, with them.
  public var result: Estimate

  /// One step of the cohort method.
  public struct Step: Hashable, Sendable {
    /// What happens, as words.
    public var what: String
    /// The factor, or the pupils that the step starts with.
    public var factor: Double
    /// Pupils after it.
    public var pupils: Double
    /// What the factor rests on, as words; empty when that is plain.
    public var because: String
  }

  /// One method of the mix.
  public struct Part: Hashable, Sendable {
    /// The method.
    public var method: String
    /// Its weight; all of them add up to 1.
    public var weight: Double
    /// Pupils that it says.
    public var pupils: Double
  }

  /// One lever of a scenario.
  public struct Lever: Hashable, Sendable {
    /// The lever, as words.
    public var what: String
    /// Pupils that it adds; below 0 where it takes some away.
    public var pupils: Double
  }
}
