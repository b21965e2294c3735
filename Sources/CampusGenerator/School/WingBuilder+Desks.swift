import TwinModel

extension WingBuilder {
  /// Depth (along the room) and width of a desk for one pupil.
  ///
  /// Source: GB 50099-2011 5.2.1.
  static let deskSize = (depth: 400, width: 600)

  /// Desks of an ordinary classroom, blackboard in the west: pairs with aisles of 0.6 m, rows 0.9 m
  /// apart, 2.2 m free in front and 1.1 m behind; no more than a full class.
  ///
  /// Source: GB 50099-2011 5.2.2.
  func desks(in room: RoomDesign) -> [DeskDesign] {
    let floor = room.floor
    let rows = (floor.width - 2200 - 1100 - Self.deskSize.depth) / 900 + 1
    let pairs = (floor.depth - 300 + 600) / (2 * Self.deskSize.width + 600)
    let taken = pairs * 2 * Self.deskSize.width + (pairs - 1) * 600
    let side = (floor.depth - taken) / 2
    let isPrimary = !design.hasSecondary || room.longName.hasPrefix(Stage.primary.chinese)
    let limit = (isPrimary ? Stage.primary : .senior).designClassSize
    var desks: [DeskDesign] = []
    for row in 0..<rows {
      for seat in 0..<2 * pairs where desks.count < limit {
        let y = side + seat * Self.deskSize.width + seat / 2 * 600
        desks.append(
          DeskDesign(room: room.number, x: floor.x0 + 2200 + row * 900, y: floor.y0 + y))
      }
    }
    return desks
  }
}
