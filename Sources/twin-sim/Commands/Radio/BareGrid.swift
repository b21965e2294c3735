import RadioCoverage
import TwinModel

/// Cells for maps from bare walls.
enum BareGrid {
  /// More values than this are a mistake, not a map.
  static let most = 100_000_000

  /// Cells over the box of walls and sites.
  static func over(
    _ walls: [WallSegment], _ sites: [Point3], cellM: Double, file: String
  ) throws -> CellGrid {
    let points = walls.flatMap { [$0.start, $0.end] } + sites.map(\.plan)
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (west, south) = (xs.min() ?? 0, ys.min() ?? 0)
    // A box of whole cells must not get one more by rounding.
    let columns = max(((xs.max() ?? 0) - west) / cellM - 1e-9, 0).rounded(.up)
    let rows = max(((ys.max() ?? 0) - south) / cellM - 1e-9, 0).rounded(.up)
    guard columns * rows * Double(sites.count) <= Double(most) else {
      throw CommandFailure(
        .badInput,
        "\(file): \(Int(columns)) × \(Int(rows)) cells for \(sites.count) sites are more than "
          + "\(most) values; use a larger --cell-m or check the units")
    }
    return CellGrid(
      origin: Point2(west, south), cell: Metres(cellM), columns: max(Int(columns), 1),
      rows: max(Int(rows), 1))
  }
}
