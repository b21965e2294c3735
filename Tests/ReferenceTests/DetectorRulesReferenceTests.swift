import BIMImport
import Foundation
import SchoolCapacity
import SeedFiles
import SensorPlacement
import SpatialCore
import Testing
import TwinModel
import TwinTestSupport

/// GB 50116-2013 checked on every real model with spaces by reading what was placed, with the figures of
/// the standard and a sight of its own: straight lines in metres, sampled, against the rooms' outlines, and
/// straight up against slabs and roofs.
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

  /// Table 6.2.2: A and R.
  private func row(
    _ kind: String, floor: Double, height: Double, slope: Double
  ) -> (area: Double, radius: Double)? {
    let column = slope <= 15 ? 0 : slope <= 30 ? 1 : 2
    if kind == "heat_detector" {
      if height > 8 { return nil }
      return floor <= 30
        ? (30, [4.4, 4.9, 5.5][column]) : ([20, 30, 40][column], [3.6, 4.9, 6.3][column])
    }
    if height > 12 { return nil }
    if floor <= 80 { return (80, [6.7, 7.2, 8.0][column]) }
    return height > 6
      ? ([80, 100, 120][column], [6.7, 8.0, 9.9][column])
      : ([60, 80, 100][column], [5.8, 7.2, 9.0][column])
  }

  /// What the rules of one room came to.
  private struct Count {
    var rooms = 0
    var corridors = 0
    var sights = 0
    var slopes = 0
    var heat = 0
    var exempt = 0
  }

  @Test("keep number, radius, sight and distance to walls")
  func rules() throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/ifc")
    let seeds = try SeedFolder(path: Checkout.seeds)
    let capacity = try CapacityStudy.load(
      from: seeds, classSize: Assumptions.ClassSize(primary: 45, secondary: 50))
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
      let known = try capacity.run(StudyInput(campus: campus, plans: plans))
      let output = try FireDetectorStudy(seeds: seeds)
        .run(StudyInput(campus: campus, plans: plans, facts: known.facts))
      var uses: [String: String] = [:]
      for fact in known.facts
      where fact.quantity == "room.use" && fact.value != .text("unassigned") {
        uses[fact.subject.id] = fact.value.text
      }
      let covers = buildings.map { (building: $0.id, triangles: roofs(of: $0)) }
      let before = count.rooms
      for plan in plans {
        let own = covers.first { $0.building == plan.building }?.triangles ?? []
        for room in plan.rooms {
          checkKind(of: room, uses[room.id.value], output, name, &count)
          check(room, plan, uses[room.id.value], own, output, name, &count)
        }
      }
      if count.rooms > before { models += 1 }
    }
    #expect(models >= 20)
    #expect(count.corridors > 0)
    #expect(count.sights > count.rooms / 2)
    #expect(count.slopes > 0)
    #expect(count.heat > 0)
    #expect(count.exempt > 0)
  }

  /// 5.2.5: heat detectors in kitchens and where the name says boiler or generator; none in toilets.
  private func checkKind(
    of room: PlanRoom, _ use: String?, _ output: StudyOutput, _ model: String,
    _ count: inout Count
  ) {
    let kinds = Set(output.devices.filter { $0.space == room.id }.map(\.kind))
    let label = Comment(rawValue: "\(model): \(room.name) \(room.longName) is \(use ?? "?")")
    let name = "\(room.name) \(room.longName)".lowercased()
    let isHot = ["boiler", "generator", "heizung", "heizraum", "锅炉", "发电机"].contains {
      name.contains($0)
    }
    if use == "toilet" {
      count.exempt += 1
      #expect(kinds.isEmpty, label)
    } else if use == "kitchen" || (isHot && (use == nil || use == "technical")) {
      count.heat += kinds.isEmpty ? 0 : 1
      #expect(kinds.isSubset(of: ["heat_detector"]), label)
    } else {
      #expect(kinds.isSubset(of: ["smoke_detector"]), label)
    }
  }

  /// Three corners of each triangle of slabs, roofs and coverings.
  private func roofs(of building: Building) -> [[Point3]] {
    building.storeys.flatMap(\.elements).filter { [.slab, .roof, .covering].contains($0.kind) }
      .compactMap(\.mesh).flatMap { mesh in
        stride(from: 0, to: mesh.indices.count - 2, by: 3).map { first in
          (0..<3).map { mesh.vertices[Int(mesh.indices[first + $0])] }
        }
      }
  }

  /// The slope (degrees) of the lowest triangle above a point of the plan and between two heights.
  private func slope(
    at p: Point2, _ triangles: [[Point3]], from low: Double, to high: Double
  ) -> Double? {
    var best: (z: Double, slope: Double)?
    for t in triangles {
      let (u, v) = (t[1] - t[0], t[2] - t[0])
      let normal = Point3(
        u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x)
      guard abs(normal.z) > 1e-9 else { continue }
      let s = ((p.x - t[0].x) * v.y - (p.y - t[0].y) * v.x) / normal.z
      let r = ((p.y - t[0].y) * u.x - (p.x - t[0].x) * u.y) / normal.z
      guard s >= 0, r >= 0, s + r <= 1 else { continue }
      let z = t[0].z + s * u.z + r * v.z
      guard z > low, z < min(high, best?.z ?? .infinity) else { continue }
      let across = (normal.x * normal.x + normal.y * normal.y).squareRoot()
      best = (z, atan2(across, abs(normal.z)) * 180 / .pi)
    }
    return best?.slope
  }

  private func check(
    _ room: PlanRoom, _ plan: StoreyPlan, _ use: String?, _ roofs: [[Point3]],
    _ output: StudyOutput, _ model: String, _ count: inout Count
  ) {
    func said(_ code: String) -> Bool {
      output.findings.contains { $0.code == code && $0.subject == room.id.value }
    }
    let own = output.devices.filter { $0.space == room.id }
    let label = Comment(rawValue: "\(model): \(room.name) \(room.id.value)")
    guard let kind = own.first?.kind, let outline = room.outline.first, room.outline.count == 1
    else { return }
    let height = (room.height ?? plan.height).value
    let points = samples(outline, plan)
    let slope = number("Slope", of: own) ?? 0
    guard let row = row(kind, floor: room.area.value, height: height, slope: slope) else {
      Issue.record("\(model): \(room.name) is higher than the table goes")
      return
    }
    count.rooms += 1
    let places = own.compactMap { $0.position.map { Point2($0.x, $0.y) } }
    let rings = outline.rings.map { $0.map(plan.local) }
    if slope > 15 {
      count.slopes += 1
      let floor = plan.elevation.value + Double(room.floor) / 1000
      let seen = points.map {
        self.slope(at: $0, roofs, from: floor + min(1, height / 2), to: floor + height + 0.5)
      }
      // Steep all over, but for what lies at the edges of the roof.
      #expect(seen.count { $0 ?? 0 < slope - 0.01 } <= seen.count / 5, label)
    }
    #expect(
      Double(places.count) >= (room.area.value / row.area - 1e-6).rounded(.up), label)
    if !said("sensors.room.narrow") {
      #expect(places.allSatisfy { distance($0, rings) >= 0.499 }, label)
    }
    var reach = row.radius
    if let spacing = number("Spacing", of: own) {
      count.corridors += 1
      #expect(use == nil || use == "corridor", label)
      #expect(spacing == (kind == "heat_detector" ? 10 : 15), label)
      // As wide as the widest circle between its walls; a bend is wider than its legs.
      let width = 2 * (points.map { distance($0, rings) }.max() ?? 0)
      #expect(width < 3 * 1.25, label)
      let mean = room.area.value / (length(rings) / 2)
      #expect(mean < 3, label)
      if use == nil { #expect(room.area.value / max(mean, 0.01) > 4 * mean, label) }
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

  /// A number that the devices of a room carry.
  private func number(_ name: String, of devices: [Device]) -> Double? {
    let property = devices.first?.properties.first { $0.set == "GB50116" && $0.name == name }
    if case .number(let value)? = property?.value { return value }
    return nil
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

private func - (a: Point3, b: Point3) -> Point3 { Point3(a.x - b.x, a.y - b.y, a.z - b.z) }
