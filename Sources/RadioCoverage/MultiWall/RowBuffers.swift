import Foundation

/// The losses of one row of cells while they are being summed.
///
/// A class over raw memory: the row is the innermost loop of every study, and arrays would be checked
/// at each cell.
final class RowBuffers {
  private let columns: Int
  /// Sum so far (dB).
  private let loss: UnsafeMutablePointer<Double>
  /// One over the distance (1/m), where angles are needed.
  private let inverse: UnsafeMutablePointer<Double>
  /// Steps of constant losses, in units of 2⁻³² dB: what is added at one cell is taken away at
  /// another, and as whole numbers leaves nothing behind.
  private let steps: UnsafeMutablePointer<Int64>

  private static let fixedPoint = 0x1p32

  init(columns: Int) {
    self.columns = columns
    loss = .allocate(capacity: columns)
    inverse = .allocate(capacity: columns)
    steps = .allocate(capacity: columns + 1)
    loss.initialize(repeating: 0, count: columns)
    inverse.initialize(repeating: 0, count: columns)
    steps.initialize(repeating: 0, count: columns + 1)
  }

  deinit {
    loss.deallocate()
    inverse.deallocate()
    steps.deallocate()
  }

  /// Begins a row with free space; all lengths in m, from the transmitter.
  func reset(
    y: Double, rise: Double, first: Double, step: Double, oneMetre: Double, needsAngle: Bool
  ) {
    let plane = y * y + rise * rise
    let decibels = 10 / log(10.0)
    for column in 0..<columns {
      let dx = first + Double(column) * step
      let squared = dx * dx + plane
      loss[column] = oneMetre + decibels * log(max(squared, 1))
      if needsAngle { inverse[column] = squared > 0 ? 1 / squared.squareRoot() : 0 }
      steps[column] = 0
    }
    steps[columns] = 0
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
        loss[column] += share * (samples[index] + (samples[index + 1] - samples[index]) * part)
      }
    }
  }

  /// Adds floors by the angle from the vertical at each cell.
  func add(_ floors: MultiWallMap.Floors, rise: Double) {
    for column in 0..<columns {
      loss[column] +=
        Double(floors.count) * floors.curve.lossDB(cosine: abs(rise) * inverse[column])
    }
  }

  /// Writes the finished row.
  func write(to result: inout [Float], row: Int) {
    var sum: Int64 = 0
    let base = row * columns
    for column in 0..<columns {
      sum += steps[column]
      result[base + column] = Float(loss[column] + Double(sum) / Self.fixedPoint)
    }
  }
}
