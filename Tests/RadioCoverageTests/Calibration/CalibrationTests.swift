import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinTestSupport

@Suite("The calibration of the multi-wall model")
struct CalibrationTests {
  private func link(
    of transmitter: String = "a", _ distance: Double, walls: [Double] = [], _ level: Double
  ) -> SurveyLink {
    SurveyLink(
      transmitter: transmitter, distance: distance, crossings: walls, level: level)
  }

  private func prior(
    exponent: Double = 0.5, wall: Double? = nil, offset: Double? = nil
  ) -> CalibrationPrior {
    CalibrationPrior(
      exponent: .init(mean: 2, deviation: exponent),
      losses: wall.map { [.init(mean: 4, deviation: $0)] } ?? [],
      transmitterDeviation: offset, residual: 5)
  }

  // −40 dBm at 1 m, n = 2.5 and 6 dB a wall: −65 at 10 m, −90 at 100 m, −71 at 10 m behind a wall.
  @Test("finds the model that a survey without errors was made with")
  func exact() throws {
    let links = [
      link(1, walls: [0], -40), link(10, walls: [0], -65), link(100, walls: [0], -90),
      link(10, walls: [1], -71),
    ]
    let model = try #require(Calibration(links, prior: prior(exponent: 1e4, wall: 1e4)))
    #expect(abs(model.level + 40) < 1e-4)
    #expect(abs(model.exponent - 2.5) < 1e-5)
    #expect(abs(model.losses[0] - 6) < 1e-4)
    #expect(model.errors(links).allSatisfy { abs($0) < 1e-4 })
    // 0.1 m counts as 1 m.
    #expect(abs(model.predicted(link(0.1, walls: [2], 0)) + 52) < 1e-3)
  }

  // Least (P + 40)²/25 + (P − 10n + 65)²/25 + (n − 2)²/0.25: 12·n = 26, P = −40 − (25 − 10n)/2.
  @Test("moves from the prior as far as the links weigh")
  func ridge() throws {
    let links = [link(1, -40), link(10, -65)]
    let model = try #require(Calibration(links, prior: prior()))
    #expect(abs(model.exponent - 26.0 / 12) < 1e-12)
    #expect(abs(model.level + 40 + (25 - 260.0 / 12) / 2) < 1e-12)
    // One link says nothing about the exponent.
    let one = try #require(Calibration([link(10, -65)], prior: prior()))
    #expect(one.exponent == 2)
    #expect(abs(one.level + 45) < 1e-12)
    #expect(Calibration([], prior: prior()) == nil)
  }

  // Levels ±3 dB around their mean: o/4 = (3 − o)/25, so o = 12/29.
  @Test("gives transmitters offsets, and an unknown one none")
  func offsets() throws {
    let links = [link(of: "a", 1, -40), link(of: "b", 1, -46)]
    let model = try #require(Calibration(links, prior: prior(offset: 2)))
    #expect(abs((model.offsets["a"] ?? 0) - 12.0 / 29) < 1e-12)
    #expect(abs((model.offsets["b"] ?? 0) + 12.0 / 29) < 1e-12)
    #expect(abs(model.predicted(link(of: "c", 1, 0)) + 43) < 1e-12)
  }

  // −40 dBm at 1 m, n = 2, 0.5 dB/m: −40 − 20 − 4.5 at 10 m, −40 − 40 − 49.5 at 100 m beyond the first.
  @Test("finds what a metre of furnished room costs, when it may cost something")
  func absorption() throws {
    let links = [link(1, -40.5), link(10, -65), link(100, -130)]
    var prior = prior(exponent: 1e4)
    #expect(try #require(Calibration(links, prior: prior)).absorption == 0)
    prior.absorption = .init(mean: 0, deviation: 1e4)
    let model = try #require(Calibration(links, prior: prior))
    #expect(abs(model.absorption - 0.5) < 1e-5)
    #expect(abs(model.exponent - 2) < 1e-4)
    #expect(abs(model.predicted(link(200, 0)) - (-40 - 20 * log10(200) - 100)) < 1e-2)
  }

  @Test("leaves each transmitter out in turn")
  func leavingOut() throws {
    let links = [link(of: "a", 1, -40), link(of: "b", 1, -46), link(of: "b", 1, -44)]
    let errors = try #require(Calibration.errorsLeavingOut(links, prior: prior()))
    #expect(zip(errors, [5, -6, -4]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Calibration.errorsLeavingOut([link(1, -40)], prior: prior()) == nil)
  }

  // Mean 4/3; around it −1/3, −7/3, 8/3: 114/27.
  @Test("sums errors up")
  func summary() throws {
    let errors = try #require(ErrorSummary([1, -1, 4]))
    #expect(abs(errors.mean - 4.0 / 3) < 1e-12)
    #expect(errors.absoluteMean == 2)
    #expect(abs(errors.deviation - (114.0 / 27).squareRoot()) < 1e-12)
    #expect(abs(errors.rootMeanSquare - 6.0.squareRoot()) < 1e-12)
    #expect(ErrorSummary([]) == nil)
  }

  @Test("reads its prior from the seeds")
  func seeds() throws {
    let seeds = try SeedFolder(path: Checkout.seeds)
    let prior = try CalibrationPrior(seeds: seeds, materials: 2, hasOffsets: false)
    #expect(prior.losses.count == 2)
    #expect(prior.transmitterDeviation == nil)
    #expect(
      try CalibrationPrior(seeds: seeds, materials: 0, hasOffsets: true).transmitterDeviation != nil
    )
  }
}
