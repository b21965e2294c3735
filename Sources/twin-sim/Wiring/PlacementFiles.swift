import Foundation
import SensorPlacement
import TwinExchange
import TwinModel
import TwinReport

/// Lists and drawings of a placement.
struct PlacementFiles {
  private let result: PlacementResult

  init(_ result: PlacementResult) { self.result = result }

  func write(to folder: OutputFolder) throws {
    try folder.write(devices, to: "\(result.name)/devices.csv")
    try folder.write(bill, to: "\(result.name)/bill.csv")
    let features = result.features
    try folder.write(DeviceGeoPackage.data(of: features), to: "\(result.name)/devices.gpkg")
    try folder.write(
      DeviceOverlay.data(
        name: result.name,
        storeys: result.plans.map {
          .init(id: $0.storey, building: $0.building, name: $0.name, elevation: $0.elevation)
        }, devices: features), to: "\(result.name)/devices.ifc")
    try StoreyDrawings(plans: result.plans, capacity: result.capacity, devices: result.devices)
      .write(to: folder, under: result.name) { result.shades(of: $0) }
  }

  private var devices: String {
    let names = Dictionary(
      result.plans.flatMap(\.rooms).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    var lines = ["id,kind,type,room,room_name,x_m,y_m,z_m,height_m,heading_deg,cost_yuan"]
    for device in result.points.devices {
      guard let at = device.position else { continue }
      lines.append(
        CSVLine.text(
          [
            device.id.value, device.kind, device.kind, device.space?.value ?? "",
            device.space.flatMap { names[$0] } ?? "",
          ] + PlaceText.cells(at) + ["", "", ""]))
    }
    for device in result.placement.devices {
      lines.append(
        CSVLine.text(
          [
            device.id.value, device.type.kind, device.type.id, device.room.value,
            names[device.room] ?? "",
          ] + PlaceText.cells(device.position) + [
            "\(device.height.value)", device.heading.map { "\($0.value)" } ?? "",
            "\(Int(device.type.cost.value))",
          ]))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var bill: String {
    var counts: [String: (type: DeviceType, count: Int)] = [:]
    for device in result.placement.devices {
      counts[device.type.id, default: (device.type, 0)].count += 1
    }
    var lines = ["type,name,name_zh,count,unit_yuan,sum_yuan"]
    for kind in result.detectorKinds {
      let count = result.points.devices.count { $0.kind == kind }
      lines.append(CSVLine.text([kind, kind, "", "\(count)", "", ""]))
    }
    for (id, entry) in counts.sorted(by: { $0.key < $1.key }) {
      let cost = Int(entry.type.cost.value)
      lines.append(
        CSVLine.text([
          id, entry.type.english, entry.type.chinese, "\(entry.count)", "\(cost)",
          "\(cost * entry.count)",
        ]))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Writes one file, whole or not at all.
enum OutputFile {
  static func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw CommandFailure(
        .cannotWrite, "\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
