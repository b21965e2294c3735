import BIMImport
import Foundation
import SchoolCapacity
import SeedFiles
import SensorPlacement
import SpatialCore
import TwinModel

/// A campus read from one file, without a database.
enum BareCampus {
  /// Pupils in a class, where nothing else is asked for.
  static let classSize = Assumptions.ClassSize(primary: 45, secondary: 50)

  static func read(_ path: String) throws -> Campus {
    let reading = try IFCReading(file: path)
    var buildings: [Building] = []
    reading.forEachBuilding { buildings.append($0) }
    return Campus(
      id: try CampusID("model"), name: path, kind: .existing, stages: [],
      georeference: reading.summary.georeference, buildings: buildings)
  }
}

/// Places devices in one model after the other.
struct PlacementJob: Sendable {
  private let study: PlacementStudy
  private let detectors: [PointDetectorStudy]
  private let capacity: CapacityStudy
  /// Rooms of one shape are solved once, in all models together.
  private let memory = PlacementMemory()

  init(seeds: SeedFolder, kinds: [String], doors: DevicePlacement.Doors) throws {
    let catalogue = try DeviceCatalogue(seeds: seeds)
    let types = PointDetectorRules.DetectorType.allCases
    let asked = kinds.isEmpty ? types.map(\.rawValue) + catalogue.kinds : kinds
    let points = types.filter { asked.contains($0.rawValue) }
    detectors = try points.map {
      PointDetectorStudy(rules: try PointDetectorRules($0, seeds: seeds))
    }
    let others = asked.filter { PointDetectorRules.DetectorType(rawValue: $0) == nil }
    if let unknown = others.first(where: { !catalogue.kinds.contains($0) }) {
      let all = types.map(\.rawValue) + catalogue.kinds
      throw CommandFailure(
        .usage,
        "no device of kind “\(unknown)”; the catalogue has \(all.joined(separator: ", "))")
    }
    var seen: Set<String> = []
    study = PlacementStudy(
      catalogue: catalogue, kinds: others.filter { seen.insert($0).inserted }, doors: doors)
    capacity = try CapacityStudy.load(from: seeds, classSize: BareCampus.classSize)
  }

  func run(_ path: String) throws -> PlacementResult {
    let campus = try BareCampus.read(path)
    let drawn = StoreyPlanBuilder.plans(of: campus)
    let known = try capacity.run(StudyInput(campus: campus, plans: drawn.plans))
    let placement = try study.run(drawn.plans, facts: known.facts, memory: memory)
    let input = StudyInput(
      campus: campus, plans: drawn.plans, facts: known.facts, occupancy: known.occupancy)
    let hung = try detectors.map { try $0.place(input) }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return PlacementResult(
      name: name, plans: drawn.plans, capacity: known.facts, placement: placement, hung: hung,
      detectorKinds: detectors.map(\.rules.kind))
  }
}

/// What was placed in one model.
struct PlacementResult: Sendable {
  let name: String
  let plans: [StoreyPlan]
  let capacity: [Fact]
  let placement: DevicePlacement
  /// Point detectors, by kind.
  let hung: [PointDetectorPlacement]
  /// What was said of them.
  let points: StudyOutput
  let detectorKinds: [String]

  init(
    name: String, plans: [StoreyPlan], capacity: [Fact], placement: DevicePlacement,
    hung: [PointDetectorPlacement], detectorKinds: [String]
  ) {
    (self.name, self.plans, self.capacity) = (name, plans, capacity)
    (self.placement, self.hung, self.detectorKinds) = (placement, hung, detectorKinds)
    var points = StudyOutput()
    for placed in hung { points.append(placed.output) }
    self.points = points
  }

  /// Floor of a storey to shade: served, once for each kind, and what no device serves.
  func shades(of storey: GlobalID) -> (served: [PlanPolygon], blind: [PlanPolygon]) {
    hung.reduce(placement.shades(of: storey)) { sum, placed in
      let shades = placed.shades(of: storey)
      return (sum.served + shades.served, sum.blind + shades.blind)
    }
  }

  var findings: [Finding] { points.findings + placement.findings }

  /// Everything that is placed, detectors first.
  var devices: [Device] { points.devices + placement.devices.map(\.device) }

  /// Sums of one storey and kind.
  struct Sum: Encodable {
    let storey: String
    let storey_name: String
    let kind: String
    var devices: Int
    var cost: Double?
    var bound: Double
    var bound_unit: String
    var proven: Bool
    var blind_m2: Double
    var nodes: Int
  }

  var sums: [Sum] {
    plans.flatMap { plan in
      detectorKinds.map { detectors($0, of: plan) }
        + Set(placement.areas.filter { $0.storey == plan.storey }.map(\.kind)).sorted().map {
          covered($0, of: plan)
        }
    }
  }

  private func detectors(_ kind: String, of plan: StoreyPlan) -> Sum {
    let word = kind.prefix { $0 != "_" }
    func value(_ name: String) -> FactValue? {
      points.facts.first {
        $0.subject == .storey(plan.storey) && $0.quantity == QuantityName("storey.\(word)_\(name)")
      }?.value
    }
    return Sum(
      storey: plan.storey.value, storey_name: plan.name, kind: kind,
      devices: Int(value("detectors_required")?.number ?? 0), cost: nil,
      bound: value("detectors_bound")?.number ?? 0, bound_unit: "",
      proven: value("placement_proven") == .flag(true), blind_m2: 0, nodes: 0)
  }

  private func covered(_ kind: String, of plan: StoreyPlan) -> Sum {
    var sum = Sum(
      storey: plan.storey.value, storey_name: plan.name, kind: kind, devices: 0, cost: 0, bound: 0,
      bound_unit: YuanUnit.symbol, proven: true, blind_m2: 0, nodes: 0)
    for area in placement.areas where area.storey == plan.storey && area.kind == kind {
      sum.devices += area.devices.count
      sum.cost = (sum.cost ?? 0) + area.cost.value
      sum.bound += area.bound.value
      sum.proven = sum.proven && area.isProven
      sum.blind_m2 += area.blind.value
      sum.nodes += area.nodes
    }
    return sum
  }

  var table: TextTable {
    var table = TextTable(
      "model", "storey", "kind", "devices", "cost ¥", "at least", "proven", "blind m²")
    for sum in sums {
      table.add(
        name, sum.storey_name, sum.kind, "\(sum.devices)", sum.cost.map { "\(Int($0))" } ?? "",
        "\(Int(sum.bound.rounded()))\(sum.bound_unit)", sum.proven ? "yes" : "no",
        sum.blind_m2 > 0 ? "\((sum.blind_m2 * 100).rounded() / 100)" : "")
    }
    return table
  }
}

/// A placement as JSON.
struct PlacementDocument: Encodable {
  let schema_version = 1
  let model: String
  let sums: [PlacementResult.Sum]
  let devices: [Device]
  let findings: [Finding]

  init(_ result: PlacementResult) {
    model = result.name
    sums = result.sums
    devices = result.devices
    findings = result.findings
  }
}
