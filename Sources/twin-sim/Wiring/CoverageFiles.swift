import Foundation
import RadioCoverage
import SpatialCore
import TwinExchange
import TwinModel
import TwinReport

/// Pictures, rasters and lists of a coverage study.
struct CoverageFiles {
  let campus: Campus
  let plans: [StoreyPlan]
  let output: StudyOutput
  /// Devices that were added by hand.
  let added: [Device]
  /// Kinds of devices that send.
  let kinds: [String]
  /// Kinds of devices that send Wi-Fi.
  let wifiKinds: [String]
  /// What earlier studies say the rooms are used for.
  let uses: [GlobalID: String]

  /// Gathers them.
  ///
  /// `facts` are those of this study and the ones before it, for the uses of rooms.
  init(
    campus: Campus, plans: [StoreyPlan], output: StudyOutput, facts: [Fact], study: CoverageStudy
  ) {
    self.campus = campus
    self.plans = plans
    self.output = output
    added = study.addedDevices
    wifiKinds = study.wifi?.kinds ?? []
    kinds = study.assumptions.siteKinds + wifiKinds
    var uses: [GlobalID: String] = [:]
    for fact in facts where fact.quantity == "room.use" {
      uses[GlobalID(fact.subject.id)] = fact.value.text
    }
    self.uses = uses
  }

  /// Writes them: `storey-N-QUANTITY.svg` and `.tif`, `rooms.csv`, `sites.csv`.
  ///
  /// - Returns: Paths of the files written.
  func write(to folder: OutputFolder, under name: String) throws -> [String] {
    var written: [String] = []
    func keep(_ data: Data, _ file: String) throws {
      try folder.write(data, to: "\(name)/\(file)")
      written.append(folder.url.appendingPathComponent("\(name)/\(file)").path)
    }
    for (index, plan) in plans.enumerated() {
      for grid in output.grids where grid.storey == plan.storey {
        let short = grid.quantity.value.replacing("grid.", with: "")
        let stem = "storey-\(index + 1)-\(short)"
        try keep(GeoTIFF.data(of: grid, georeference: campus.georeference), "\(stem).tif")
        let layers = StoreyPlanDrawing.Layers(
          uses: uses, devices: devices(on: plan, of: grid.quantity), grid: grid)
        guard let drawing = StoreyPlanDrawing(plan, layers: layers) else { continue }
        try keep(Data(drawing.document().utf8), "\(stem).svg")
      }
    }
    try keep(Data(rooms.utf8), "rooms.csv")
    try keep(Data(sites.utf8), "sites.csv")
    return written
  }

  /// The transmitters that a map shows, as far as they hang on the storey.
  private func devices(on plan: StoreyPlan, of quantity: QuantityName) -> [Device] {
    let isWiFi = quantity.value.hasPrefix("grid.wifi")
    let floor = plan.elevation.value
    return transmitters.filter { device in
      guard wifiKinds.contains(device.kind) == isWiFi, let z = device.position?.z else {
        return false
      }
      if quantity == "grid.outdoor_ss_rsrp" { return true }
      return z >= floor && z <= floor + plan.height.value + 1
    }
  }

  /// Devices that send: those that facts name, those of the study and of the model.
  private var transmitters: [Device] {
    (plans.flatMap(\.devices) + output.devices + added).filter { kinds.contains($0.kind) }
  }

  private static let columns: [(String, QuantityName)] = [
    ("covered_percent", "room.nr_coverage"),
    ("probability_percent", "room.nr_coverage_probability"),
    ("rsrp_5th_dbm", "room.nr_rsrp_5th"), ("rsrp_min_dbm", "room.nr_rsrp_min"),
    ("rsrp_share_percent", "room.nr_rsrp_share"), ("downlink_mbit_s", "room.nr_downlink_rate"),
    ("uplink_mbit_s", "room.nr_uplink_rate"), ("busy_mbit_s", "room.nr_busy_rate"),
    ("busy_share_percent", "room.nr_busy_share"), ("vr_carriers", "room.nr_vr_carriers"),
    ("emf_percent", "room.emf_exposure"), ("wifi_covered_percent", "room.wifi_coverage"),
    ("wifi_mbit_s", "room.wifi_rate"),
  ]

  private var rooms: String {
    var values: [String: [QuantityName: Double]] = [:]
    for fact in output.facts where fact.subject.kind == .space {
      values[fact.subject.id, default: [:]][fact.quantity] = fact.value.number
    }
    var lines = [(["storey", "room", "name", "id"] + Self.columns.map(\.0)).joined(separator: ",")]
    for plan in plans {
      for room in plan.rooms {
        let numbers = Self.columns.map { column in
          values[room.id.value]?[column.1].map { FixedPoint.text($0, decimals: 2) } ?? ""
        }
        lines.append(
          CSVLine.text([plan.name, room.name, room.longName, room.id.value] + numbers))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var sites: String {
    var channels: [String: Double] = [:]
    for fact in output.facts where fact.quantity == "device.wifi_channel" {
      channels[fact.subject.id] = fact.value.number
    }
    var lines = ["id,kind,name,x_m,y_m,z_m,origin,wifi_channel"]
    for device in transmitters {
      guard let at = device.position else { continue }
      lines.append(
        CSVLine.text(
          [device.id.value, device.kind, device.name] + PlaceText.cells(at) + [
            device.origin.rawValue, channels[device.id.value].map { "\(Int($0))" } ?? "",
          ]))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
