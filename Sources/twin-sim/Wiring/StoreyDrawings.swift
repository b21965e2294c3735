import SensorPlacement
import TwinModel
import TwinReport

/// A drawing of every storey with devices.
struct StoreyDrawings {
  let plans: [StoreyPlan]
  /// What capacity found: uses of rooms, for their colours.
  let capacity: [Fact]
  let devices: [Device]

  /// Writes `storey-1.svg` and so on under `name`; `shades` says which floor of a storey is served, and
  /// which nothing can serve.
  func write(
    to folder: OutputFolder, under name: String,
    shades: (GlobalID) -> (served: [PlanPolygon], blind: [PlanPolygon]) = { _ in ([], []) }
  ) throws {
    let uses = Dictionary(
      capacity.filter { $0.quantity == "room.use" }.compactMap { fact in
        fact.value.text.map { (GlobalID(fact.subject.id), $0) }
      }, uniquingKeysWith: { first, _ in first })
    for (index, plan) in plans.enumerated() {
      let rooms = Set(plan.rooms.map(\.id))
      let own = devices.filter { $0.space.map(rooms.contains) ?? false }
      let (served, blind) = shades(plan.storey)
      let layers = StoreyPlanDrawing.Layers(
        uses: uses, devices: own, served: served, blind: blind)
      guard let drawing = StoreyPlanDrawing(plan, layers: layers) else { continue }
      try folder.write(drawing.document(), to: "\(name)/storey-\(index + 1).svg")
    }
  }
}
