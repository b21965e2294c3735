import SeatForecast
import TwinModel

/// Moves of pupils because of changes of schools, as commands print them.
enum MoveTable {
  /// The moves with their walks, as far as these are known; empty without any.
  static func text(_ moves: [SchoolMove]) -> String {
    guard !moves.isEmpty else { return "" }
    let walks = WalkColumns(moves.compactMap(\.walk))
    var table = TextTable(
      columns: ["from", "to", "stage", "year", "pupils", "because"] + walks.heads)
    for move in moves {
      table.add(
        row: [
          move.from, move.to, move.stage.rawValue, "\(move.year)",
          "\(Int(move.pupils.rounded()))", move.reason.rawValue,
        ] + walks.cells(move.walk))
    }
    return table.text
  }
}

/// One move of pupils, as JSON has it.
struct SchoolMoveDocument: Encodable {
  let year: Int
  let stage: Stage
  let from: String
  let to: String
  let pupils: Double
  let reason: String
  /// From home to the new school (m); absent where homes are not known.
  let mean_walk_m: Double?
  /// Pupils who walk farther than is wanted; absent where that is not known.
  let far_pupils: Double?
  /// From home to the new school (min); absent where homes or speed are not known.
  let mean_walk_min: Double?
  /// Pupils who walk longer than is wanted; absent where that is not known.
  let long_pupils: Double?

  init(_ move: SchoolMove) {
    (year, stage, from, to) = (move.year, move.stage, move.from, move.to)
    (pupils, reason) = (move.pupils, move.reason.rawValue)
    (mean_walk_m, far_pupils) = (move.walk?.mean.value, move.walk?.far)
    (mean_walk_min, long_pupils) = (move.walk?.time?.value, move.walk?.long)
  }
}
