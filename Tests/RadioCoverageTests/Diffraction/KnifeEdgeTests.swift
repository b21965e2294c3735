import RadioCoverage
import Testing
import TwinModel

@Suite("A knife edge")
struct KnifeEdgeTests {
  @Test("on the line of sight costs 6 dB, far below it nothing")
  func known() {
    // Half of the field: 20·log 2.
    #expect(abs(KnifeEdge.exactLoss(nu: 0).value - 6.020599913) < 1e-9)
    #expect(abs(KnifeEdge.loss(nu: 0).value - 6.02) < 0.02)
    #expect(KnifeEdge.loss(nu: -0.78).value == 0)
    #expect(abs(KnifeEdge.exactLoss(nu: -40).value) < 0.1)
  }

  @Test("costs more the higher it stands, by formula and integral alike")
  func monotone() {
    for nu in stride(from: -0.7, to: 20, by: 0.01) {
      #expect(KnifeEdge.loss(nu: nu + 0.01) > KnifeEdge.loss(nu: nu))
      #expect(KnifeEdge.exactLoss(nu: nu + 0.01) > KnifeEdge.exactLoss(nu: nu))
    }
  }

  @Test("has an integral without a step where series gives way to fraction")
  func seam() {
    for nu in [1.6, -1.6] {
      let step = KnifeEdge.exactLoss(nu: nu + 1e-9).value - KnifeEdge.exactLoss(nu: nu - 1e-9).value
      #expect(abs(step) < 1e-7)
    }
  }

  // λ = 0.0999308 m at 3 GHz: 3·√(2/λ·(1/50 + 1/50)) = 3·√0.80055 = 2.684.
  @Test("is measured by height, distances and wavelength")
  func nu() {
    let nu = KnifeEdge.nu(height: 3, near: 50, far: 50, frequency: 3)
    #expect(abs(nu - 2.68421) < 1e-4)
    #expect(KnifeEdge.nu(height: -3, near: 50, far: 50, frequency: 3) == -nu)
  }
}
