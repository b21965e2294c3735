/// The losses of one row of cells while they are being summed.
///
/// A class over raw memory: the row is the innermost loop of every study, and arrays would be checked
/// at each cell.
final class RowBuffers {
  private typealias Lanes = SIMD8<Float>
  private let columns: Int
  /// Free space beyond one metre, then everything (dB); whole lanes.
  private let total: UnsafeMutablePointer<Lanes>
  /// Losses that depend on the angle (dB), where there are any.
  private let angled: UnsafeMutablePointer<Double>
  /// One over the distance (1/m), where angles are needed.
  private let inverse: UnsafeMutablePointer<Double>
  /// Steps of constant losses, in units of 2⁻³² dB: what is added at one cell is taken away at
  /// another, and as whole numbers leaves nothing behind.
  private let steps: UnsafeMutablePointer<Int64>
  private var hasAngled = false

  private static let fixedPoint = 0x1p32

  init(columns: Int) {
    self.columns = columns
    let lanes = (columns + Lanes.scalarCount - 1) / Lanes.scalarCount
    total = .allocate(capacity: lanes)
    angled = .allocate(capacity: columns)
    inverse = .allocate(capacity: columns)
    steps = .allocate(capacity: columns + 1)
    total.initialize(repeating: .zero, count: lanes)
    angled.initialize(repeating: 0, count: columns)
    inverse.initialize(repeating: 0, count: columns)
    steps.initialize(repeating: 0, count: columns + 1)
  }

  deinit {
    total.deallocate()
    angled.deallocate()
    inverse.deallocate()
    steps.deallocate()
  }

  /// Begins a row with free space; all lengths in m, from the transmitter.
  func reset(y: Double, rise: Double, first: Double, step: Double, needsAngle: Bool) {
    hasAngled = needsAngle
    let plane = y * y + rise * rise
    steps.update(repeating: 0, count: columns + 1)
    if needsAngle {
      for column in 0..<columns {
        let dx = first + Double(column) * step
        let squared = dx * dx + plane
        inverse[column] = squared > 0 ? 1 / squared.squareRoot() : 0
        angled[column] = 0
      }
    }
    let ramp = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    let (origin, width, offset) = (Float(first), Float(step), Lanes(repeating: Float(plane)))
    for lane in 0..<(columns + Lanes.scalarCount - 1) / Lanes.scalarCount {
      let dx = (ramp + Float(lane * Lanes.scalarCount)) * width + origin
      let squared = dx * dx + offset
      total[lane] = decibels(squared.replacing(with: 1, where: squared .< 1))
    }
  }

  /// Adds a loss (dB) that does not depend on the angle.
  func add(_ constant: Double, over cells: Range<Int>) {
    let fixed = Int64((constant * Self.fixedPoint).rounded())
    steps[cells.lowerBound] += fixed
    steps[cells.upperBound] -= fixed
  }

  /// Adds a wall's loss by the angle at each cell.
  func add(
    _ curve: LossCurve, share: Double, over cells: Range<Int>,
    _ projection: (constant: Double, slope: Double), x0: Double, step: Double
  ) {
    curve.samples.withUnsafeBufferPointer { samples in
      let last = samples.count - 2
      let scale = Double(samples.count - 1) / (1 - curve.leastCosine)
      for column in cells {
        let along = projection.constant + projection.slope * (x0 + Double(column) * step)
        let cosine = abs(along) * inverse[column]
        let place = max((cosine - curve.leastCosine) * scale, 0)
        let index = min(Int(place), last)
        let part = min(place - Double(index), 1)
        angled[column] += share * (samples[index] + (samples[index + 1] - samples[index]) * part)
      }
    }
  }

  /// Adds floors by the angle from the vertical at each cell.
  func add(_ floors: MultiWallMap.Floors, rise: Double) {
    for column in 0..<columns {
      angled[column] +=
        Double(floors.count) * floors.curve.lossDB(cosine: abs(rise) * inverse[column])
    }
  }

  /// Writes the finished row at `place`, with the loss of free space over one metre (dB).
  func write(to result: UnsafeMutableBufferPointer<Float>, from place: Int, oneMetre: Float) {
    var sum: Int64 = 0
    total.withMemoryRebound(to: Float.self, capacity: columns) { total in
      if hasAngled {
        for column in 0..<columns {
          sum += steps[column]
          let walls = angled[column] + Double(sum) / Self.fixedPoint
          result[place + column] = Float(walls + Double(total[column] + oneMetre))
        }
      } else {
        for column in 0..<columns {
          sum += steps[column]
          result[place + column] =
            total[column] + oneMetre + Float(Double(sum) * (1 / Self.fixedPoint))
        }
      }
    }
  }
}

/// 10·log₁₀ of eight positive numbers, within 2·10⁻⁵ dB.
///
/// x = 2ᵉ·m with m in √½…√2; ln m = 2·artanh((m − 1)/(m + 1)), whose series is cut after the ninth
/// power: the rest is below 10⁻⁹.
private func decibels(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
  let exponent = (bits &- 0x3F35_04F3) &>> 23
  let mantissa = unsafeBitCast(bits &- (exponent &<< 23), to: SIMD8<Float>.self)
  let s = (mantissa - 1) / (mantissa + 1)
  let z = s * s
  var series = z * Float(2.0 / 9) + Float(2.0 / 7)
  series = series * z + Float(2.0 / 5)
  series = series * z + Float(2.0 / 3)
  series = (series * z + 2) * s
  // A whole number below 2²² added to the bits of 1.5·2²³ is that number, as a float, above it.
  let power = unsafeBitCast(exponent &+ 0x4B40_0000, to: SIMD8<Float>.self) - 12_582_912
  return power * Float(3.010_299_957) + series * Float(4.342_944_819)
}
