import RadioCoverage
import SeedFiles
import Testing
import TwinTestSupport

// Kolakowski 2021 (1,923 links of a furnished flat) and Feng 2024 (three rooms of a university), by the
// seeds' prior. The best model fitted without regard to walls reaches 5.88 dB on the flat.
@Suite(
  "The calibrated model on measured surveys",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct RadioSurveyTests {
  private func size(_ errors: [Double]?) throws -> Double {
    try #require(errors.flatMap { ErrorSummary($0) }).rootMeanSquare
  }

  private func prior(
    hasAbsorption: Bool = false, hasOffsets: Bool = false
  ) throws -> CalibrationPrior {
    try CalibrationPrior(
      seeds: SeedFolder(path: Checkout.seeds), materials: 1, hasAbsorption: hasAbsorption,
      hasOffsets: hasOffsets)
  }

  @Test("is within 4.9 dB on a flat with the anchor left out")
  func flat() throws {
    let links = try RadioTable("flat_ble_links.csv").rows.map { row in
      SurveyLink(
        transmitter: try #require(row["anchor"]), distance: try number(row, "d3_m"),
        crossings: [try number(row, "walls_crossed")], level: try number(row, "mean_rssi_dbm"))
    }
    #expect(links.count == 1923)
    #expect(try size(Calibration.errorsLeavingOut(links, prior: prior())) <= 4.9)
  }

  // Without a loss by the metre the office comes out at 3.72, and no fit of level, exponent and one wall
  // class can be below 3.7218 (least squares); the limit 3.7 is a baseline of 3.74 with one decimal.
  @Test(
    "is within 3.8, 3.7 and 4.2 dB on the rooms of a university",
    arguments: [("lecture_theatre", 3.8), ("office", 3.7), ("corridor", 4.2)])
  func rooms(room: String, limit: Double) throws {
    let links = try RadioTable("univ_wifi_links.csv").rows.filter { $0["env"] == room }.map { row in
      SurveyLink(
        transmitter: try #require(row["ap"]), distance: try number(row, "d2_m"),
        crossings: [row["los"] == "LOS" ? 0 : 1], level: try number(row, "mean_rss_dbm"))
    }
    let model = try #require(
      Calibration(links, prior: prior(hasAbsorption: true, hasOffsets: true)))
    #expect(try size(model.errors(links)) <= limit)
  }
}
