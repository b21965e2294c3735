import SpatialCore
import TwinModel

/// What is wrong with the faces and bodies of one geometry.
///
/// Kinds of defect follow ISO 19107 as val3dity checks it; tolerances are its defaults: 1 mm for points
/// at one place, 1 cm for points off the plane of their face.
struct GeometryCheck {
  /// Points nearer than this (m) are one point.
  static let snap = 1e-3
  /// Points may lie so far (m) off the plane of their face.
  static let planarity = 1e-2

  private(set) var shortRings = 0
  private(set) var repeatedPoints = 0
  private(set) var bentFaces = 0
  private(set) var greatestBend = 0.0
  private(set) var openShells = 0
  private(set) var turnedShells = 0
  private(set) var insideOutShells = 0

  /// Checks `geometry`, whose coordinates are metres.
  init(_ geometry: CityGeometry) {
    for surface in geometry.surfaces { check(surface) }
    guard geometry.isSolid else { return }
    var shell: [CitySurface] = []
    for surface in geometry.surfaces {
      if let last = shell.last, last.solid != surface.solid || last.shell != surface.shell {
        check(shell: shell)
        shell.removeAll(keepingCapacity: true)
      }
      shell.append(surface)
    }
    if !shell.isEmpty { check(shell: shell) }
  }

  // MARK: - Faces

  private mutating func check(_ surface: CitySurface) {
    for ring in surface.rings {
      var distinct = 0
      var previous = ring.last
      for point in ring {
        if let last = previous, (Vector3(last) - Vector3(point)).length < Self.snap {
          if ring.count > 1 { repeatedPoints += 1 }
        } else {
          distinct += 1
        }
        previous = point
      }
      if distinct < 3 { shortRings += 1 }
    }
    guard surface.rings.contains(where: { $0.count > 3 }) || surface.rings.count > 1,
      let normal = surface.areaVector.normalized, let outer = surface.rings.first, !outer.isEmpty
    else { return }
    let origin = Vector3(outer[0])
    let centre = outer.reduce(Vector3.zero) { $0 + (Vector3($1) - origin) } / Double(outer.count)
    let bend = surface.rings.joined().reduce(0.0) {
      max($0, abs((Vector3($1) - origin - centre).dot(normal)))
    }
    guard bend > Self.planarity else { return }
    bentFaces += 1
    greatestBend = max(greatestBend, bend)
  }

  // MARK: - Shells

  private struct Edge: Hashable {
    var low: SIMD3<Int64>
    var high: SIMD3<Int64>
  }

  private mutating func check(shell: [CitySurface]) {
    var uses: [Edge: (forward: Int, backward: Int)] = [:]
    for ring in shell.lazy.flatMap(\.rings) {
      guard var previous = ring.last.map(Self.place) else { continue }
      for point in ring {
        let next = Self.place(point)
        defer { previous = next }
        guard previous != next else { continue }
        let isForward =
          (previous.x, previous.y, previous.z) < (next.x, next.y, next.z)
        let edge =
          isForward ? Edge(low: previous, high: next) : Edge(low: next, high: previous)
        if isForward {
          uses[edge, default: (0, 0)].forward += 1
        } else {
          uses[edge, default: (0, 0)].backward += 1
        }
      }
    }
    if uses.values.contains(where: { ($0.forward + $0.backward) % 2 != 0 }) {
      openShells += 1
    } else if uses.values.contains(where: { $0.forward != $0.backward }) {
      turnedShells += 1
    } else if let volume = CityGeometry(.solid, lod: nil, surfaces: shell).volume,
      (volume < 0) != ((shell.first?.shell ?? 0) > 0), volume != 0
    {
      insideOutShells += 1
    }
  }

  /// The place of a point in whole multiples of ``snap``, garbage at one place.
  private static func place(_ point: Point3) -> SIMD3<Int64> {
    func whole(_ value: Double) -> Int64 { Int64(exactly: (value / snap).rounded()) ?? 0 }
    return SIMD3(whole(point.x), whole(point.y), whole(point.z))
  }
}

extension FindingLog {
  /// Checks the geometries of an object and adds what is wrong with them.
  mutating func check(_ object: CityFileObject) {
    for geometry in object.geometries {
      let found = GeometryCheck(geometry)
      let what =
        "a \(geometry.kind.rawValue)" + (geometry.effectiveLOD.map { " of LoD \($0)" } ?? "")
      func note(
        _ count: Int, _ severity: Finding.Severity, _ code: String, _ words: String,
        _ suggestion: String, log: inout FindingLog
      ) {
        guard count > 0 else { return }
        log.add(
          severity, code, object.id, "\(what) has \(count) \(words)", suggestion: suggestion)
      }
      note(
        found.shortRings, .error, "cim.ring.points", "rings of fewer than three points",
        "they add no area; remove them", log: &self)
      note(
        found.repeatedPoints, .warning, "cim.ring.duplicate", "points that repeat the one before",
        "list each point of a ring once", log: &self)
      let bend = (found.greatestBend * 1000).rounded() / 1000
      note(
        found.bentFaces, .warning, "cim.face.planarity",
        "faces that are not flat, by up to \(bend) m",
        "triangulate them", log: &self)
      note(
        found.openShells, .warning, "cim.solid.open", "shells that are not closed",
        "its volume means nothing until it is closed", log: &self)
      note(
        found.turnedShells, .warning, "cim.solid.orientation",
        "shells with faces that look in and faces that look out",
        "turn them so that all look outward; the volume is wrong", log: &self)
      note(
        found.insideOutShells, .warning, "cim.solid.inside_out", "shells turned inside out",
        "turn all faces; the volume is counted with the wrong sign", log: &self)
    }
  }
}
