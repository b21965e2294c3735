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
    let needsAngle = shadows.contains { !$0.1.isConstant } || (floors?.count ?? 0) > 0
    let rows = RowBuffers(columns: grid.columns)
    var result = [Float](repeating: 0, count: grid.count)
    for row in 0..<grid.rows {
      let y = grid.centre(column: 0, row: row).y
      rows.reset(
        y: y - transmitter.y, rise: z - transmitter.z, first: x0 - transmitter.x, step: step,
        oneMetre: FreeSpace.lossDB(at: frequency), needsAngle: needsAngle)
      for (shadow, curve, share) in shadows {
        let hidden = shadow.cells(y: y, x0: x0, step: step, count: grid.columns)
        if hidden.isEmpty { continue }
        if curve.isConstant {
          rows.add(curve.samples[0] * share, over: hidden)
        } else {
          rows.add(curve, share: share, over: hidden, shadow.projection(y), x0: x0, step: step)
        }
      }
      if let floors, floors.count > 0 { rows.add(floors, rise: z - transmitter.z) }
      rows.write(to: &result, row: row)
    }
    return result
  }
}
