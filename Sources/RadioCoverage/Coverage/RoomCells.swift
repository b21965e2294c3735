import TwinModel

/// The cells of a storey's rooms: a cell belongs to the first room that its centre lies in.
struct RoomCells {
  let grid: CellGrid
  /// Index of the room in ``StoreyPlan/rooms``, cell by cell; −1 outside rooms.
  let room: [Int]
  /// Cells of each room.
  let cells: [[Int]]

  /// More cells than this are a mistake of the model, not a school.
  static let most = 4_000_000

  /// Lays cells over the rooms' box; nil when there are no rooms, or more than ``most`` cells.
  init?(plan: StoreyPlan, cell: Metres) {
    let boxes = plan.rooms.flatMap(\.outline).filter { $0.outer.count >= 3 }.map(\.bounds)
    guard let first = boxes.first else { return nil }
    let box = boxes.dropFirst().reduce(first) { all, one in
      (
        PlanPoint(min(all.min.x, one.min.x), min(all.min.y, one.min.y)),
        PlanPoint(max(all.max.x, one.max.x), max(all.max.y, one.max.y))
      )
    }
    let columns = (Double(box.max.x - box.min.x) / 1000 / cell.value).rounded(.up)
    let rows = (Double(box.max.y - box.min.y) / 1000 / cell.value).rounded(.up)
    guard columns * rows <= Double(Self.most), columns > 0, rows > 0 else { return nil }
    let grid = CellGrid(
      origin: plan.local(box.min), cell: cell, columns: Int(columns), rows: Int(rows))
    var room = [Int](repeating: -1, count: grid.count)
    var cells = [[Int]](repeating: [], count: plan.rooms.count)
    func millimetres(_ index: Int) -> Int64 {
      Int64(((Double(index) + 0.5) * cell.value * 1000).rounded())
    }
    func indices(_ low: Int64, _ high: Int64, _ count: Int) -> Range<Int> {
      let first = Int(Double(low) / 1000 / cell.value)
      return first..<max(first, min(Int(Double(high) / 1000 / cell.value) + 1, count))
    }
    for (index, planRoom) in plan.rooms.enumerated() {
      for polygon in planRoom.outline where polygon.outer.count >= 3 {
        let bounds = polygon.bounds
        for row in indices(bounds.min.y - box.min.y, bounds.max.y - box.min.y, grid.rows) {
          for column in indices(bounds.min.x - box.min.x, bounds.max.x - box.min.x, grid.columns) {
            let place = row * grid.columns + column
            let centre = PlanPoint(
              box.min.x + millimetres(column), box.min.y + millimetres(row))
            guard room[place] < 0, polygon.contains(centre) else { continue }
            room[place] = index
            cells[index].append(place)
          }
        }
      }
    }
    self.grid = grid
    self.room = room
    self.cells = cells
  }

  /// The centre of a cell by its index.
  func centre(_ cell: Int) -> Point2 {
    grid.centre(column: cell % grid.columns, row: cell / grid.columns)
  }
}
