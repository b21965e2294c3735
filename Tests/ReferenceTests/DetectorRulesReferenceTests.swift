import BIMImport
import Foundation
import SchoolCapacity
import SeedFiles
import SensorPlacement
import SpatialCore
import Testing
import TwinModel
import TwinTestSupport

/// GB 50116-2013 checked on real models by reading what was placed, with the figures of table 6.2.2 and a
/// sight of its own: straight lines in metres, sampled, against the rooms' outlines.
@Suite(
  "Detectors of real models",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct DetectorRulesReferenceTests {
  /// Models with storeys without furniture, which this sight knows nothing of.
  private static let models = ["ac20_fzk", "haus_005"]

  /// Table 6.2.2 for flat ceilings: A and R.
  private func row(_ kind: String, floor: Double, height: Double) -> (area: Double, radius: Double)?
  {
    if kind == "heat_detector" {
      return height > 8 ? nil : floor <= 30 ? (30, 4.4) : (20, 3.6)
    }
    if height > 12 { return nil }
    return floor <= 80 || height > 6 ? (80, 6.7) : (60, 5.8)
  }

  @Test("keep number, radius, sight and distance to walls", arguments: models)
  func rules(_ name: String) throws {
    let path = try #require(Checkout.shared).appendingPathComponent("data/ifc/\(name).ifc").path
    var buildings: [Building] = []
    try IFCReading(file: path).forEachBuilding { buildings.append($0) }
    let campus = Campus(
      id: try CampusID("model"), name: name, kind: .existing, stages: [], buildings: buildings)
    let plans = StoreyPlanBuilder.plans(of: campus).plans
    let seeds = try SeedFolder(path: Checkout.seeds)
    let known = try CapacityStudy.load(
      from: seeds, classSize: Assumptions.ClassSize(primary: 45, secondary: 50)
    ).run(StudyInput(campus: campus, plans: plans))
    let output = try FireDetectorStudy(seeds: seeds)
      .run(StudyInput(campus: campus, plans: plans, facts: known.facts))
    let narrow = Set(output.findings.filter { $0.code == "sensors.room.narrow" }.map(\.subject))
    let rooms = plans.flatMap { plan in plan.rooms.map { (plan, $0) } }
    var checked = 0
    for (plan, room) in rooms {
      let own = output.devices.filter { $0.space == room.id }
      guard let kind = own.first?.kind, let outline = room.outline.first, room.outline.count == 1,
        // A column makes parts that this sight does not know.
        plan.obstacles.isEmpty,
        let row = row(
          kind, floor: room.area.value, height: (room.height ?? plan.height).value)
      else { continue }
      checked += 1
      let places = own.compactMap { $0.position.map { Point2($0.x, $0.y) } }
      let rings = outline.rings.map { $0.map(plan.local) }
      #expect(
        Double(places.count) >= (room.area.value / row.area - 1e-6).rounded(.up), "\(room.name)")
      if !narrow.contains(room.id.value) {
        #expect(places.allSatisfy { distance($0, rings) >= 0.499 }, "\(room.name)")
      }
      // Narrow corridors go by spacing instead (6.2.4).
      let perimeter = rings.joined().count > 0 ? length(rings) : 0
      let isLong = 2 * room.area.value / max(1e-9, perimeter / 2) < 6
      let reach = isLong && room.area.value > 0 ? max(row.radius, 7.7) : row.radius
      for point in samples(outline, plan) {
        #expect(
          places.contains { hypotenuse($0, point) <= reach + 0.001 && sees($0, point, rings) },
          "\(room.name) at \(point)")
      }
    }
    #expect(checked > 0)
  }

  private func samples(_ outline: PlanPolygon, _ plan: StoreyPlan) -> [Point2] {
    let box = outline.bounds
    return stride(from: box.min.x + 20, to: box.max.x, by: 173).flatMap { x in
      stride(from: box.min.y + 20, to: box.max.y, by: 173).map { PlanPoint(x, $0) }
    }.filter { outline.contains($0) }.map(plan.local)
  }

  private func hypotenuse(_ a: Point2, _ b: Point2) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private func edges(_ rings: [[Point2]]) -> [(Point2, Point2)] {
    rings.flatMap { ring in ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) } }
  }

  private func length(_ rings: [[Point2]]) -> Double {
    edges(rings).reduce(0) { $0 + hypotenuse($1.0, $1.1) }
  }

  private func distance(_ p: Point2, _ rings: [[Point2]]) -> Double {
    edges(rings).map { a, b in
      let square = max(1e-12, (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y))
      let share = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / square
      let t = max(0, min(1, share))
      return hypotenuse(p, Point2(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
    }.min() ?? 0
  }

  /// No wall crosses the line, but for a millimetre at its ends.
  private func sees(_ a: Point2, _ b: Point2, _ rings: [[Point2]]) -> Bool {
    func side(_ p: Point2, _ q: Point2, _ r: Point2) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return !edges(rings).contains { p, q in
      let (c, d, e, f) = (side(a, b, p), side(a, b, q), side(p, q, a), side(p, q, b))
      let small = 0.002
      return c * d < 0 && e * f < 0 && min(abs(c), abs(d), abs(e), abs(f)) > small
    }
  }
}
