import RadioCoverage
import TwinModel

/// A slab, a wave and an angle, all of which can be computed.
struct SlabQuestion {
  let slab: LayeredSlab
  let frequency: Gigahertz
  let angle: Degrees
  let bandwidth: Gigahertz?

  /// Checks the values.
  ///
  /// - Throws: ``BatchProblem`` naming the first that is out of range.
  init(slab: LayeredSlab, frequency: Double, angle: Double, bandwidth: Double?) throws {
    guard (0.001...1000).contains(frequency) else {
      throw BatchProblem("out of range: the frequency is \(frequency) GHz; expected 0.001 to 1000")
    }
    guard (0..<90).contains(angle) else {
      throw BatchProblem(
        "out of range: the angle is \(angle)°; expected 0 up to below 90, from the normal")
    }
    if let bandwidth, !(bandwidth > 0 && bandwidth < 2000 * frequency) {
      throw BatchProblem(
        "out of range: the bandwidth is \(bandwidth) MHz; expected a channel around the frequency")
    }
    self.slab = slab
    self.frequency = Gigahertz(frequency)
    self.angle = Degrees(angle)
    self.bandwidth = bandwidth.map { Gigahertz($0 / 1000) }
  }

  /// The channel; nil for a single frequency.
  var channel: ClosedRange<Gigahertz>? {
    bandwidth.map { width in
      let half = Gigahertz(width.value / 2)
      return frequency - half...frequency + half
    }
  }
}

/// What a slab does to a wave; losses in dB, not negative.
struct SlabAnswer {
  /// More is not told apart: 10⁻⁶⁰ of the power is no power, and other programs end there too.
  static let greatest = 600.0

  let words: String
  let loss: Double
  let throughTE: Double
  let throughTM: Double
  let backTE: Double
  let backTM: Double
  let notes: [String]

  init(_ question: SlabQuestion) {
    let (slab, frequency, angle) = (question.slab, question.frequency, question.angle)
    let te = slab.response(at: frequency, incidence: angle, .te)
    let tm = slab.response(at: frequency, incidence: angle, .tm)
    let mean =
      question.channel.map { slab.loss(over: $0, incidence: angle).value }
      ?? slab.loss(at: frequency, incidence: angle).value
    words =
      slab.layers.isEmpty
      ? "air"
      : slab.layers.map {
        "\($0.material.name) \(ModelRangeText.number(rounded(1000 * $0.thickness.value))) mm"
      }.joined(separator: ", ")
    loss = min(mean, Self.greatest)
    throughTE = min(te.transmissionLoss.value, Self.greatest)
    throughTM = min(tm.transmissionLoss.value, Self.greatest)
    backTE = te.reflectionLoss.value
    backTM = tm.reflectionLoss.value
    var notes: [String] = []
    if mean > Self.greatest {
      notes.append(
        "capped: the formula gives \(Int(mean.rounded())) dB, more than 600 counts as 600")
    }
    for (index, layer) in slab.layers.enumerated()
    where !(layer.material.validity ~= frequency)
      && !slab.layers[..<index].contains(where: { $0.material == layer.material })
    {
      let band = layer.material.validity
      notes.append(
        "clamped: \(layer.material.name) is described for "
          + "\(ModelRangeText.number(band.lowerBound.value)) to "
          + "\(ModelRangeText.number(band.upperBound.value)) GHz, the nearest of which was taken")
    }
    self.notes = notes
  }
}

/// A thickness (mm) without the noise of its conversion.
private func rounded(_ value: Double) -> Double { (1e6 * value).rounded() / 1e6 }

extension MaterialCatalogue {
  /// A slab from `material:mm,material:mm`.
  ///
  /// - Throws: ``BatchProblem`` for a word that is no layer, ``RadioError`` for an unknown material.
  func slab(_ text: String) throws -> LayeredSlab {
    var layers: [SlabLayer] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let thickness = Double(parts[1]) else {
        throw BatchProblem("“\(word)” is no layer; expected material:mm, such as glass:6")
      }
      layers.append(
        try layer(material(spelled: String(parts[0])), thickness: thickness / 1000))
    }
    return LayeredSlab(layers)
  }

  /// The material of a row's name, in upper or lower case, with blanks, or as other programs write
  /// P.2040's names (`itu_ceiling_board`).
  ///
  /// - Throws: ``RadioError/unknownMaterial(_:)``.
  func material(spelled name: String) throws(RadioError) -> RadioMaterial {
    let plain = name.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    let row = plain.hasPrefix("itu_") ? String(plain.dropFirst(4)) : plain
    do { return try material(named: row) } catch { throw RadioError.unknownMaterial(name) }
  }

  /// A layer of checked thickness (m).
  func layer(_ material: RadioMaterial, thickness: Double) throws -> SlabLayer {
    guard thickness > 0, thickness <= 10 else {
      throw BatchProblem(
        "out of range: the thickness is \(thickness) m; expected above 0, up to 10 m")
    }
    return SlabLayer(material: material, thickness: Metres(thickness))
  }
}
