import Foundation
public import TwinModel

/// One layer of a slab.
public struct SlabLayer: Hashable, Sendable {
  /// What it is made of.
  public let material: RadioMaterial
  /// How thick it is; positive.
  public let thickness: Metres

  /// Creates a layer.
  public init(material: RadioMaterial, thickness: Metres) {
    self.material = material
    self.thickness = thickness
  }
}

/// A plane slab of any number of layers between air and air, and what it does to a plane wave.
///
/// Each layer of thickness D and permittivity η has, at incidence θ from the normal and wavelength
/// λ, the phase δ = (2π·D/λ)·r with r = √(η − sin²θ) and the admittance (free space = 1)
/// Y = r (TE) or η/r (TM). Its matrix is [cos δ, j·sin δ/Y; j·Y·sin δ, cos δ]; the product
/// [A, B; C, D] over all layers gives, with Y₀ = cos θ (TE) or 1/cos θ (TM),
/// T = 2/(A + B·Y₀ + C/Y₀ + D) and R = (A + B·Y₀ − C/Y₀ − D)·T/2. For one layer this is
/// T = (1 − R′²)·e^{−jδ}/(1 − R′²·e^{−2jδ}).
///
/// Source: ITU-R P.2040-4, §2.2.2.1 (slabs of layers) and §2.2.2.2 (one layer).
public struct LayeredSlab: Hashable, Sendable {
  /// The layers in the order in which the wave meets them; turning them round changes nothing in T.
  public let layers: [SlabLayer]

  /// Creates a slab; without layers it is air.
  public init(_ layers: [SlabLayer]) { self.layers = layers }

  /// Whole thickness.
  public var thickness: Metres { layers.reduce(.zero) { $0 + $1.thickness } }

  /// How the electric field lies against the plane of incidence.
  public enum Polarisation: Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case te, tm
  }

  /// What becomes of the power of a wave, in dB below the incident one (both not negative).
  public struct Response: Hashable, Sendable {
    /// Loss of the wave that goes through.
    public let transmissionLoss: Decibels
    /// Loss of the wave that is thrown back.
    public let reflectionLoss: Decibels
  }

  /// The response at one frequency, to which materials are clamped by their own range, at an angle
  /// from the normal, 0 ≤ θ < 90°.
  ///
  /// - Complexity: O(layers).
  public func response(
    at frequency: Gigahertz, incidence: Degrees, _ polarisation: Polarisation
  ) -> Response {
    let cosine = cos(incidence.value * .pi / 180)
    return response(at: frequency, cosine: cosine, polarisation)
  }

  /// Loss of an unpolarised wave at one frequency: −10·log ½(|T_TE|² + |T_TM|²).
  public func loss(at frequency: Gigahertz, incidence: Degrees) -> Decibels {
    Decibels(lossDB(at: frequency, cosine: cos(incidence.value * .pi / 180)))
  }

  /// Loss of an unpolarised wave over a channel: that of the mean power at the middles of 16 equal
  /// parts, at an angle from the normal, 0 ≤ θ < 90°.
  public func loss(over channel: ClosedRange<Gigahertz>, incidence: Degrees) -> Decibels {
    Decibels(lossDB(over: channel, cosine: cos(incidence.value * .pi / 180)))
  }

  // MARK: - By the cosine of the angle

  func lossDB(at frequency: Gigahertz, cosine: Double) -> Double {
    meanLossDB(
      Polarisation.allCases.map {
        response(at: frequency, cosine: cosine, $0).transmissionLoss.value
      })
  }

  /// Loss averaged over a channel: the mean of the power at the middles of `samples` equal parts.
  ///
  /// One frequency alone would show the resonances of the thickness, up to 2 dB within a channel.
  func lossDB(over channel: ClosedRange<Gigahertz>, cosine: Double, samples: Int = 16) -> Double {
    let (low, high) = (channel.lowerBound.value, channel.upperBound.value)
    return meanLossDB(
      (0..<samples).map { sample in
        let part = (Double(sample) + 0.5) / Double(samples)
        return lossDB(at: Gigahertz(low + part * (high - low)), cosine: cosine)
      })
  }

  private func response(
    at frequency: Gigahertz, cosine: Double, _ polarisation: Polarisation
  ) -> Response {
    let sineSquared = 1 - cosine * cosine
    let wavenumber = 2 * Double.pi * frequency.value * 1e9 / Physics.speedOfLight
    var (a, b, c, d) = (Complex(1), Complex(0), Complex(0), Complex(1))
    var attenuation = 0.0  // nepers, taken out of the matrices so that metal does not overflow
    for layer in layers {
      let eta = layer.material.permittivity(at: frequency)
      let root = (eta - Complex(sineSquared)).squareRoot
      let admittance = polarisation == .te ? root : eta / root
      let phase = root * (wavenumber * layer.thickness.value)
      let decay = max(0, -phase.im)
      attenuation += decay
      let forward = Complex.unit(phase.re)
      let backward = Complex.unit(-phase.re) * exp(-2 * decay)
      let cosDelta = (forward + backward) * 0.5
      let jSinDelta = (forward - backward) * 0.5
      let (b1, c1) = (jSinDelta / admittance, jSinDelta * admittance)
      (a, b, c, d) = (
        a * cosDelta + b * c1, a * b1 + b * cosDelta, c * cosDelta + d * c1, c * b1 + d * cosDelta
      )
    }
    let outer = polarisation == .te ? cosine : 1 / cosine
    let sum = a + d + b * outer + c * (1 / outer)
    let difference = a - d + b * outer - c * (1 / outer)
    let neperDB = 20 / log(10.0)
    return Response(
      transmissionLoss: Decibels(10 * log10(sum.power / 4) + neperDB * attenuation),
      reflectionLoss: Decibels(10 * log10(sum.power / difference.power)))
  }
}

/// The loss (dB) that belongs to the mean of the powers of several losses (dB); not NaN when they
/// are thousands of dB.
func meanLossDB(_ losses: [Double]) -> Double {
  guard let least = losses.min() else { return 0 }
  let sum = losses.reduce(0) { $0 + pow(10, -($1 - least) / 10) }
  return least - 10 * log10(sum / Double(losses.count))
}
