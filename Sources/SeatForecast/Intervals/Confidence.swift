/// How often an interval should hold.
public enum Confidence: Int, Hashable, Sendable, CaseIterable {
  /// One time in two.
  case fifty = 50
  /// Four times in five.
  case eighty = 80
  /// Nineteen times in twenty.
  case ninetyFive = 95

  /// Its place in ``allCases``.
  var place: Int {
    switch self {
    case .fifty: 0
    case .eighty: 1
    case .ninetyFive: 2
    }
  }

  /// The share of outcomes below the interval's lower bound.
  var tail: Double { (1 - Double(rawValue) / 100) / 2 }
}

/// How much wider an interval is for resting on few independent periods.
enum StudentFactor {
  /// Student's t with 1 to 8 degrees of freedom at 75, 90 and 97.5 %, then for many, then the normal's.
  ///
  /// Source: any table of Student's t, such as Abramowitz and Stegun table 26.10.
  private static func table(_ confidence: Confidence) -> (
    few: [Double], many: Double, normal: Double
  ) {
    switch confidence {
    case .fifty: ([1.000, 0.816, 0.765, 0.741, 0.727, 0.718, 0.711, 0.706], 0.700, 0.6745)
    case .eighty: ([3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397], 1.38, 1.2816)
    case .ninetyFive:
      ([12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306], 2.23, 1.9600)
    }
  }

  /// The 90 % quantile of the normal distribution.
  static var normal: Double { table(.eighty).normal }

  /// The normal distribution's deviations to either bound.
  static func normal(_ confidence: Confidence) -> Double { table(confidence).normal }

  /// The quantile for as many degrees of freedom as there are periods, against the normal's.
  static func factor(_ confidence: Confidence, periods: Int) -> Double {
    let (few, many, normal) = table(confidence)
    return (few.indices.contains(periods - 1) ? few[periods - 1] : many) / normal
  }
}
