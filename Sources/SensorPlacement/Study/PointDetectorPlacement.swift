public import TwinModel

/// Detectors that were placed, with the floor that they serve.
public struct PointDetectorPlacement: Sendable {
  /// An area of ceiling with its plan.
  struct Area {
    let storey: GlobalID
    let part: RoomTask.Part
    let plan: CeilingPlan
  }

  /// Facts, findings and devices.
  public let output: StudyOutput
  let areas: [Area]

  /// Boxes of a storey's floor to shade: within the radius of a detector of their area and in its sight,
  /// and what no detector of it serves.
  ///
  /// For looking at: the middle of a box decides.
  public func shades(of storey: GlobalID) -> (served: [PlanPolygon], blind: [PlanPolygon]) {
    var (served, blind): ([PlanPolygon], [PlanPolygon]) = ([], [])
    for area in areas where area.storey == storey {
      let (cover, places) = (area.part.cover, area.plan.places)
      for (middle, box) in cover.area.boxes(at: area.part.origin) {
        if places.contains(where: { cover.serves($0, middle) }) {
          served.append(box)
        } else {
          blind.append(box)
        }
      }
    }
    return (served, blind)
  }
}
