import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("A slab of building material")
struct LayeredSlabTests {
  let catalogue: MaterialCatalogue

  init() throws { catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds)) }

  private func slab(_ layers: [(String, Double)]) throws -> LayeredSlab {
    LayeredSlab(
      try layers.map {
        SlabLayer(material: try catalogue.material(named: $0.0), thickness: Metres($0.1))
      })
  }

  /// Power means over 3.3–3.8 GHz at normal incidence, by Sionna RT 2.2.0 and a float64 program;
  /// one decimal.
  @Test(
    "loses what two other programs say over 3.3 to 3.8 GHz",
    arguments: [
      ("concrete", 0.2, 19.2), ("brick", 0.115, 3.9), ("plasterboard", 0.0125, 1.4),
      ("glass", 0.006, 2.9), ("wood", 0.044, 1.4),
    ])
  func bandMean(material: String, thickness: Double, expected: Double) throws {
    let curve = LossCurve(
      slab: try slab([(material, thickness)]), channel: 3.3...3.8, limits: catalogue.limits)
    #expect(abs(curve.normal.value - expected) <= 0.06)
  }

  @Test("is the same whether cut in two or not")
  func cut() throws {
    let whole = try slab([("concrete", 0.2)])
    let halves = try slab([("concrete", 0.13), ("concrete", 0.07)])
    for angle in [0.0, 40.0, 70.0] {
      let difference =
        whole.loss(at: 3.5, incidence: Degrees(angle)).value
        - halves.loss(at: 3.5, incidence: Degrees(angle)).value
      #expect(abs(difference) < 1e-9)
    }
  }

  @Test("of air loses nothing, whatever the angle")
  func air() throws {
    for angle in [0.0, 30.0, 75.0] {
      #expect(abs(try slab([("air", 0.1)]).loss(at: 3.5, incidence: Degrees(angle)).value) < 1e-9)
    }
  }

  @Test("of glass with a metal film shields far more than plain double glazing")
  func lowEmissivity() throws {
    let plain = try slab([("glass", 0.006), ("air", 0.012), ("glass", 0.006)])
    let coated = try slab([
      ("glass", 0.006), ("low_e_film", 1e-6), ("air", 0.012), ("glass", 0.006),
    ])
    let difference =
      coated.loss(at: 3.5, incidence: 0).value - plain.loss(at: 3.5, incidence: 0).value
    #expect(difference > 15)
  }

  @Test("of metal is capped, and flat rays count as 75 degrees")
  func limits() throws {
    let metal = LossCurve(
      slab: try slab([("metal", 0.001)]), channel: 3.45...3.55, limits: catalogue.limits)
    #expect(metal.normal == Decibels(40))
    let brick = LossCurve(
      slab: try slab([("brick", 0.115)]), channel: 3.45...3.55, limits: catalogue.limits)
    #expect(brick.loss(at: 89) == brick.loss(at: 75))
  }

  @Test("has a curve by angle that stays within 0.01 dB of the formula")
  func curve() throws {
    for layers in [[("concrete", 0.5)], [("glass", 0.006), ("air", 0.012), ("glass", 0.006)]] {
      let slab = try slab(layers)
      // A channel of no width, so that the formula at one frequency is the truth.
      let curve = LossCurve(
        slab: slab, channel: 3.5...3.5,
        limits: LossCurve.Limits(greatestLoss: Decibels(500), greatestAngle: 75))
      for angle in stride(from: 0.0, through: 75, by: 0.7) {
        let difference =
          curve.loss(at: Degrees(angle)).value
          - slab.loss(at: 3.5, incidence: Degrees(angle)).value
        #expect(abs(difference) < 0.01)
      }
    }
  }

  @Test("gives back no more power than it gets, and without losses all of it")
  func energy() throws {
    let lossless = RadioMaterial(
      name: "ideal", a: 4, b: 0, c: 0, d: 0, validity: 0.001...1000)
    let slabs = try catalogue.materials.map { try slab([($0.name, 0.05)]) }
    for angle in stride(from: 0.0, through: 85, by: 5) {
      for frequency in [Gigahertz(0.7), 3.5, 26] {
        for polarisation in LayeredSlab.Polarisation.allCases {
          func kept(_ slab: LayeredSlab) -> Double {
            let response = slab.response(
              at: frequency, incidence: Degrees(angle), polarisation)
            return pow(10, -response.transmissionLoss.value / 10)
              + pow(10, -response.reflectionLoss.value / 10)
          }
          for slab in slabs { #expect(kept(slab) <= 1 + 1e-9) }
          let pane = LayeredSlab([
            SlabLayer(material: lossless, thickness: 0.006),
            SlabLayer(material: try catalogue.material(named: "air"), thickness: 0.012),
            SlabLayer(material: lossless, thickness: 0.01),
          ])
          #expect(abs(kept(pane) - 1) < 1e-9)
        }
      }
    }
  }

  @Test("lets the same through from both sides, however it is layered")
  func reciprocal() throws {
    let there = try slab([("brick", 0.115), ("air", 0.05), ("concrete", 0.15)])
    let back = LayeredSlab(there.layers.reversed())
    for polarisation in LayeredSlab.Polarisation.allCases {
      let difference =
        there.response(at: 3.5, incidence: 40, polarisation).transmissionLoss.value
        - back.response(at: 3.5, incidence: 40, polarisation).transmissionLoss.value
      #expect(abs(difference) < 1e-9)
    }
  }

  @Test("is found by the name of its assembly, or the names are listed")
  func assemblies() throws {
    #expect(try catalogue.assembly(named: "cavity_wall").layers.count == 3)
    #expect {
      try catalogue.assembly(named: "straw")
    } throws: { "\($0)".contains("cavity_wall, double_glazing, low_e_glass") }
    #expect(catalogue.material(for: "Cavity wall") == nil)
    #expect(catalogue.material(for: "cavity")?.name == "air")
  }
}
