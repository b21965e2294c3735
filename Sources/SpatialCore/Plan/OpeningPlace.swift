import TwinModel

/// Where a hole lies in the plan: its axis along the wall, and its heights.
struct OpeningPlace {
  /// Middle of the axis, in plan millimetres.
  var centre: Point2
  /// Direction along the wall, of unit length.
  var axis: Point2
  /// Length of the hole along the wall, in millimetres.
  var length: Double
  /// Half the thickness of the wall there, in millimetres.
  var halfThickness: Double
  /// Lower edge above the storey's floor, in millimetres.
  var sill: Int64
  /// Upper edge above the storey's floor, in millimetres.
  var head: Int64

  /// Finds the place from the hole's box, the filling's mesh and its declared width, whichever are
  /// there; nil when neither box nor mesh is.
  init?(
    bounds: Box3?, mesh: TriangleMesh?, declaredMetres: Double?, host: HostWall?, frame: PlanFrame
  ) {
    guard let heights = bounds ?? mesh?.bounds else { return nil }
    sill = frame.height(heights.min.z)
    head = frame.height(heights.max.z)

    let hole = bounds.map { PlanHole($0, frame) }
    // Looked at only where hole and wall do not suffice: bodies have thousands of points.
    let needsBody = hole == nil || host?.outline.isEmpty ?? true
    let rectangle =
      needsBody ? mesh.flatMap { RotatedRectangle(around: $0.points(in: frame)) } : nil
    guard let middle = hole?.centre ?? rectangle?.centre else { return nil }
    centre = middle
    let isWide = hole.map { $0.size.x >= $0.size.y } ?? true
    axis =
      host?.direction(beside: middle) ?? rectangle?.axis
      ?? (isWide ? Point2(1, 0) : Point2(0, 1))

    let along = axis
    let declared = { declaredMetres.map { $0 * 1000 } }
    let covered = { mesh.map { extent(of: $0.points(in: frame), along: along) } }
    let measured = { hole.flatMap { $0.length(along: along, thickness: host?.thickness ?? 0) } }
    // A hole across the diagonal says little of its length: there the filling knows better.
    let isDiagonal = abs(along.x * along.x - along.y * along.y) < 0.3
    let known = isDiagonal ? [declared, covered, measured] : [measured, declared, covered]
    length =
      known.lazy.compactMap { $0() }.first { $0 >= 1 && PlanFrame.canBe(metres: $0 / 1000) } ?? 0
    guard length > 0 else { return nil }

    if let section = host?.crossSection(at: middle, across: along) {
      centre = section.middle
      halfThickness = section.half
    } else {
      halfThickness = (host.map(\.thickness) ?? min(rectangle?.width ?? 0, 300)) / 2
    }
  }

  /// One end of the axis.
  var start: PlanPoint { point(along: -length / 2) }
  /// The other end of the axis.
  var end: PlanPoint { point(along: length / 2) }

  /// The plan point at a distance along the axis and to its left from the middle (mm).
  func point(along: Double, left: Double = 0) -> PlanPoint {
    PlanPoint(
      Int64((centre.x + along * axis.x - left * axis.y).rounded()),
      Int64((centre.y + along * axis.y + left * axis.x).rounded()))
  }

  /// The rooms on both sides, sorted: points 0.1 to 0.6 m off the wall's faces are looked up, first
  /// across the middle, then across the quarters of the hole.
  func rooms(_ lookup: RoomLookup) -> [GlobalID] {
    var found: Set<GlobalID> = []
    for side in [-1.0, 1.0] {
      search: for along in [0, -length / 4, length / 4] {
        for distance in stride(from: 100.0, through: 600, by: 100) {
          let left = side * (halfThickness + distance)
          guard let room = lookup.id(at: point(along: along, left: left)) else { continue }
          found.insert(room)
          break search
        }
      }
    }
    return found.sorted()
  }
}

/// The box of a hole in plan millimetres.
private struct PlanHole {
  let centre: Point2
  let size: Point2

  init(_ box: Box3, _ frame: PlanFrame) {
    let low = frame.plan(box.min.plan)
    let high = frame.plan(box.max.plan)
    centre = Point2(Double(low.x + high.x) / 2, Double(low.y + high.y) / 2)
    size = Point2(Double(high.x - low.x), Double(high.y - low.y))
  }

  /// Length of the hole along `axis`, from the box around it.
  ///
  /// A hole of length l and depth t turned by θ has a box of `l |cos θ| + t |sin θ|` by
  /// `l |sin θ| + t |cos θ|`; solved for l, or for l with t as thick as the wall near 45°.
  func length(along axis: Point2, thickness: Double) -> Double? {
    let (cosine, sine) = (abs(axis.x), abs(axis.y))
    let difference = cosine * cosine - sine * sine
    if abs(difference) < 0.3 { return (size.x + size.y) / (cosine + sine) - thickness }
    return (size.x * cosine - size.y * sine) / difference
  }
}

private func extent(of points: [Point2], along axis: Point2) -> Double {
  let along = points.map { $0.x * axis.x + $0.y * axis.y }
  return (along.max() ?? 0) - (along.min() ?? 0)
}

extension TriangleMesh {
  /// The vertices that a triangle uses, in plan millimetres.
  fileprivate func points(in frame: PlanFrame) -> [Point2] {
    var isUsed = [Bool](repeating: false, count: vertices.count)
    for index in indices { isUsed[Int(index)] = true }
    return vertices.indices.lazy.filter { isUsed[$0] }.map { frame.plan(vertices[$0].plan) }
      .map { Point2(Double($0.x), Double($0.y)) }
  }
}
