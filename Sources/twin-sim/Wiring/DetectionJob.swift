import Foundation
import SchoolCapacity
import SeedFiles
import SensorPlacement
import SpatialCore
import TwinModel
import TwinReport

/// Places devices in a model by how soon they notice events.
struct DetectionJob {
  private let capacity: CapacityStudy
  private let study: Study

  private enum Study {
    case air(AirDetectionStudy)
    case smoke(SmokeDetectionStudy)
  }

  init(
    seeds: SeedFolder, device: String, event: String?, doors: DevicePlacement.Doors
  ) throws {
    let smoke = PointDetectorRules.DetectorType.smoke
    if device == smoke.rawValue {
      study = .smoke(
        SmokeDetectionStudy(
          jet: try CeilingJet(seeds: seeds), rules: try PointDetectorRules(smoke, seeds: seeds)))
    } else {
      let catalogue = try DeviceCatalogue(seeds: seeds)
      guard catalogue.kinds.contains(device) else {
        throw CommandFailure(
          .usage,
          "no device of kind “\(device)”; there are \(smoke.rawValue) and, for what is in the air, "
            + catalogue.kinds.joined(separator: ", "))
      }
      let rules = try AirEventRules(seeds: seeds)
      guard
        let happening = event.map({ id in rules.events.first { $0.id == id } }) ?? rules.events[0]
      else {
        throw CommandFailure(
          .usage,
          "no event “\(event ?? "")”; the seeds have "
            + rules.events.map(\.id).joined(separator: ", "))
      }
      study = .air(
        AirDetectionStudy(
          rules: rules, event: happening, types: catalogue.types(of: device), doors: doors))
    }
    capacity = try CapacityStudy.load(from: seeds, classSize: BareCampus.classSize)
  }

  func run(_ path: String, count: Int) throws -> DetectionResult {
    let campus = try BareCampus.read(path)
    let plans = StoreyPlanBuilder.plans(of: campus).plans
    let facts = try capacity.run(StudyInput(campus: campus, plans: plans)).facts
    let plan =
      switch study {
      case .air(let study): try study.run(plans, facts: facts, count: count)
      case .smoke(let study): try study.run(plans, facts: facts, count: count)
      }
    return DetectionResult(
      name: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, plans: plans,
      capacity: facts, plan: plan)
  }
}

/// What was placed in one model by how soon events are noticed.
struct DetectionResult {
  let name: String
  let plans: [StoreyPlan]
  let capacity: [Fact]
  let plan: DetectionPlan

  /// Seconds to a tenth.
  static func tenths(_ time: Seconds) -> String { "\((time.value * 10).rounded() / 10)" }

  func storeyName(_ id: GlobalID) -> String {
    plans.first { $0.storey == id }?.name ?? id.value
  }

  func roomName(_ id: GlobalID) -> String {
    plans.lazy.flatMap(\.rooms).first { $0.id == id }?.name ?? id.value
  }

  /// Mean time against devices as CSV.
  var curve: String {
    (["devices,mean_s,at_least_s,proven"]
      + plan.steps.map {
        "\($0.devices),\($0.meanTime.value),\($0.bound.value),\($0.isProven ? "yes" : "no")"
      }).map { $0 + "\n" }.joined()
  }

  /// Writes devices, events and a drawing of every storey.
  func write(to folder: OutputFolder) throws {
    let devices = plan.asDevices
    var lines = ["id,kind,room,room_name,x_m,y_m,z_m,height_m"]
    for (device, spot) in zip(devices, plan.devices) {
      lines.append(
        CSVLine.text(
          [
            device.id.value, spot.kind, spot.room.value, roomName(spot.room),
          ] + PlaceText.cells(spot.position) + ["\(spot.height.value)"]))
    }
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "\(name)/devices.csv")
    lines = ["room,x_m,y_m,weight,device,time_s"]
    for event in plan.events {
      lines.append(
        CSVLine.text([
          event.room.value, event.place.map { PlaceText.metres($0.x) } ?? "",
          event.place.map { PlaceText.metres($0.y) } ?? "", "\(event.weight)",
          event.device.map { devices[$0].id.value } ?? "", "\(event.time.value)",
        ]))
    }
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "\(name)/events.csv")
    try StoreyDrawings(plans: plans, capacity: capacity, devices: devices)
      .write(to: folder, under: name)
  }
}
