import SpatialCore

/// A part of a surface inside border rings, as triangles.
///
/// The rings' points are kept as they are, so that faces that share an edge share its points. Inside,
/// the triangles lie at most `tolerance` from the surface.
struct SurfacePatch {
  /// The places; the rings' points first, in their order.
  private(set) var places: [Vector3]

  private let gauge: SurfaceGauge
  private var parameters: [Vector2]
  /// The surface's own places at the parameters: a border may lie beside it, and must not be refined
  /// for that.
  private var own: [Vector3]
  /// What one unit of u and of v counts when triangles are made compact.
  private let scale: Vector2
  private var net = TriangleNet([])
  /// Sides that are known to lie near enough to the surface.
  private var isNear: [Bool] = []

  /// Most triangles of one face.
  static let mostTriangles = 20_000
  /// How little a direction may count in which the surface is straight: triangles are not longer than
  /// this many times their width.
  static let leastShare = 0.05

  /// A point of a border: its parameters, and its place where that is given.
  struct BorderPoint {
    var parameters: Vector2
    var place: Vector3
  }

  /// Takes rings in the parameters' plane, the outer one first.
  init(_ rings: [[BorderPoint]], on surface: any ParametricSurface, tolerance: Double) {
    gauge = SurfaceGauge(surface: surface, tolerance: tolerance)
    places = rings.joined().map(\.place)
    parameters = rings.joined().map(\.parameters)
    own = parameters.map { surface.point($0) }
    guard let outer = rings.first, let start = parameters.first else {
      scale = surface.scale
      return
    }
    let box = parameters.reduce(into: (low: start, high: start)) { box, next in
      box.low = Vector2(min(box.low.x, next.x), min(box.low.y, next.y))
      box.high = Vector2(max(box.high.x, next.x), max(box.high.y, next.y))
    }
    scale = surface.bendScale(from: box.low, to: box.high)
    let scale = scale
    func flat(_ ring: [BorderPoint]) -> [Vector2] { ring.map { $0.parameters * scale } }
    let indices = Triangulation(outer: flat(outer), holes: rings.dropFirst().map(flat)).indices
    net = TriangleNet(indices.map(Int32.init))
    isNear = Array(repeating: false, count: net.corners.count)
    improve(Array(net.corners.indices))
    while net.count < SurfacePatch.mostTriangles, split() || splitTriangles() {}
  }

  /// The triangles' corners as places in ``places``, three a triangle.
  var indices: [Int32] { net.corners }

  private mutating func add(_ parameters: Vector2, _ place: Vector3) -> Int32 {
    self.parameters.append(parameters)
    places.append(place)
    own.append(place)
    return Int32(places.count - 1)
  }

  // MARK: - Refinement

  /// Puts a point on the surface into the middle of sides that lie too far from it, the worst first;
  /// false when none does.
  private mutating func split() -> Bool {
    let gauge = gauge
    var wanted: [(error: Double, side: Int, start: Int, end: Int, place: Vector3)] = []
    for side in net.corners.indices where !isNear[side] {
      let (a, b) = (net.start(side), net.end(side))
      guard a < b, net.twins[side] >= 0 else { continue }
      let middle = (parameters[a] + parameters[b]) / 2
      let place = gauge.surface.point(middle)
      let error = gauge.error(of: (own[a] + own[b]) / 2, from: place, at: middle)
      if error > gauge.tolerance {
        wanted.append((error, side, a, b, place))
      } else {
        isNear[side] = true
      }
    }
    wanted.sort { ($1.error, $0.start, $0.end) < ($0.error, $1.start, $1.end) }
    var isSplit = false
    for (_, side, a, b, place) in wanted where net.count < SurfacePatch.mostTriangles {
      // Turned away in the meantime, or still there.
      guard net.start(side) == a, net.end(side) == b, let twin = net.twin(side) else { continue }
      let middle = add((parameters[a] + parameters[b]) / 2, place)
      let known = nearness(around: side, twin)
      let around = net.divide(side, twin, at: middle)
      forget(around, but: known)
      improve([around[0], around[1], around[2], around[3]])
      isSplit = true
    }
    return isSplit
  }

