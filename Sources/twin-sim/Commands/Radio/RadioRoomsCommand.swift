import ArgumentParser
import Foundation
import RadioCoverage
import SchoolCapacity
import SpatialCore
import TwinModel

/// `twin-sim radio rooms`: the coverage study on building models, without a database.
struct RadioRoomsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rooms",
    abstract: "Predict 5G and Wi-Fi coverage of the rooms of building models, without a database.",
    discussion: """
      As `coverage`, on files. With --out every model gets a folder with a map of each storey as SVG and
      GeoTIFF, rooms.csv and sites.csv.

      EXAMPLES
        twin-sim radio rooms school.ifc --propose-sites-every 20 --out maps
        twin-sim radio rooms school.ifc --sites sites.csv --calibration fit.json
      """)

  @Argument(help: ArgumentHelp("Building models (IFC).", valueName: "models"))
  var files: [String]
  @OptionGroup var study: StudyOptions
  @OptionGroup var radio: RadioOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    let schema_version = 1
    let model: String
    let facts: [Fact]
    let findings: [Finding]
    let devices: [Device]
  }

  func run() throws {
    let bench = try StudyBench(seeds: seeds, options: study)
    let coverage = try bench.coverage.with(radio)
    let folder = try radio.out.map { try OutputFolder($0) }
    var documents: [Document] = []
    var table = TextTable(
      "model", "storey", "5G covered", "rooms", "least SS-RSRP", "Wi-Fi covered")
    for file in files {
      let campus = try BareCampus.read(file)
      let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      let drawn = StoreyPlanBuilder.plans(of: campus)
      let known = try bench.capacity.run(StudyInput(campus: campus, plans: drawn.plans))
      let found = try coverage.run(
        StudyInput(
          campus: campus, plans: drawn.plans, facts: known.facts, occupancy: known.occupancy))
      for finding in drawn.findings + found.findings where output.format == .text {
        Console.note("\(name) \(finding.severity.rawValue): \(finding.message)")
      }
      if let folder {
        let written = try CoverageFiles(
          campus: campus, plans: drawn.plans, output: found, facts: known.facts, study: coverage
        ).write(to: folder, under: name)
        Console.note("\(name): \(written.count) files in \(folder.url.path)")
      }
      add(found, drawn.plans, name, to: &table)
      documents.append(
        Document(
          model: name, facts: found.facts, findings: drawn.findings + found.findings,
          devices: found.devices))
    }
    try output.show(documents) { table.text }
  }

  private func add(
    _ found: StudyOutput, _ plans: [StoreyPlan], _ name: String, to table: inout TextTable
  ) {
    var values: [Subject: [QuantityName: Double]] = [:]
    for fact in found.facts {
      values[fact.subject, default: [:]][fact.quantity] = fact.value.number
    }
    func text(_ value: Double?, _ unit: String) -> String {
      value.map { FixedPoint.text($0, decimals: 1) + " " + unit } ?? "?"
    }
    for plan in plans {
      let rooms = plan.rooms.compactMap { values[.space($0.id)] }
      let wifi = rooms.compactMap { $0["room.wifi_coverage"] }
      table.add(
        name, plan.name, text(values[.storey(plan.storey)]?["storey.nr_coverage"], "%"),
        "\(plan.rooms.count)", text(rooms.compactMap { $0["room.nr_rsrp_min"] }.min(), "dBm"),
        text(wifi.isEmpty ? nil : wifi.reduce(0, +) / Double(wifi.count), "%"))
    }
  }
}
