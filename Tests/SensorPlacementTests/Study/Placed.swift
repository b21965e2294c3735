import SeedFiles
import SensorPlacement
import TwinModel
import TwinTestSupport

/// A study run on one drawn storey.
struct Placed {
  let plan: StoreyPlan
  let output: StudyOutput

  /// Draws, runs with the rules of the seeds; `uses` are the room uses that capacity would have found.
  init(
    _ drawing: String, cell: Double, height: Double = 3, uses: [Character: String] = [:],
    above: [Element] = [], change: (inout StoreyPlan) -> Void = { _ in }
  ) throws {
    var plan = FloorPlan(drawing, cell: cell).storeyPlan(height: height)
    change(&plan)
    try self.init(
      plan,
      uses: Dictionary(uniqueKeysWithValues: uses.map { (GlobalID("room-\($0.key)"), $0.value) }),
      above: above)
  }

  /// Runs both types of detectors on a plan; `above` are the slabs, roofs and beams of its building.
  init(_ plan: StoreyPlan, uses: [GlobalID: String] = [:], above: [Element] = []) throws {
    self.plan = plan
    let storey = Storey(
      id: plan.storey, name: plan.name, elevation: plan.elevation, elements: above)
    let campus = Campus(
      id: try CampusID("school"), name: "School", kind: .new, stages: [.primary],
      buildings: [Building(id: plan.building, name: "A", storeys: [storey])])
    let facts = uses.map {
      Fact(.space($0.key), "room.use", .text($0.value), method: .model)
    }.sorted { $0.subject < $1.subject }
    output = try FireDetectorStudy(seeds: SeedFolder(path: Checkout.seeds))
      .run(StudyInput(campus: campus, plans: [plan], facts: facts))
  }

  /// Places in a room, as (x, y) in metres, ordered.
  func places(in room: Character) -> [Point2] {
    output.devices.filter { $0.space == GlobalID("room-\(room)") }
      .compactMap { $0.position?.plan }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  /// A number that was said of a room.
  func number(_ quantity: QuantityName, of room: Character) -> Double? {
    output.facts.first { $0.quantity == quantity && $0.subject.id == "room-\(room)" }?.value.number
  }

  /// The value that was said of the storey or the campus.
  func value(_ quantity: QuantityName) -> FactValue? {
    output.facts.first { $0.quantity == quantity }?.value
  }

  /// The codes of the findings, in order.
  var codes: [String] { output.findings.map(\.code) }
}
