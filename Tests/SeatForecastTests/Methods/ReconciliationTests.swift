import SeatForecast
import Testing

@Suite("The program's own forecast")
struct ReconciliationTests {
  @Test("has schools that add up to their districts, grade by grade")
  func addsUp() throws {
    let panel = try World.panel(World.enrolment(noise: 6))
    let forecast = try #require(
      TwinForecast().forecasts(of: panel, origins: [9], horizon: 5, assumptions: .unchanged).first)
    for ahead in 1...5 {
      for grade in panel.grades.indices {
        for district in panel.districts.indices {
          let sum = panel.schools.indices.filter { panel.districtOf[$0] == district }
            .reduce(0) { $0 + forecast.school[$1, ahead, grade] }
          #expect(abs(sum - forecast.district[district, ahead, grade]) < 1e-9)
        }
      }
    }
  }
}
