import SeatForecast
import Testing

@Suite("Warning thresholds")
struct WarningThresholdsTests {
  @Test(
    "give the worse of probability and utilisation",
    arguments: [
      (84, 5, .green), (85, 5, .yellow), (100, 5, .yellow), (101, 5, .red), (50, 20, .yellow),
      (50, 50, .red), (90, nil, .yellow), (0, nil, .green),
    ] as [(Double, Double?, WarningThresholds.Level)])
  func worse(_ demand: Double, _ probability: Double?, _ level: WarningThresholds.Level) throws {
    let thresholds = try WarningThresholds(
      yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100)
    #expect(thresholds.level(demand: demand, supply: 100, probability: probability) == level)
    #expect(
      thresholds.level(demand: demand, supply: 0, probability: nil) == (demand > 0 ? .red : .green))
  }

  @Test("refuse yellow above red")
  func refuses() {
    #expect(throws: ForecastError.self) {
      try WarningThresholds(
        yellowProbability: 60, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100)
    }
  }
}
