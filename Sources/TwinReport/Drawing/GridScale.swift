import TwinModel

/// Classes and colours of a map.
///
/// The lowest class, below the target of its quantity, has a colour of its own; the others go from
/// dark (weak) to bright (strong) in equal steps, so fine that a wall shows on a map as a wall.
struct GridScale {
  /// What the map shows, with its unit.
  let title: String
  /// Lower bounds of the classes from the second up.
  let bounds: [Float]

  /// The classes of a quantity.
  ///
  /// SS-RSRP has steps of 5 dB from the target of operators indoors, −110 dBm; Wi-Fi from −67 dBm, the
  /// least level that planners design for; SINR steps of 3 dB from the operators' 3 dB.
  init(_ quantity: QuantityName) {
    switch quantity {
    case "grid.ss_rsrp", "grid.outdoor_ss_rsrp":
      title = "SS-RSRP, dBm"
      bounds = Array(stride(from: -110, through: -45, by: 5))
    case "grid.wifi_rssi":
      title = "Wi-Fi, dBm"
      bounds = Array(stride(from: -67, through: -27, by: 4))
    default:
      title = quantity == "grid.busy_sinr" ? "SINR in the busiest lesson, dB" : "SS-SINR, dB"
      bounds = Array(stride(from: 3, through: 33, by: 3))
    }
  }

  /// One colour a class, from the lowest.
  var colours: [String] {
    [Self.belowTarget]
      + bounds.indices.map { Self.colour(Double($0) / Double(max(bounds.count - 1, 1))) }
  }

  /// The class of a value, from 0; nil for NaN.
  func level(_ value: Float) -> Int? { value.isNaN ? nil : bounds.count { value >= $0 } }

  private static let belowTarget = "#c51b7d"

  /// Steps of the scale viridis, which stays even for colour-blind eyes and in grey print.
  ///
  /// Source: Smith, van der Walt: A better default colormap for matplotlib, SciPy 2015.
  private static let steps: [[Double]] = [
    [68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142], [31, 158, 137],
    [53, 183, 121], [109, 205, 89], [180, 222, 44], [253, 231, 37],
  ]

  /// The colour at a share of the way from weak to strong.
  private static func colour(_ share: Double) -> String {
    let place = share * Double(steps.count - 1)
    let index = min(Int(place), steps.count - 2)
    let channels = zip(steps[index], steps[index + 1]).map { low, high in
      Int((low + (high - low) * (place - Double(index))).rounded())
    }
    return "#"
      + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The legend of a map: a box for each class with its bounds.
struct GridLegend {
  let scale: GridScale
  /// Height of the letters, in centimetres of the plan.
  let letters: Double

  init(_ scale: GridScale, letters: Double) {
    self.scale = scale
    self.letters = letters
  }

  /// Draws it with its upper left corner at (`left`, `top`), as wide as it needs and `width` allows.
  func draw(from left: Double, at top: Double, width: Double, in svg: inout SVG) {
    let size = "font-size=\"\(SVG.number(letters * 0.8))\""
    svg.words(scale.title, left, top + letters, size)
    let box = min(width / Double(scale.colours.count), letters * 2.4)
    // Bounds that would run into one another are left out.
    let every = Int((letters * 2 / box).rounded(.up))
    for (index, colour) in scale.colours.enumerated() {
      let x = left + Double(index) * box
      svg.rectangle(x, top + letters * 1.3, box, letters, "fill=\"\(colour)\" opacity=\"0.8\"")
      guard index > 0, (index - 1).isMultiple(of: every) else { continue }
      svg.words(
        "\(Int(scale.bounds[index - 1]))", x, top + letters * 3.1, "text-anchor=\"middle\" \(size)")
    }
  }
}
