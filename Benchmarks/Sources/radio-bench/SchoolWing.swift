import Foundation
import RadioCoverage
import TwinModel

/// The peers' school wing, and a campus of copies of it.
struct SchoolWing {
  private let walls: [[Double]]
  /// The file's losses, the same at each angle; as many as walls.
  let flat: [LossCurve]
  /// Slabs of like loss at normal incidence, by the angle.
  let byAngle: [LossCurve]
  /// In the corridor below the ceiling.
  let sites = [10.0, 30.0, 50.0].map { Point3($0, 7.5, 2.8) }

  private static let height = 3.0
  static let link = NRLink(
    power: DecibelMilliwatts(24), antennaGain: Decibels(2), cableLoss: Decibels(0),
    resourceBlocks: 273, subcarrierHertz: 30_000, noiseFigure: Decibels(9))

  /// Four storeys of a wing with one site each.
  struct Building: Sendable {
    let storeys: [BuildingMap.Storey]
    let floor: LossCurve

    func map() -> BuildingMap { BuildingMap(storeys: storeys, floor: floor) }
  }

  init(file: String) throws {
    walls = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").compactMap { Double($0) } }
    guard !walls.isEmpty, walls.allSatisfy({ $0.count == 7 }) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    flat = walls.map { LossCurve(constant: Decibels($0[6])) }
    // Concrete, whose thickness sets the loss: what is timed is the lookup by angle.
    let concrete = RadioMaterial(
      name: "concrete", a: 5.24, b: 0, c: 0.0462, d: 0.7822, validity: 1...100)
    let limits = LossCurve.Limits(greatestLoss: Decibels(60), greatestAngle: 75)
    var known: [Double: LossCurve] = [:]
    byAngle = walls.map { wall in
      if let curve = known[wall[6]] { return curve }
      let curve = LossCurve(
        slab: LayeredSlab([SlabLayer(material: concrete, thickness: Metres(wall[6] / 100))]),
        channel: 3.7...3.8, limits: limits)
      known[wall[6]] = curve
      return curve
    }
  }

  /// A storey's walls; buildings stand 25 m apart.
  func scene(storey: Int, offset: Double, curves: [LossCurve]) -> WallScene {
    let level = Self.height * Double(storey)
    return WallScene(
      segments: walls.indices.map { index in
        let wall = walls[index]
        return WallSegment(
          start: Point2(wall[0], wall[1] + offset), end: Point2(wall[2], wall[3] + offset),
          bottom: Metres(wall[4] + level), top: Metres(wall[5] + level), curve: index)
      }, curves: curves)
  }

  func map(cell: Double, storey: Int, offset: Double = 0) -> MultiWallMap {
    MultiWallMap(
      grid: CellGrid(
        origin: Point2(0, offset), cell: Metres(cell), columns: Int((60 / cell).rounded()),
        rows: Int((15 / cell).rounded())),
      receiverHeight: Metres(1.2 + Self.height * Double(storey)), frequency: 3.75)
  }

  func campus(buildings: Int, storeys: Int, curves: [LossCurve]) -> [Building] {
    (0..<buildings).map { building in
      let offset = 25 * Double(building)
      return Building(
        storeys: (0..<storeys).map { storey in
          BuildingMap.Storey(
            scene: scene(storey: storey, offset: offset, curves: curves),
            map: map(cell: 0.5, storey: storey, offset: offset),
            sites: [Point3(30, 7.5 + offset, 2.8 + Self.height * Double(storey))])
        }, floor: curves[0])
    }
  }
}
