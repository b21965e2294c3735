import ArgumentParser
import SensorPlacement
import TwinModel
import TwinReport

/// `twin-sim sensors gateways`: gateways for the radio of the devices that are placed.
struct SensorsGatewaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gateways",
    abstract:
      "Place devices in a building model, and the cheapest gateways that carry their radio.",
    discussion: """
      Devices are placed as by `sensors place`; those with a radio that gateways of seeds/equipment serve
      are given to gateways, by distance, walls between and capacity, storey by storey. The exit status
      is 1 when a device stays without a gateway.

      EXAMPLES
        twin-sim sensors gateways school.ifc
        twin-sim sensors gateways school.ifc --device air_quality --device occupancy --out gateways
      """)

  @Argument(help: ArgumentHelp("Building model (IFC).", valueName: "model"))
  var file: String
  @Option(
    help: ArgumentHelp("A kind of device; may be repeated. All when absent.", valueName: "kind"))
  var device: [String] = []
  @Option(help: ArgumentHelp("Write lists and drawings into this folder.", valueName: "folder"))
  var out: String?
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let seeds = try seeds.folder()
    let catalogue = try DeviceCatalogue(seeds: seeds)
    guard let study = GatewayStudy(catalogue: catalogue) else {
      throw CommandFailure(
        .badInput,
        "no device of kind \(GatewayStudy.kind) in seeds/equipment has `form: radio` and `serves`")
    }
    let kinds = device.isEmpty ? catalogue.kinds.filter { $0 != GatewayStudy.kind } : device
    guard !kinds.contains(GatewayStudy.kind) else {
      throw CommandFailure(
        .usage, "--device \(GatewayStudy.kind): name the devices that gateways are to carry")
    }
    let placed = try PlacementJob(seeds: seeds, kinds: kinds, doors: .closed).run(file)
    let storeys = try study.run(
      placed.plans, facts: placed.capacity, devices: placed.placement.devices)
    let findings = storeys.flatMap(\.findings)
    for finding in findings {
      Console.note("\(placed.name) \(finding.severity.rawValue): \(finding.message)")
    }
    if storeys.isEmpty {
      Console.note("\(placed.name): no device has a radio that a gateway serves")
    }
    if let out {
      try GatewayFiles(name: placed.name, storeys: storeys)
        .write(to: OutputFolder(out), plans: placed.plans, capacity: placed.capacity)
    }
    let lines = storeys.map { GatewayDocument.Storey($0, in: placed.plans) }
    try output.show(GatewayDocument(model: placed.name, storeys: lines, findings: findings)) {
      text(lines)
    }
    if !findings.isEmpty { throw ExitCode(ExitStatus.notMet.rawValue) }
  }

  private func text(_ storeys: [GatewayDocument.Storey]) -> String {
    var table = TextTable(
      "storey", "devices", "gateways", "cost ¥", "at least ¥", "proven", "without")
    for line in storeys {
      table.add(
        line.storey_name, "\(line.devices)", "\(line.gateways.count)", "\(Int(line.cost))",
        line.bound.map { "\(Int($0.rounded()))" } ?? "none will do", line.proven ? "yes" : "no",
        "\(line.devices - line.links.count)")
    }
    return table.text
  }
}

/// Gateways as JSON.
private struct GatewayDocument: Encodable {
  let schema_version = 1
  let model: String
  let storeys: [Storey]
  let findings: [Finding]

  struct Storey: Encodable {
    struct Link: Encodable {
      let device: String
      let gateway: String
    }

    let storey: String
    let storey_name: String
    let devices: Int
    let cost: Double
    let bound: Double?
    let proven: Bool
    let candidates: Int
    let nodes: Int
    let gateways: [Device]
    let links: [Link]
    let unreachable: [String]

    init(_ plan: GatewayPlan, in plans: [StoreyPlan]) {
      storey = plan.storey.value
      storey_name = plans.first { $0.storey == plan.storey }?.name ?? plan.storey.value
      devices = plan.devices.count
      cost = plan.cost.value
      bound = plan.bound?.value
      proven = plan.isProven
      candidates = plan.candidates
      nodes = plan.nodes
      gateways = plan.gateways.map(\.device)
      links = plan.links.map { Link(device: $0.device.value, gateway: $0.gateway.value) }
      unreachable = plan.unreachable.map(\.id.value)
    }
  }
}

/// Lists and drawings of gateways.
private struct GatewayFiles {
  let name: String
  let storeys: [GatewayPlan]

  func write(to folder: OutputFolder, plans: [StoreyPlan], capacity: [Fact]) throws {
    var gateways = ["id,type,room,x_m,y_m,z_m,cost_yuan,devices"]
    var links = ["device,gateway"]
    for storey in storeys {
      for gateway in storey.gateways {
        gateways.append(
          CSVLine.text(
            [
              gateway.id.value, gateway.type.id, gateway.room.value,
            ] + PlaceText.cells(gateway.position) + [
              "\(Int(gateway.type.cost.value))",
              "\(storey.links.count { $0.gateway == gateway.id })",
            ]))
      }
      links += storey.links.map { CSVLine.text([$0.device.value, $0.gateway.value]) }
      links += storey.unreachable.map { CSVLine.text([$0.id.value, ""]) }
    }
    try folder.write(gateways.map { $0 + "\n" }.joined(), to: "\(name)/gateways.csv")
    try folder.write(links.map { $0 + "\n" }.joined(), to: "\(name)/links.csv")
    try StoreyDrawings(
      plans: plans, capacity: capacity,
      devices: storeys.flatMap { ($0.gateways + $0.devices).map(\.device) }
    ).write(to: folder, under: name)
  }
}
