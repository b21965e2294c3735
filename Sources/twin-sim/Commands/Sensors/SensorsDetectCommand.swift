import ArgumentParser
import SensorPlacement
import TwinModel
import TwinReport

/// `twin-sim sensors detect`: places for a number of devices, by how soon events are noticed.
struct SensorsDetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Place a number of devices so that simulated events are noticed soonest.",
    discussion: """
      Air sensors: every room where the catalogue puts the kind is the source of one event; air spreads
      through doors by seeds/detection/air-events.yaml. Smoke detectors: fires burn all over the floor and
      are noticed by the ceiling jet of seeds/detection/ceiling-jet.yaml. Printed are the chosen places,
      and for each number of devices up to --count the mean time until an event is reported, with a bound.

      EXAMPLES
        twin-sim sensors detect school.ifc --count 20
        twin-sim sensors detect school.ifc --count 20 --event aerosol --doors open --curve curve.csv
        twin-sim sensors detect school.ifc --count 60 --device smoke_detector --out detect
      """)

  @Argument(help: ArgumentHelp("Building model (IFC).", valueName: "model"))
  var file: String
  @Option(help: ArgumentHelp("Devices in all storeys together.", valueName: "devices"))
  var count: Int
  @Option(help: ArgumentHelp("The kind of device.", valueName: "kind"))
  var device = "air_quality"
  @Option(
    help: ArgumentHelp(
      "What happens in the air, a name of the seeds; the first when absent.", valueName: "event"))
  var event: String?
  @Option(help: "Whether doors stand open or closed, for air sensors.")
  var doors = DevicePlacement.Doors.closed
  @Option(help: ArgumentHelp("Write mean time against devices as CSV.", valueName: "file"))
  var curve: String?
  @Option(help: ArgumentHelp("Write lists and drawings into this folder.", valueName: "folder"))
  var out: String?
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 0...100_000 ~= count else { throw ValidationError("--count must be 0 to 100000.") }
  }

  func run() throws {
    let job = try DetectionJob(
      seeds: seeds.folder(), device: device, event: event, doors: doors)
    let result = try job.run(file, count: count)
    for finding in result.plan.findings {
      Console.note("\(result.name) \(finding.severity.rawValue): \(finding.message)")
    }
    if let curve { try OutputFile.write(result.curve, to: curve) }
    if let out { try result.write(to: OutputFolder(out)) }
    try output.show(DetectionDocument(result)) { text(result) }
  }

  private func text(_ result: DetectionResult) -> String {
    let plan = result.plan
    guard let last = plan.steps.last else {
      return "\(result.name): no room has a place for \(device)\n"
    }
    var rooms = TextTable("storey", "room", "x m", "y m", "z m")
    for spot in plan.devices {
      let cells = PlaceText.cells(spot.position)
      rooms.add(
        result.storeyName(spot.storey), result.roomName(spot.room), cells[0], cells[1], cells[2])
    }
    var table = TextTable("devices", "mean s", "at least s", "proven")
    for step in plan.steps.suffix(10) {
      table.add(
        "\(step.devices)", DetectionResult.tenths(step.meanTime),
        DetectionResult.tenths(step.bound), step.isProven ? "yes" : "no")
    }
    let missed = plan.events.count { $0.device == nil }
    return (plan.devices.isEmpty ? "" : rooms.text + "\n") + table.text
      + "\(last.devices) of \(count) devices at \(plan.candidates) places: \(plan.events.count) events, "
      + "\(missed) not noticed within \(Int(plan.horizon.value)) s\n"
  }
}

/// Detection as JSON.
private struct DetectionDocument: Encodable {
  struct Step: Encodable {
    let devices: Int
    let mean_s: Double
    let bound_s: Double
    let proven: Bool
  }

  struct Event: Encodable {
    let room: String
    let place: [Double]?
    let weight: Double
    let device: String?
    let time_s: Double
  }

  let schema_version = 1
  let model: String
  let candidates: Int
  let nodes: Int
  let horizon_s: Double
  let steps: [Step]
  let devices: [Device]
  let events: [Event]
  let findings: [Finding]

  init(_ result: DetectionResult) {
    let plan = result.plan
    let devices = plan.asDevices
    model = result.name
    candidates = plan.candidates
    nodes = plan.nodes
    horizon_s = plan.horizon.value
    steps = plan.steps.map {
      Step(
        devices: $0.devices, mean_s: $0.meanTime.value, bound_s: $0.bound.value,
        proven: $0.isProven)
    }
    self.devices = devices
    events = plan.events.map { event in
      Event(
        room: event.room.value, place: event.place.map { [$0.x, $0.y] }, weight: event.weight,
        device: event.device.map { devices[$0].id.value }, time_s: event.time.value)
    }
    findings = plan.findings
  }
}
