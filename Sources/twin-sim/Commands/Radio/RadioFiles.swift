import Foundation
import RadioCoverage
import SeatForecast
import TwinModel

/// Walls and sites of `twin-sim radio`, from their CSV files.
enum RadioFiles {
  /// Walls by their centre-lines: `x0,y0,x1,y1,z0,z1,loss_db`, metres and dB for one crossing.
  static func walls(_ path: String) throws -> WallScene {
    let file = try RadioTable(path)
    let places = try corners(file)
    let loss = try file.column(["loss_db"])
    var scene = WallScene()
    var curves: [Double: Int] = [:]
    for record in file.table.records {
      let decibels = try file.number(record, loss, in: 0...1000)
      let curve = curves[decibels] ?? scene.curves.count
      if curve == scene.curves.count {
        scene.curves.append(LossCurve(constant: Decibels(decibels)))
        curves[decibels] = curve
      }
      scene.segments.append(try segment(file, record, places, curve))
    }
    return scene
  }

  /// Walls by their centre-lines: as ``walls(_:)``, with `material` and `thickness_m` for the loss.
  static func reflectingWalls(
    _ path: String, materials: MaterialCatalogue, channel: ClosedRange<Gigahertz>,
    slabs level: ReflectionScene.Slabs?
  ) throws -> ReflectionScene {
    let file = try RadioTable(path)
    let places = try corners(file)
    let material = try file.column(["material"])
    let thickness = try file.column(["thickness_m"])
    var segments: [WallSegment] = []
    var slabs: [LayeredSlab] = []
    for record in file.table.records {
      let slab = LayeredSlab([
        SlabLayer(
          material: try named(record.fields[material], materials, file, record, material),
          thickness: Metres(try file.number(record, thickness, in: 0.0001...10)))
      ])
      let index = slabs.firstIndex(of: slab) ?? slabs.count
      if index == slabs.count { slabs.append(slab) }
      segments.append(try segment(file, record, places, index))
    }
    return ReflectionScene(
      segments: segments,
      surfaces: slabs.map { SurfacePower(slab: $0, channel: channel, polarisation: .te) },
      slabs: level)
  }

  private static func named(
    _ name: String, _ materials: MaterialCatalogue, _ file: RadioTable,
    _ record: CSVTable.Record, _ place: Int
  ) throws -> RadioMaterial {
    do { return try materials.material(spelled: name) } catch {
      throw file.failure(record, place, "\(error)")
    }
  }

  private static func corners(_ file: RadioTable) throws -> [Int] {
    try ["x0", "y0", "x1", "y1", "z0", "z1"].map { try file.column([$0, $0 + "_m"]) }
  }

  private static func segment(
    _ file: RadioTable, _ record: CSVTable.Record, _ places: [Int], _ curve: Int
  ) throws -> WallSegment {
    let at = try places.map { try file.number(record, $0) }
    guard at[4] < at[5] else {
      throw file.failure(
        record, places[5], "found \(at[5]); expected a top above the bottom, \(at[4])")
    }
    return WallSegment(
      start: Point2(at[0], at[1]), end: Point2(at[2], at[3]), bottom: Metres(at[4]),
      top: Metres(at[5]), curve: curve)
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
