extension WingBuilder {
  /// The stair that rises from a stairs room: up along its west side, back along its east side.
  ///
  /// Treads of 0.28 m; risers of 0.15 m, the most that primary pupils may have.
  ///
  /// Source: GB 50099-2011 8.7.3.
  func stair(in room: RoomDesign) -> StairDesign {
    let tread = 280
    let risersInFlight = wing.storeyHeight / 2 / 150
    let gap = 100
    let landing = 1800
    let run = (risersInFlight - 1) * tread
    let floor = room.floor
    return StairDesign(
      room: room.number,
      ground: PlanRectangle(
        x0: floor.x0, y0: floor.y1 - landing - run, x1: floor.x1, y1: floor.y1),
      risersInFlight: risersInFlight, riser: wing.storeyHeight / 2 / risersInFlight, tread: tread,
      flightWidth: (floor.width - gap) / 2)
  }
}
