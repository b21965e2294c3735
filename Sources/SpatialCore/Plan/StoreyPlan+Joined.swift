public import TwinModel

extension StoreyPlan {
  /// Several plans of one height as one, for a picture of a campus; nil for none.
  ///
  /// Name, number and heights are those of the first. Origins are whole metres, so that nothing is
  /// rounded.
  public static func joined(_ plans: [StoreyPlan]) -> StoreyPlan? {
    guard var result = plans.first else { return nil }
    for plan in plans.dropFirst() {
      let shift = PlanPoint(
        PlanFrame.millimetres(plan.origin.x - result.origin.x),
        PlanFrame.millimetres(plan.origin.y - result.origin.y))
      result.rooms += plan.rooms.map { room in
        var room = room
        room.outline = room.outline.map { $0.shifted(by: shift) }
        return room
      }
      result.walls += plan.walls.map { wall in
        var wall = wall
        wall.outline = wall.outline.map { $0.shifted(by: shift) }
        return wall
      }
      result.openings += plan.openings.map { opening in
        var opening = opening
        opening.start = opening.start.shifted(by: shift)
        opening.end = opening.end.shifted(by: shift)
        return opening
      }
      func moved(_ obstacle: PlanObstacle) -> PlanObstacle {
        var obstacle = obstacle
        obstacle.outline = obstacle.outline.map { $0.shifted(by: shift) }
        return obstacle
      }
      result.obstacles += plan.obstacles.map(moved)
      result.stairs += plan.stairs.map(moved)
      result.devices += plan.devices
    }
    return result
  }
}

extension PlanPolygon {
  fileprivate func shifted(by shift: PlanPoint) -> PlanPolygon {
    PlanPolygon(
      outer: outer.map { $0.shifted(by: shift) },
      holes: holes.map { $0.map { $0.shifted(by: shift) } })
  }
}

extension PlanPoint {
  fileprivate func shifted(by shift: PlanPoint) -> PlanPoint {
    PlanPoint(x + shift.x, y + shift.y)
  }
}
