public import TwinModel

extension DevicePlacement {
  /// Boxes of a storey's floor to shade: served, once for each kind, and out of every device's reach.
  ///
  /// For looking at: the middle of a box decides.
  public func shades(of storey: GlobalID) -> (served: [PlanPolygon], blind: [PlanPolygon]) {
    var served: [PlanPolygon] = []
    var blind: [PlanPolygon] = []
    for area in areas where area.storey == storey {
      guard let solved = area.solved else { continue }
      let (task, plan, origin) = (solved.task, solved.plan, solved.origin)
      let views = plan.views + task.present
      for cell in FloorGrid(task.area, step: 250).cells where task.area.contains(cell.centre) {
        let box = PlanPolygon.rectangle(
          cell.min.x + origin.x, cell.min.y + origin.y, cell.max.x + origin.x,
          cell.max.y + origin.y)
        if views.count(where: { task.serves($0, cell.centre) }) >= task.times {
          served.append(box)
        } else if task.needs(cell.centre) {
          blind.append(box)
        }
      }
    }
    return (served, blind)
  }
}