  /// What is known of the four sides around the two triangles at a side, in the order in which
  /// ``TriangleNet`` gives them back.
  private func nearness(around side: Int, _ twin: Int) -> [4 of Bool] {
    let (bp, pa) = (net.next(side), net.next(net.next(side)))
    let (aq, qb) = (net.next(twin), net.next(net.next(twin)))
    return [isNear[pa], isNear[bp], isNear[qb], isNear[aq]]
  }

  /// The triangles at these sides are new, the sides themselves are not.
  private mutating func forget(_ sides: [4 of Int], but known: [4 of Bool]) {
    for _ in isNear.count..<net.corners.count { isNear.append(false) }
    for place in sides.indices {
      let first = sides[place] - sides[place] % 3
      for side in first..<first + 3 { isNear[side] = false }
    }
    for place in sides.indices { isNear[sides[place]] = known[place] }
  }

  /// Puts a point into the middle of triangles that lie too far from the surface.
  private mutating func splitTriangles() -> Bool {
    let gauge = gauge
    var isSplit = false
    for index in 0..<net.count where net.count < SurfacePatch.mostTriangles {
      let (a, b, c) = (net.start(3 * index), net.start(3 * index + 1), net.start(3 * index + 2))
      let middle = (parameters[a] + parameters[b] + parameters[c]) / 3
      let place = gauge.surface.point(middle)
      let error = gauge.error(of: (own[a] + own[b] + own[c]) / 3, from: place, at: middle)
      guard error > gauge.tolerance else { continue }
      let known = (0..<3).map { isNear[3 * index + $0] }
      let sides = net.divide(triangle: index, at: add(middle, place))
      forget(
        [sides[0], sides[1], sides[2], sides[0]], but: [known[0], known[1], known[2], known[0]])
      improve([sides[0], sides[1], sides[2]])
      isSplit = true
    }
    return isSplit
  }

  /// Turns sides until no triangle's circle holds a neighbour's corner (Delaunay), starting from some.
  ///
  /// Source: C. Lawson, Software for C1 surface interpolation, 1977.
  private mutating func improve(_ sides: [Int]) {
    var stack = sides
    // Rounding may make two ways round equal; then enough is enough.
    var left = 100 * (sides.count + 10)
    while let side = stack.popLast(), left > 0 {
      guard let twin = net.twin(side),
        isBetter(net.start(side), net.end(side), net.apex(side), net.apex(twin))
      else { continue }
      left -= 1
      let known = nearness(around: side, twin)
      let around = net.turn(side, twin)
      // Here they come back as p → a, a → q, q → b, b → p.
      forget(around, but: [known[0], known[3], known[2], known[1]])
      for place in around.indices { stack.append(around[place]) }
    }
  }

  /// Whether the edge from p to q is better than the one from a to b, for a, b, p counter-clockwise.
  private func isBetter(_ a: Int, _ b: Int, _ p: Int, _ q: Int) -> Bool {
    let (a, b) = (parameters[a] * scale, parameters[b] * scale)
    let (p, q) = (parameters[p] * scale, parameters[q] * scale)
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

/// How far chords lie from a surface, and how far they may.
private struct SurfaceGauge {
  let surface: any ParametricSurface
  /// What counts as no error (metres).
  let tolerance: Double

  /// How far a place lies from the surface, which has `place` at the parameters next to it.
  ///
  /// What it lies beside that place, along the surface, is no error.
  func error(of flat: Vector3, from place: Vector3, at middle: Vector2) -> Double {
    let gap = flat - place
    guard gap.length > tolerance else { return 0 }
    let (_, u, v) = surface.tangents(middle)
    let normal = u.cross(v).normalized
    return normal.map { abs(gap.dot($0)) } ?? gap.length
  }
}
