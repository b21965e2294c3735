/// One room of a band, before it has a place.
struct Cell: Hashable, Sendable {
  var use: RoomUse
  /// Clear width along the band, in millimetres.
  var width: Int
  /// Said in the long name, in schools of several stages.
  var stageName = ""
}

/// Rooms side by side from west to east, all of one depth.
struct Band: Hashable, Sendable {
  var depth: Int
  var cells: [Cell]
}

/// One storey as bands from south to north; one of them gives access to the others.
struct StoreyLayout: Hashable, Sendable {
  var bands: [Band]
  /// Index of the corridor (or hall) that the other bands' doors open to.
  var access: Int
}

/// A building as layouts of its storeys, all of one length and depth.
struct WingLayout: Hashable, Sendable {
  var letter: String
  var name: String
  /// Between the inner faces of the gable walls, in millimetres.
  var clearLength: Int
  /// From floor to floor, in millimetres.
  var storeyHeight: Int
  var storeys: [StoreyLayout]
}

/// Fills a band of `length` with `cells` and a partition of `partition` between each two.
///
/// A rest that is wide enough becomes a room of use `filler`; a smaller one widens the last cell
/// that may be widened, so that the band always ends at the gable.
func fillBand(
  _ cells: [Cell], length: Int, partition: Int, filler: RoomUse = .store
) -> [Cell] {
  let leastFiller = 2400
  var cells = cells
  let rest = length - bandLength(cells, partition: partition)
  if rest == 0 { return cells }
  // Stairs keep their place at the end: what fills goes before them.
  let end = cells.last?.use == .stairs ? cells.count - 1 : cells.count
  if rest >= leastFiller + partition {
    cells.insert(Cell(use: filler, width: rest - partition), at: end)
  } else if end > 0 {
    cells[end - 1].width += rest
  }
  return cells
}

/// Length of cells with a partition between each two, in millimetres.
func bandLength(_ cells: [Cell], partition: Int) -> Int {
  cells.reduce(0) { $0 + $1.width } + max(0, cells.count - 1) * partition
}
