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
      for (middle, box) in task.area.boxes(at: origin) {
        if views.count(where: { task.serves($0, middle) }) >= task.times {
          served.append(box)
        } else if task.needs(middle) {
          blind.append(box)
        }
      }
    }
    return (served, blind)
  }
}

extension DetectionArea {
  /// Boxes of the floor to shade: the middle of each in the area, and the box in the plan.
  func boxes(at origin: PlanPoint) -> [(middle: PlanPoint, box: PlanPolygon)] {
    FloorGrid(self, step: 250).cells.filter { contains($0.centre) }.map { cell in
      let box = PlanPolygon.rectangle(
        cell.min.x + origin.x, cell.min.y + origin.y, cell.max.x + origin.x, cell.max.y + origin.y)
      return (cell.centre, box)
    }
  }
}
