/// The methods by name.
public enum ForecastMethods {
  /// Names that `--method` takes, from plain to best.
  public static let names = all.map(\.name)
  /// The method that is taken when none is named.
  public static let standard = "ebgpr"

  private static let all: [any ForecastMethod] = [
    LastValue(), GradeProgression.lastThreeYears, GradeProgression.exponential,
    PooledProgression(),
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
