import Foundation
import RadioCoverage
import SeatForecast
import TwinModel

/// Walls and sites of `twin-sim radio`, from their CSV files.
enum RadioFiles {
  /// Walls by their centre-lines: `x0,y0,x1,y1,z0,z1,loss_db`, metres and dB for one crossing.
  static func walls(_ path: String) throws -> WallScene {
    let file = try RadioTable(path)
    let places = try ["x0", "y0", "x1", "y1", "z0", "z1"].map { try file.column([$0, $0 + "_m"]) }
    let loss = try file.column(["loss_db"])
    var scene = WallScene()
    var curves: [Double: Int] = [:]
    for record in file.table.records {
      let at = try places.map { try file.number(record, $0) }
      guard at[4] < at[5] else {
        throw file.failure(
          record, places[5], "found \(at[5]); expected a top above the bottom, \(at[4])")
      }
      let decibels = try file.number(record, loss, in: 0...1000)
      let curve = curves[decibels] ?? scene.curves.count
      if curve == scene.curves.count {
        scene.curves.append(LossCurve(constant: Decibels(decibels)))
        curves[decibels] = curve
      }
      scene.segments.append(
        WallSegment(
          start: Point2(at[0], at[1]), end: Point2(at[2], at[3]), bottom: Metres(at[4]),
          top: Metres(at[5]), curve: curve))
    }
    return scene
  }

  /// Sites in the file's order: `x,y,z`, metres.
  static func sites(_ path: String) throws -> [Point3] {
    let file = try RadioTable(path)
    let x = try file.column(["x", "x_m", "tx_x", "ap_x_m", "ax_m"])
    let y = try file.column(["y", "y_m", "tx_y", "ap_y_m", "ay_m"])
    let z = try file.column(["z", "z_m", "tx_z", "height_m", "h_m", "ap_z_m", "az_m"])
    return try file.table.records.map {
      Point3(try file.number($0, x), try file.number($0, y), try file.number($0, z))
    }
  }
}
