import RadioCoverage
import Testing
import TwinModel

@Suite("A statistical path loss model")
struct PathLossModelTests {
  // 32.4 + 21·log(120.3…) + 20·log 3.5 with d3D = √(120² + 8.5²) = 120.3007 m: 86.97 dB.
  @Test("gives the street canyon's 86.97 dB at 120 m and 3.5 GHz")
  func streetCanyon() throws {
    let loss = try UrbanMicro.loss(
      LinkGeometry(distance: 120, baseHeight: 10, terminalHeight: 1.5), frequency: 3.5, .los)
    #expect(abs(loss.value - 86.97) < 0.005)
  }

  @Test("refuses what it does not hold for, and says what it holds for")
  func ranges() {
    let link = LinkGeometry(distance: 300, baseHeight: 3, terminalHeight: 1)
    #expect {
      try IndoorHotspot.loss(link, frequency: 3.5, .los)
    } throws: { error in
      "\(error)".hasPrefix("inh: 3D distance (m) is 300.0") && "\(error)".hasSuffix("1.0 to 150.0")
    }
  }
}
