import SpatialCore

/// A part of a surface inside border rings, as triangles.
///
/// The rings' points are kept as they are, so that faces that share an edge share its points. Inside,
/// the triangles lie at most `tolerance` from the surface.
struct SurfacePatch {
  /// The places; the rings' points first, in their order.
  private(set) var places: [Vector3]
  private(set) var triangles: [SIMD3<Int32>] = []

  private let surface: any ParametricSurface
  private var parameters: [Vector2]
  /// The surface's own places at the parameters: a border may lie beside it, and must not be refined
  /// for that.
  private var own: [Vector3]
  private let scale: Vector2
  private let tolerance: Double
  /// The triangle to the left of each edge, by its ends.
  private var owners: [SIMD2<Int32>: Int] = [:]

  /// Most triangles of one face.
  static let mostTriangles = 20_000

  /// A point of a border: its parameters, and its place where that is given.
  struct BorderPoint {
    var parameters: Vector2
    var place: Vector3
  }

  /// Takes rings in the parameters' plane, the outer one first.
  init(_ rings: [[BorderPoint]], on surface: any ParametricSurface, tolerance: Double) {
    self.surface = surface
    self.tolerance = tolerance
    scale = surface.scale
    places = rings.joined().map(\.place)
    parameters = rings.joined().map(\.parameters)
    own = parameters.map { surface.point($0) }
    guard let outer = rings.first else { return }
    let scale = scale
    func flat(_ ring: [BorderPoint]) -> [Vector2] { ring.map { $0.parameters * scale } }
    let indices = Triangulation(outer: flat(outer), holes: rings.dropFirst().map(flat)).indices
    for start in stride(from: 0, to: indices.count, by: 3) {
      add(SIMD3(Int32(indices[start]), Int32(indices[start + 1]), Int32(indices[start + 2])))
    }
    improve(triangles.flatMap { [SIMD2($0.x, $0.y), SIMD2($0.y, $0.z), SIMD2($0.z, $0.x)] })
    while triangles.count < SurfacePatch.mostTriangles, split() || splitTriangles() {}
  }

  // MARK: - Triangles and their edges

  private mutating func add(_ triangle: SIMD3<Int32>) {
    triangles.append(triangle)
    enter(triangles.count - 1)
  }

  private mutating func replace(_ index: Int, _ triangle: SIMD3<Int32>) {
    triangles[index] = triangle
    enter(index)
  }

  private mutating func enter(_ index: Int) {
    let t = triangles[index]
    owners[SIMD2(t.x, t.y)] = index
    owners[SIMD2(t.y, t.z)] = index
    owners[SIMD2(t.z, t.x)] = index
  }

  private mutating func add(_ parameters: Vector2, _ place: Vector3) -> Int32 {
    self.parameters.append(parameters)
    places.append(place)
    own.append(place)
    return Int32(places.count - 1)
  }

  /// The triangles on both sides of an edge within the patch, and their corners off it; nil when there
  /// is no such edge.
  private func sides(
    _ a: Int32, _ b: Int32
  ) -> (left: Int, right: Int, p: Int32, q: Int32)? {
    guard let left = owners[SIMD2(a, b)], let right = owners[SIMD2(b, a)],
      let p = corner(of: left, off: a, b), let q = corner(of: right, off: a, b)
    else { return nil }
    return (left, right, p, q)
  }

  private func corner(of triangle: Int, off a: Int32, _ b: Int32) -> Int32? {
    let t = triangles[triangle]
    if t.x != a, t.x != b { return t.x }
    if t.y != a, t.y != b { return t.y }
    return t.z != a && t.z != b ? t.z : nil
  }

  // MARK: - Refinement

