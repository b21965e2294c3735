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
  @Option(help: ArgumentHelp("Write the map here (CSV); to stdout without it.", valueName: "file"))
  var out: String?

  /// More values than this are a mistake, not a map.
  static let most = 100_000_000

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
  }

  func run() throws {
    let scene = try RadioFiles.walls(walls)
    let places = try RadioFiles.sites(sites)
    let grid = try grid(scene, places)
    let map = MultiWallMap(
      grid: grid, receiverHeight: Metres(heightM), frequency: Gigahertz(frequencyGhz))
    var text = "tx,row,col,x_m,y_m,loss_db\n"
    for (index, place) in places.enumerated() {
      append(map.pathLoss(from: place, through: [scene]), of: index, grid, to: &text)
    }
    guard let out else { return Console.write(text) }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
      throw CommandFailure(.cannotWrite, "\(out): \(error.localizedDescription)")
    }
    Console.note(
      "\(places.count) sites, \(scene.segments.count) walls, \(grid.columns) × \(grid.rows) cells")
  }

  private func grid(_ scene: WallScene, _ sites: [Point3]) throws -> CellGrid {
    let points = scene.segments.flatMap { [$0.start, $0.end] } + sites.map(\.plan)
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (west, south) = (xs.min() ?? 0, ys.min() ?? 0)
    // A box of whole cells must not get one more by rounding.
    let columns = max(((xs.max() ?? 0) - west) / cellM - 1e-9, 0).rounded(.up)
    let rows = max(((ys.max() ?? 0) - south) / cellM - 1e-9, 0).rounded(.up)
    guard columns * rows * Double(sites.count) <= Double(Self.most) else {
      throw CommandFailure(
        .badInput,
        "\(walls): \(Int(columns)) × \(Int(rows)) cells for \(sites.count) sites are more than "
          + "\(Self.most) values; use a larger --cell-m or check the units")
    }
    return CellGrid(
      origin: Point2(west, south), cell: Metres(cellM), columns: max(Int(columns), 1),
      rows: max(Int(rows), 1))
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

/// Numbers with a fixed count of decimals; quicker than a format string.
enum FixedPoint {
  static func text(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    var fraction = String(whole % scale)
    fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
    if trimmed {
      while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
    }
    return (value < 0 && whole != 0 ? "-" : "") + "\(whole / scale).\(fraction)"
  }
}
