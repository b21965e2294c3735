import Foundation
public import TwinModel

/// Path loss from one transmitter to every cell of a storey: free space, plus the walls on the
/// straight way, plus the floors between.
///
/// PL = 20·log(4π·d·f/c) + Σ wall losses(angle) + n·floor loss(angle), d ≥ 1 m. Walls are met where
/// the ray passes their segment (see ``WallScene``); a floor slab is met once for each storey between
/// transmitter and receiver, at the angle of the ray from the vertical. Nothing is reflected or bent.
///
/// The walls are counted by shadow intervals: on each row of cells a segment's shadow is one interval
/// (``SegmentShadow``), so that the cost is rows × segments, plus the cells in shadows.
///
/// Source: COST 231 final report, §4.7 (multi-wall model), with ITU-R P.2040-4 slabs in place of
/// tabulated wall classes.
public struct MultiWallMap: Sendable {
  /// The cells.
  public let grid: CellGrid
  /// Height of the receivers above the local zero.
  public let receiverHeight: Metres
  /// Carrier.
  public let frequency: Gigahertz

  /// Creates a map over `grid` at `receiverHeight` (above the local zero).
  public init(grid: CellGrid, receiverHeight: Metres, frequency: Gigahertz) {
    self.grid = grid
    self.receiverHeight = receiverHeight
    self.frequency = frequency
  }

  /// Floors between the transmitter's storey and the receivers'.
  public struct Floors: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// Loss of one.
    public var curve: LossCurve

    /// Creates a number of equal floors.
    public init(count: Int, curve: LossCurve) {
      self.count = count
      self.curve = curve
    }
  }

  /// Path losses (dB) from `transmitter`, one for each cell, row by row from the lowest y.
  ///
  /// - Complexity: O(rows · segments + cells in shadows).
  public func pathLoss(
    from transmitter: Point3, through scenes: [WallScene], floors: Floors? = nil
  ) -> [Float] {
    let z = receiverHeight.value
    let x0 = grid.origin.x + grid.cell.value / 2
    let step = grid.cell.value
    let shadows = scenes.flatMap { scene in
      scene.segments.compactMap { segment -> (SegmentShadow, LossCurve, Double)? in
        let shadow = SegmentShadow(segment, from: transmitter, receiverHeight: z)
        return shadow.isReachable ? (shadow, scene.curves[segment.curve], segment.share) : nil
      }
    }
    let oneMetre = FreeSpace.lossDB(at: frequency)
    let rise = z - transmitter.z
    var result = [Float](repeating: 0, count: grid.count)
    var loss = [Double](repeating: 0, count: grid.columns)
    var steps = [Int64](repeating: 0, count: grid.columns + 1)
    var inverse = loss
    for row in 0..<grid.rows {
      let y = grid.centre(column: 0, row: row).y
      let plane = (y - transmitter.y) * (y - transmitter.y) + rise * rise
      for column in 0..<grid.columns {
        let dx = x0 + Double(column) * step - transmitter.x
        let squared = dx * dx + plane
        loss[column] = oneMetre + 10 * log10(max(squared, 1))
        inverse[column] = squared > 0 ? 1 / squared.squareRoot() : 0
        steps[column] = 0
      }
      steps[grid.columns] = 0
      for (shadow, curve, share) in shadows {
        let hidden = shadow.cells(y: y, x0: x0, step: step, count: grid.columns)
        if hidden.isEmpty { continue }
        if curve.isConstant {
          let fixed = Int64((curve.samples[0] * share * Self.fixedPoint).rounded())
          steps[hidden.lowerBound] += fixed
          steps[hidden.upperBound] -= fixed
        } else {
          let (constant, slope) = shadow.projection(y)
          for column in hidden {
            let along = constant + slope * (x0 + Double(column) * step)
            loss[column] += share * curve.lossDB(cosine: abs(along) * inverse[column])
          }
        }
      }
      var sum: Int64 = 0
      for column in 0..<grid.columns {
        sum += steps[column]
        if let floors, floors.count > 0 {
          let cosine = abs(rise) * inverse[column]
          loss[column] += Double(floors.count) * floors.curve.lossDB(cosine: cosine)
        }
        result[row * grid.columns + column] = Float(
          loss[column] + Double(sum) / Self.fixedPoint)
      }
    }
    return result
  }

  /// Constant losses are added and taken away again along a row: as whole numbers, so that nothing
  /// is left behind.
  private static let fixedPoint = 0x1p32
}
