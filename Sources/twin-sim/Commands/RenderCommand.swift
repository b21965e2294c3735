import ArgumentParser
import BIMImport
import Foundation
import SpatialCore
import TwinModel
import TwinReport
import TwinStore

/// `twin-sim render`: a storey as a picture, straight from a building model, or from the database with
/// what the studies found on it.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a storey as SVG: rooms with names and areas, walls, doors, devices, coverage.",
    discussion: """
      Either from a building model, without a database, or from a campus of a database with what
      the studies found. With --storey and a model, --out names the picture; else a folder.

      EXAMPLES
        twin-sim render school.ifc --storey 1 --out plan.svg
        twin-sim render school.ifc --out plans
        twin-sim render --db city.sqlite --campus P01 --out plans
        twin-sim render --db city.sqlite --campus P01 --storey 2 --grid grid.ss_rsrp --out plans
      """)

  @Argument(help: ArgumentHelp("The building model (IFC).", valueName: "file.ifc"))
  var file: String?
  @Option(help: ArgumentHelp("The database (SpatiaLite).", valueName: "file"))
  var db: String?
  @Option(help: ArgumentHelp("The campus of the database.", valueName: "id"))
  var campus: String?
  @Option(
    help: ArgumentHelp("Number of the storey, from the ground up; all when absent.", valueName: "n")
  )
  var storey: Int?
  @Option(
    help: ArgumentHelp(
      "Lay this map under the rooms, when a study made it: grid.ss_rsrp or grid.ss_sinr.",
      valueName: "quantity"))
  var grid: String?
  @Option(
    help: ArgumentHelp("The folder, or the picture, to write.", valueName: "folder|file.svg"))
  var out: String
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch (file, db, campus) {
    case (.some, nil, nil): break
    case (nil, .some, .some): break
    default:
      throw ValidationError("Give either a building model, or --db and --campus.")
    }
    if file != nil, grid != nil {
      throw ValidationError("--grid needs --db: a model alone has no maps of studies.")
    }
    if let grid, QuantityCatalogue.entry(QuantityName(grid)) == nil {
      throw ValidationError("“\(grid)” is no quantity; expected grid.ss_rsrp or grid.ss_sinr.")
    }
  }

  func run() throws {
    let written: [String]
    if let file {
      written = try ModelPictures(file: file, storey: storey, out: out).write()
    } else {
      written = try drawStored(db: db ?? "", campus: campus ?? "")
    }
    try output.show(written) { written.map { "\($0)\n" }.joined() }
  }

  /// The pictures of a campus of the database.
  private func drawStored(db: String, campus: String) throws -> [String] {
    let opened = try TwinStore.open(db, mode: .readOnly)
    let id = try CampusID(campus)
    guard let model = try opened.campus(id) else {
      throw CommandFailure(.noInput, "the database has no campus “\(campus)”")
    }
    let studies = try opened.latestStudies(campus: id).map(\.output)
    try opened.close()
    let facts = studies.flatMap(\.facts).filter { $0.quantity == "room.use" }
    var uses: [GlobalID: String] = [:]
    for fact in facts { uses[GlobalID(fact.subject.id)] = fact.value.text }
    if let grid, !studies.flatMap(\.grids).contains(where: { $0.quantity == QuantityName(grid) }) {
      Console.note("twin-sim: no study made the map \(grid) of this campus; it is left out")
    }
    let folder = try OutputFolder(out)
    var written: [String] = []
    for (index, plan) in StoreyPlanBuilder.plans(of: model).plans.enumerated() {
      guard storey == nil || plan.number == storey else { continue }
      let rooms = Set(plan.rooms.map(\.id))
      let layers = StoreyPlanDrawing.Layers(
        uses: uses,
        devices: plan.devices
          + studies.flatMap(\.devices).filter { $0.space.map(rooms.contains) ?? false },
        grid: grid.flatMap { name in
          studies.flatMap(\.grids).first {
            $0.storey == plan.storey && $0.quantity == QuantityName(name)
          }
        })
      guard let drawing = StoreyPlanDrawing(plan, layers: layers) else { continue }
      let name = "\(campus)-\(index + 1)-storey\(plan.number).svg"
      try folder.write(drawing.document(), to: name)
      written.append(folder.url.appendingPathComponent(name).path)
    }
    guard !written.isEmpty else {
      throw CommandFailure(
        .badInput, "campus “\(campus)” has no such storey, or nothing on it to draw")
    }
    return written
  }
}