  /// Puts a point on the surface into the middle of edges that lie too far from it, the worst first;
  /// false when none does.
  private mutating func split() -> Bool {
    var wanted: [(error: Double, a: Int32, b: Int32, place: Vector3)] = []
    for t in triangles {
      for (a, b) in [(t.x, t.y), (t.y, t.z), (t.z, t.x)]
      where a < b && owners[SIMD2(b, a)] != nil {
        let place = surface.point((parameters[Int(a)] + parameters[Int(b)]) / 2)
        let middle = (parameters[Int(a)] + parameters[Int(b)]) / 2
        let error = error(of: (own[Int(a)] + own[Int(b)]) / 2, from: place, at: middle)
        if error > tolerance { wanted.append((error, a, b, place)) }
      }
    }
    wanted.sort { ($1.error, $0.a, $0.b) < ($0.error, $1.a, $1.b) }
    var isSplit = false
    for (_, a, b, place) in wanted where triangles.count < SurfacePatch.mostTriangles {
      // Turned away in the meantime, or still there.
      guard let (left, right, p, q) = sides(a, b) else { continue }
      let middle = add((parameters[Int(a)] + parameters[Int(b)]) / 2, place)
      owners[SIMD2(a, b)] = nil
      owners[SIMD2(b, a)] = nil
      replace(left, SIMD3(a, middle, p))
      replace(right, SIMD3(b, middle, q))
      add(SIMD3(middle, b, p))
      add(SIMD3(middle, a, q))
      improve([SIMD2(p, a), SIMD2(b, p), SIMD2(q, b), SIMD2(a, q)])
      isSplit = true
    }
    return isSplit
  }

  /// How far a place lies from the surface, which has `place` at the parameters next to it.
  ///
  /// What it lies beside that place, along the surface, is no error.
  private func error(of flat: Vector3, from place: Vector3, at middle: Vector2) -> Double {
    let gap = flat - place
    guard gap.length > tolerance else { return 0 }
    let step = Vector2(1e-4, 1e-4) / scale
    let (u, v) = (Vector2(step.x, 0), Vector2(0, step.y))
    let normal = (surface.point(middle + u) - surface.point(middle - u))
      .cross(surface.point(middle + v) - surface.point(middle - v)).normalized
    return normal.map { abs(gap.dot($0)) } ?? gap.length
  }

  /// Puts a point into the middle of triangles that lie too far from the surface.
  private mutating func splitTriangles() -> Bool {
    var isSplit = false
    for index in triangles.indices where triangles.count < SurfacePatch.mostTriangles {
      let t = triangles[index]
      let (a, b, c) = (Int(t.x), Int(t.y), Int(t.z))
      let middle = (parameters[a] + parameters[b] + parameters[c]) / 3
      let place = surface.point(middle)
      guard error(of: (own[a] + own[b] + own[c]) / 3, from: place, at: middle) > tolerance else {
        continue
      }
      let new = add(middle, place)
      replace(index, SIMD3(t.x, t.y, new))
      add(SIMD3(t.y, t.z, new))
      add(SIMD3(t.z, t.x, new))
      improve([SIMD2(t.x, t.y), SIMD2(t.y, t.z), SIMD2(t.z, t.x)])
      isSplit = true
    }
    return isSplit
  }

  /// Turns edges until no triangle's circle holds a neighbour's corner (Delaunay), starting from some.
  ///
  /// Source: C. Lawson, Software for C1 surface interpolation, 1977.
  private mutating func improve(_ edges: [SIMD2<Int32>]) {
    var stack = edges
    // Rounding may make two ways round equal; then enough is enough.
    var left = 100 * (edges.count + 10)
    while let edge = stack.popLast(), left > 0 {
      let (a, b) = (edge.x, edge.y)
      guard let (one, other, p, q) = sides(a, b), isBetter(a, b, p, q) else { continue }
      left -= 1
      owners[SIMD2(a, b)] = nil
      owners[SIMD2(b, a)] = nil
      replace(one, SIMD3(p, a, q))
      replace(other, SIMD3(q, b, p))
      stack += [SIMD2(p, a), SIMD2(a, q), SIMD2(q, b), SIMD2(b, p)]
    }
  }

  /// Whether the edge from p to q is better than the one from a to b, for a, b, p counter-clockwise.
  private func isBetter(_ a: Int32, _ b: Int32, _ p: Int32, _ q: Int32) -> Bool {
    let (a, b) = (parameters[Int(a)] * scale, parameters[Int(b)] * scale)
    let (p, q) = (parameters[Int(p)] * scale, parameters[Int(q)] * scale)
    let least = 1e-9 * (b - a).dot(b - a)
    guard (a - p).cross(q - p) > least, (b - q).cross(p - q) > least else { return false }
    let (u, v, w) = (a - q, b - q, p - q)
    let (uu, vv, ww) = (u.dot(u), v.dot(v), w.dot(w))
    let determinant =
      u.x * (v.y * ww - vv * w.y) - u.y * (v.x * ww - vv * w.x) + uu * v.cross(w)
    let size = max(uu, max(vv, ww))
    return determinant > 1e-9 * size * size
  }
}
