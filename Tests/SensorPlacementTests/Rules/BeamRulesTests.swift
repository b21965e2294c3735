import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The rules for beams")
struct BeamRulesTests {
  private func rules(_ type: PointDetectorRules.DetectorType = .smoke) throws -> BeamRules {
    try PointDetectorRules(type, seeds: SeedFolder(path: Checkout.seeds)).beams
  }

  @Test(
    "tell beams without effect by the height of the room (appendix F: 200 mm up to 5 m, 25 mm a metre)",
    arguments: [
      (0.199, 3.0, BeamRules.Effect.none), (0.201, 3, .divides), (0.201, 5, .divides),
      (0.287, 8.5, .none), (0.288, 8.5, .divides), (0.375, 12, .none), (0.376, 12, .divides),
      (0.6, 3, .divides), (0.601, 3, .parts), (0.601, 12, .parts),
    ])
  func effect(_ depth: Double, _ height: Double, _ effect: BeamRules.Effect) throws {
    #expect(try rules().effect(depth: Metres(depth), height: Metres(height)) == effect)
  }

  @Test(
    "give the bays of a detector (appendix G)",
    arguments: [
      (60.0, 36.1, 1), (60, 36, 2), (60, 18, 4), (60, 12, 5), (80, 48.1, 1), (80, 32, 3),
      (80, 16.1, 4), (100, 16, 5), (120, 50, 1),
    ])
  func bays(_ area: Double, _ bay: Double, _ count: Int) throws {
    #expect(
      try rules().bayCount(of: SquareMetres(bay), protection: SquareMetres(area)) == count)
  }

  @Test(
    "give fewer bays to heat detectors",
    arguments: [(20.0, 12.1, 1), (20, 12, 2), (20, 6.1, 3), (30, 18, 2), (30, 6, 5), (40, 6, 5)])
  func heat(_ area: Double, _ bay: Double, _ count: Int) throws {
    #expect(
      try rules(.heat).bayCount(of: SquareMetres(bay), protection: SquareMetres(area)) == count)
  }

  @Test("say that the appendices are not verified")
  func status() throws { #expect(try !rules().isVerified) }
}
