import RadioCoverage
import Testing
import TwinModel

@Suite("Clutter around a terminal")
struct TerrestrialClutterTests {
  @Test("costs more the longer the path, and no more beyond 2 km")
  func distance() throws {
    let clutter = TerrestrialClutter()
    func loss(_ metres: Double) throws -> Decibels {
      try clutter.loss(distance: Metres(metres), frequency: 3.5, places: 50)
    }
    var before = try loss(250)
    for metres in stride(from: 300.0, through: 2000, by: 50) {
      let now = try loss(metres)
      #expect(now >= before)
      before = now
    }
    #expect(try loss(5000) == before)
  }

  @Test("is the median at 50 percent, and lies around it as a normal variable does")
  func places() throws {
    let clutter = TerrestrialClutter()
    func loss(_ percent: Double) throws -> Double {
      try clutter.loss(distance: 500, frequency: 3.5, places: percent).value
    }
    let (low, middle, high) = (try loss(10), try loss(50), try loss(90))
    #expect(abs((high - middle) - (middle - low)) < 1e-9)
    // Φ(1) = 0.8413447460685429, Φ(2) = 0.9772498680518208.
    let sigma = try loss(84.13447460685429) - middle
    #expect(abs(try loss(97.72498680518208) - middle - 2 * sigma) < 1e-9)
  }

  @Test("refuses short paths, foreign bands and shares that are none")
  func ranges() {
    let clutter = TerrestrialClutter()
    #expect(throws: RadioError.self) {
      try clutter.loss(distance: 100, frequency: 3.5, places: 50)
    }
    #expect(throws: RadioError.self) {
      try clutter.loss(distance: 500, frequency: 80, places: 50)
    }
    for share in [0, 100, -1, Double.nan] {
      #expect(throws: RadioError.self) {
        try clutter.loss(distance: 500, frequency: 3.5, places: share)
      }
    }
  }
}
