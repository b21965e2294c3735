import ArgumentParser
import Foundation
import RadioCoverage
import TwinModel

/// `twin-sim radio map`: path losses over a plane, from bare walls.
struct RadioMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Map the path loss of each site over a plane, from bare walls.",
    discussion: """
      Walls are CSV with x0, y0, x1, y1, z0, z1 (metres) and loss_db, the loss of one crossing; sites
      with x, y and z (metres; x_m, y_m, z_m too). Columns may stand in any order.

      The cells cover the box of the walls and sites. The answer has one line for each site and cell:
      tx (from 0, in the order of the file), row (from the lowest y), col, x_m, y_m, loss_db.

      The engine “reflections” adds rays reflected once at a wall, and once at floor and ceiling with
      --floor-m and --ceiling-m, whose build-up is --slab or the default floor of the seeds. It needs
      the walls' material (a name of seeds/radio/materials.yaml) and thickness_m, and reads no loss_db.

      EXAMPLE
        twin-sim radio map --walls walls.csv --sites sites.csv --frequency-ghz 3.75 --cell-m 0.5 \\
          --height-m 1.2 --out map.csv
      """)

  @Option(help: ArgumentHelp("Walls (CSV).", valueName: "file"))
  var walls: String
  @Option(help: ArgumentHelp("Sites (CSV).", valueName: "file"))
  var sites: String
  @Option(help: ArgumentHelp("Carrier, 0.1 to 100.", valueName: "GHz"))
  var frequencyGhz: Double
  @Option(help: ArgumentHelp("Side of a cell, 0.01 to 100.", valueName: "m"))
  var cellM: Double
  @Option(
    help: ArgumentHelp("Height of the receivers above the zero of the walls.", valueName: "m"))
  var heightM: Double
  @Option(help: ArgumentHelp("multi-wall or reflections.", valueName: "engine"))
  var engine = RadioEngine.multiWall
  @Option(help: ArgumentHelp("Height of a floor that reflects.", valueName: "m"))
  var floorM: Double?
  @Option(help: ArgumentHelp("Height of a ceiling that reflects.", valueName: "m"))
  var ceilingM: Double?
  @Option(
    help: ArgumentHelp("What floor and ceiling are made of, as material:mm,…", valueName: "list"))
  var slab: String?
  @Option(
    help: ArgumentHelp("Channel that reflections are averaged over.", valueName: "MHz"))
  var bandwidthMhz = 100.0
  @Option(help: ArgumentHelp("Walls that a ray is reflected at in turn: 1 or 2.", valueName: "n"))
  var wallReflections = 1
  @OptionGroup var seeds: SeedOptions
  @Option(help: ArgumentHelp("Write the map here (CSV); to stdout without it.", valueName: "file"))
  var out: String?

  func validate() throws {
    guard (0.1...100).contains(frequencyGhz) else {
      throw ValidationError("--frequency-ghz is \(frequencyGhz); expected 0.1 to 100")
    }
    guard (0.01...100).contains(cellM) else {
      throw ValidationError("--cell-m is \(cellM); expected 0.01 to 100")
    }
    guard heightM.isFinite, abs(heightM) <= 10_000 else {
      throw ValidationError("--height-m is \(heightM); expected metres, within ±10000")
    }
    switch (engine, floorM, ceilingM) {
    case (_, nil, nil): break
    case (.reflections, let floor?, let ceiling?) where floor < ceiling: break
    default:
      throw ValidationError(
        "--floor-m and --ceiling-m go together, floor below ceiling, with --engine reflections")
    }
    guard slab == nil || floorM != nil else {
      throw ValidationError("--slab goes with --floor-m and --ceiling-m")
    }
    guard wallReflections == 1 || wallReflections == 2 && engine == .reflections else {
      throw ValidationError("--wall-reflections is 1, or 2 with --engine reflections")
    }
    guard bandwidthMhz > 0, bandwidthMhz < 2000 * frequencyGhz else {
      throw ValidationError(
        "--bandwidth-mhz is \(bandwidthMhz); expected a channel around the frequency")
    }
  }

  func run() throws {
    let places = try RadioFiles.sites(sites)
    let (frequency, height) = (Gigahertz(frequencyGhz), Metres(heightM))
    let segments: [WallSegment]
    let grid: CellGrid
    let pathLoss: (Point3) -> [Float]
    switch engine {
    case .multiWall:
      let scene = try RadioFiles.walls(walls)
      segments = scene.segments
      grid = try BareGrid.over(segments, places, cellM: cellM, file: walls)
      let map = MultiWallMap(grid: grid, receiverHeight: height, frequency: frequency)
      pathLoss = { map.pathLoss(from: $0, through: [scene]) }
    case .reflections:
      let scene = try reflectionScene()
      segments = scene.segments
      grid = try BareGrid.over(segments, places, cellM: cellM, file: walls)
      let map = ReflectionMap(grid: grid, receiverHeight: height, frequency: frequency)
      pathLoss = { map.pathLoss(from: $0, in: scene, wallReflections: wallReflections) }
    }
    var text = "tx,row,col,x_m,y_m,loss_db\n"
    for (index, place) in places.enumerated() {
      append(pathLoss(place), of: index, grid, to: &text)
    }
    guard let out else { return Console.write(text) }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
      throw CommandFailure(.cannotWrite, "\(out): \(error.localizedDescription)")
    }
    Console.note(
      "\(places.count) sites, \(segments.count) walls, \(grid.columns) × \(grid.rows) cells")
  }

  private func reflectionScene() throws -> ReflectionScene {
    let materials = try MaterialCatalogue(seeds: seeds.folder())
    let half = Gigahertz(bandwidthMhz / 2000)
    let channel = Gigahertz(frequencyGhz) - half...Gigahertz(frequencyGhz) + half
    var level: ReflectionScene.Slabs?
    if let floorM, let ceilingM {
      let build: LayeredSlab
      do { build = try slab.map { try materials.slab($0) } ?? materials.floor } catch let problem
        as BatchProblem
      { throw CommandFailure(.badInput, "--slab: \(problem.reason)") }
      level = ReflectionScene.Slabs(
        floor: Metres(floorM), ceiling: Metres(ceilingM),
        surface: SurfacePower(slab: build, channel: channel, polarisation: .tm))
    }
    return try RadioFiles.reflectingWalls(
      walls, materials: materials, channel: channel, slabs: level)
  }

  private func append(_ losses: [Float], of site: Int, _ grid: CellGrid, to text: inout String) {
    let eastings = (0..<grid.columns).map {
      FixedPoint.text(grid.centre(column: $0, row: 0).x, decimals: 4, trimmed: true)
    }
    for row in 0..<grid.rows {
      let northing = FixedPoint.text(
        grid.centre(column: 0, row: row).y, decimals: 4, trimmed: true)
      for column in 0..<grid.columns {
        let loss = FixedPoint.text(Double(losses[row * grid.columns + column]), decimals: 4)
        text += "\(site),\(row),\(column),\(eastings[column]),\(northing),\(loss)\n"
      }
    }
  }
}

/// Which rays count.
enum RadioEngine: String, ExpressibleByArgument, CaseIterable {
  case multiWall = "multi-wall"
  case reflections
}
