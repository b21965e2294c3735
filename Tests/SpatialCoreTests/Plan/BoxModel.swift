import Foundation
import TwinModel

/// A storey of boxes, made by hand: walls with holes, doors, windows and rooms.
///
/// Everything may be turned about the origin and shifted afterwards, so that one drawing tests
/// straight and slanted buildings.
struct BoxModel {
  var turnDegrees = 0.0
  var shift = Point2(0, 0)
  var storey = Storey(id: GlobalID("S1"), name: "1F", elevation: 0)

  func place(_ x: Double, _ y: Double) -> Point2 {
    let (c, s) = (cos(turnDegrees * .pi / 180), sin(turnDegrees * .pi / 180))
    return Point2(shift.x + x * c - y * s, shift.y + x * s + y * c)
  }

  /// A closed box between two corners.
  func box(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ z0: Double, _ z1: Double
  ) -> TriangleMesh {
    let plan = [place(x0, y0), place(x1, y0), place(x1, y1), place(x0, y1)]
    let vertices = [z0, z1].flatMap { z in plan.map { Point3($0.x, $0.y, z) } }
    return TriangleMesh(
      vertices: vertices,
      indices: [
        0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3,
        0, 4, 3, 4, 7,
      ])
  }

  mutating func addRoom(
    _ name: String, _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double
  ) {
    storey.spaces.append(
      Space(
        id: GlobalID("room-\(name)"), name: name,
        footprint: MultiPolygon([
          Polygon(outer: [place(x0, y0), place(x1, y0), place(x1, y1), place(x0, y1)])
        ]), floorElevation: storey.elevation, height: 3))
  }

  /// A wall, with holes given as boxes of the same frame.
  mutating func addWall(
    _ name: String, _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double,
    heightMetres: Double = 3, layers: [MaterialLayer] = [],
    holes: [(id: String, filling: String?, box: TriangleMesh)] = []
  ) {
    let floor = storey.elevation.value
    storey.elements.append(
      Element(
        id: GlobalID(name), kind: .wall, sourceClass: "IfcWall", layers: layers,
        body: PlacedShape(box(x0, y0, x1, y1, floor, floor + heightMetres)),
        openings: holes.map {
          Opening(
            id: GlobalID($0.id), filledBy: $0.filling.map(GlobalID.init), bounds: $0.box.bounds)
        }))
  }

  mutating func add(
    _ kind: ElementKind, _ name: String, mesh: TriangleMesh?, widthMetres: Double? = nil
  ) {
    storey.elements.append(
      Element(
        id: GlobalID(name), kind: kind, sourceClass: "Ifc\(kind.rawValue)",
        body: mesh.map { PlacedShape($0) },
        overallWidth: widthMetres.map { Metres($0) }))
  }

  var building: Building { Building(id: GlobalID("B"), name: "A", storeys: [storey]) }
}
