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
/// (``ShadowTable``), so that the cost is rows × segments + cells, plus the cells in shadows of walls
/// whose loss depends on the angle.
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
    let table = ShadowTable(scenes, from: transmitter, receiverHeight: z, grid: grid)
    let needsAngle = table.needsAngle || (floors?.count ?? 0) > 0
    let (first, step) = (grid.centre(column: 0, row: 0), grid.cell.value)
    let rows = RowBuffers(columns: grid.columns)
    return [Float](unsafeUninitializedCapacity: grid.count) { result, count in
      for row in 0..<grid.rows {
        let y = grid.centre(column: 0, row: row).y
        rows.reset(
          y: y - transmitter.y, rise: z - transmitter.z, first: first.x - transmitter.x, step: step,
          needsAngle: needsAngle)
        table.forEach(row: row) { entry, hidden in
          if let constant = entry.constant {
            rows.add(constant, over: hidden)
          } else {
            rows.add(
              table.curves[entry.curve], share: entry.share, over: hidden,
              entry.shadow.projection(y), x0: first.x, step: step)
          }
        }
        if let floors, floors.count > 0 { rows.add(floors, rise: z - transmitter.z) }
        rows.write(to: result, from: row * grid.columns, oneMetre: oneMetre)
      }
      count = grid.count
    }
  }

  private var oneMetre: Float { Float(FreeSpace.lossDB(at: frequency)) }
}
