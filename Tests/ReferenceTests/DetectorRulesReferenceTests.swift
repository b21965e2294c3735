import BIMImport
import Foundation
import SeedFiles
import SensorPlacement
import SpatialCore
import Testing
import TwinModel
import TwinTestSupport

/// GB 50116-2013 checked on every real model with spaces by reading what was placed, with the figures of
/// the standard and a sight of its own: straight lines in metres, sampled, against the rooms' outlines.
///
/// Uses are not known here, so that only a shape makes a room a corridor (6.2.4).
@Suite(
  "Detectors of real models",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct DetectorRulesReferenceTests {
  /// Every model of the folder that can be read and has spaces.
  private static func models() -> [String] {
    guard let folder = Checkout.shared?.appendingPathComponent("data/ifc") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".ifc") }.sorted().filter { name in
      let data = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
      return data.range(of: Data("IFCSPACE(".utf8)) != nil
    }
  }

  /// Table 6.2.2 for flat ceilings: A and R.
  private func row(_ kind: String, floor: Double, height: Double) -> (area: Double, radius: Double)?
  {
    if kind == "heat_detector" {
      return height > 8 ? nil : floor <= 30 ? (30, 4.4) : (20, 3.6)
    }
    if height > 12 { return nil }
    return floor <= 80 || height > 6 ? (80, 6.7) : (60, 5.8)
  }

  /// What the rules of one room came to.
  private struct Count {
    var rooms = 0
    var corridors = 0
    var sights = 0
  }

  @Test("keep number, radius, sight and distance to walls")
  func rules() throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/ifc")
    let seeds = try SeedFolder(path: Checkout.seeds)
    var count = Count()
    var models = 0
    for name in Self.models() {
      var buildings: [Building] = []
      // What is not a model at all is the importer's matter.
      guard let reading = try? IFCReading(file: folder.appendingPathComponent(name).path) else {
        continue
      }
      reading.forEachBuilding { buildings.append($0) }
      let campus = Campus(
        id: try CampusID("model"), name: name, kind: .existing, stages: [], buildings: buildings)
      let plans = StoreyPlanBuilder.plans(of: campus).plans
      let output = try FireDetectorStudy(seeds: seeds)
        .run(StudyInput(campus: campus, plans: plans))
      let before = count.rooms
      for plan in plans {
        for room in plan.rooms { check(room, plan, output, name, &count) }
      }
      if count.rooms > before { models += 1 }
    }
    #expect(models >= 20)
    #expect(count.corridors > 0)
    #expect(count.sights > count.rooms / 2)
  }

  private func check(
    _ room: PlanRoom, _ plan: StoreyPlan, _ output: StudyOutput, _ model: String,
    _ count: inout Count
  ) {
    func said(_ code: String) -> Bool {
      output.findings.contains { $0.code == code && $0.subject == room.id.value }
    }
    let own = output.devices.filter { $0.space == room.id }
    let label = Comment(rawValue: "\(model): \(room.name) \(room.id.value)")
    guard let kind = own.first?.kind, let outline = room.outline.first, room.outline.count == 1
    else { return }
    guard let row = row(kind, floor: room.area.value, height: (room.height ?? plan.height).value)
    else {
      Issue.record("\(model): \(room.name) is higher than the table goes")
      return
    }
    count.rooms += 1
    let places = own.compactMap { $0.position.map { Point2($0.x, $0.y) } }
    let rings = outline.rings.map { $0.map(plan.local) }
    let points = samples(outline, plan)
    #expect(
      Double(places.count) >= (room.area.value / row.area - 1e-6).rounded(.up), label)
    if !said("sensors.room.narrow") {
      #expect(places.allSatisfy { distance($0, rings) >= 0.499 }, label)
    }
    var reach = row.radius
    let property = own.first?.properties.first { $0.set == "GB50116" && $0.name == "Spacing" }
    if case .number(let spacing)? = property?.value {
      count.corridors += 1
      #expect(spacing == (kind == "heat_detector" ? 10 : 15), label)
      // As wide as the widest circle between its walls; a bend is wider than its legs.
      let width = 2 * (points.map { distance($0, rings) }.max() ?? 0)
      #expect(width < 3 * 1.25, label)
      let mean = room.area.value / (length(rings) / 2)
      #expect(mean < 3 && room.area.value / max(mean, 0.01) > 4 * mean, label)
      reach = ((spacing / 2) * (spacing / 2) + 1.5 * 1.5).squareRoot()
    }
    guard !said("sensors.room.blind"), !said("sensors.room.coverage") else { return }
    // Columns hide floor in ways that this sight does not know.
    let box = outline.bounds
    let isClear = !plan.obstacles.flatMap(\.outline).contains {
      let other = $0.bounds
      return other.min.x < box.max.x && other.max.x > box.min.x && other.min.y < box.max.y
        && other.max.y > box.min.y
    }
    if isClear { count.sights += 1 }
    let missed = points.first { point in
      !places.contains {
        hypotenuse($0, point) <= reach + 0.001 && (!isClear || sees($0, point, rings))
      }
    }
    #expect(missed == nil, label)
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
