/// The methods by name.
public enum ForecastMethods {
  /// Names that `--method` takes, from plain to best.
  public static let names = all.map(\.name)
  /// The method that is taken when none is named: the program's own choice.
  public static let standard = "twin"

  /// Those that a backtest compares when none are named: the classical ones and the program's own.
  public static let compared = ["naive", "gpr3", "gprew", "ets", "ebgpr", "stack", "twin"]

  private static let all: [any ForecastMethod] = [
    LastValue(), RecentMean(), GradeProgression.lastThreeYears, GradeProgression.exponential,
    ExponentialSmoothing(), PooledProgression(), HierarchicalProgression(), SizedCohorts(),
    StackedForecast(), TwinForecast(),
  ]

  /// The method of a name.
  ///
  /// - Throws: ``ForecastError`` for an unknown name.
  package static func method(_ name: String) throws(ForecastError) -> any ForecastMethod {
    guard let method = all.first(where: { $0.name == name }) else {
      throw ForecastError(
        reason: "there is no forecast method “\(name)”; expected one of "
          + names.joined(separator: ", "))
    }
    return method
  }
}
