import ArgumentParser
import SensorPlacement
import TwinModel
import TwinReport

/// `twin-sim sensors place`: devices of the catalogue in the rooms of building models.
struct SensorsPlaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Place devices of the catalogue in building models, at the least cost.",
    discussion: """
      Kinds are those of seeds/equipment: smoke_detector and heat_detector by GB 50116, the others by
      range, sight and field of view. With --out every model gets a folder with devices.csv, bill.csv,
      rooms.csv and a drawing of every storey.

      EXAMPLES
        twin-sim sensors place school.ifc --device camera --device air_quality
        twin-sim sensors place *.ifc --device smoke_detector --device access_point --out plans
      """)

  @Argument(help: ArgumentHelp("Building models (IFC).", valueName: "models"))
  var files: [String]
  @Option(
    help: ArgumentHelp("A kind of device; may be repeated. All when absent.", valueName: "kind"))
  var device: [String] = []
  @Option(help: "Whether doors stand open or closed.")
  var doors = DevicePlacement.Doors.closed
  @Option(
    help: ArgumentHelp("Write a certificate for `sensors verify` (one model).", valueName: "file"))
  var certificate: String?
  @Option(
    help: ArgumentHelp("Write coverage against money as CSV (one model).", valueName: "file"))
  var curve: String?
  @Option(
    help: ArgumentHelp("Say how much floor this much money covers at most.", valueName: "¥"))
  var budget: Int?
  @Option(help: ArgumentHelp("Write lists and drawings into this folder.", valueName: "folder"))
  var out: String?
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard certificate == nil && curve == nil && budget == nil || files.count == 1 else {
      throw ValidationError("--certificate, --curve and --budget are of one model; name one.")
    }
    if let budget, budget < 0 { throw ValidationError("--budget must not be negative.") }
  }

  func run() async throws {
    let job = try PlacementJob(seeds: seeds.folder(), kinds: device, doors: doors)
    let folder = try out.map { try OutputFolder($0) }
    let results = try await Self.inOrder(files) { try job.run($0) }
    for result in results {
      for finding in result.findings {
        Console.note("\(result.name) \(finding.severity.rawValue): \(finding.message)")
      }
      if let folder { try PlacementFiles(result).write(to: folder) }
    }
    if let certificate, let result = results.first {
      try OutputFile.write(JSONText.of(result.placement.certificate(doors: doors)), to: certificate)
    }
    let spent = try money(results)
    try output.show(results.map(PlacementDocument.init)) {
      results.map { $0.table.text }.joined(separator: "\n") + spent
    }
  }

  /// Writes the budget curve, and says what `budget` buys.
  private func money(_ results: [PlacementResult]) throws -> String {
    guard curve != nil || budget != nil, let result = results.first else { return "" }
    let found = try result.placement.budgetCurve()
    let all = found.demand.value
    if let curve {
      var lines = ["cost_yuan,covered_m2,covered_percent,at_most_m2,devices"]
      for step in found.steps {
        let share = all > 0 ? 100 * step.covered.value / all : 100
        lines.append(
          "\(Int(step.cost.value)),\(Self.hundredths(step.covered.value)),"
            + "\(Self.hundredths(share)),\(Self.hundredths(step.bound.value)),\(step.devices)")
      }
      try OutputFile.write(lines.map { $0 + "\n" }.joined(), to: curve)
    }
    guard let budget, let step = found.steps.last(where: { $0.cost.value <= Double(budget) })
    else { return "" }
    return "for \(budget) ¥: \(step.devices) devices, \(Int(step.cost.value)) ¥, serve "
      + "\(Self.hundredths(step.covered.value)) of \(Self.hundredths(all)) m² (all kinds together), "
      + "at most \(Self.hundredths(step.bound.value)) could be\n"
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Two models at a time, results in the order of the files.
  private static func inOrder(
    _ files: [String], _ work: @escaping @Sendable (String) throws -> PlacementResult
  ) async throws -> [PlacementResult] {
    try await withThrowingTaskGroup(of: (Int, PlacementResult).self) { group in
      var found: [Int: PlacementResult] = [:]
      var next = 0
      func start() {
        guard next < files.count else { return }
        let (index, file) = (next, files[next])
        next += 1
        group.addTask { (index, try work(file)) }
      }
      for _ in 0..<2 { start() }
      while let (index, result) = try await group.next() {
        found[index] = result
        start()
      }
      return files.indices.compactMap { found[$0] }
    }
  }
}
