import SpatialCore

/// Cuts openings that go straight through a wall or slab, in two dimensions.
///
/// That is fast and exact, and it is what most openings are: extruded along the thickness of the wall.
struct ThroughHoles {
  /// An opening's body: an item and where it lies in the frame of the body it is cut from.
  struct Item {
    var instance: STEPInstance
    var place: AffineTransform
  }

  /// The body, as far as it could be cut.
  private(set) var body: SolidMesh
  /// The items that are no straight holes through it, in their order.
  private(set) var remaining: [Item]
  private let reader: ShapeReader

  /// How far a hole may end before the face it should go through (m); no wall is left that thin.
  private static let skin = 1e-4

  /// Cuts what can be cut.
  init(_ items: [Item], through body: SolidMesh, _ reader: ShapeReader) {
    self.body = body
    self.reader = reader
    remaining = items
    guard !items.isEmpty else { return }
    var left = items.map { (item: $0, cutters: self.cutters($0.instance, $0.place, depth: 0)) }
    let axes = ThroughHoles.axes(left.compactMap(\.cutters))
    // Holes all the way through first: a box may be seen along each of its edges.
    for throughOnly in [true, false] {
      for axis in axes where !left.isEmpty {
        guard var front = StraightHoles(self.body, along: axis) else { break }
        // An item counts only as a whole; most items are one hole.
        let holes = left.map { part -> [StraightHoles.Hole] in
          let own = part.cutters.flatMap { ThroughHoles.holes($0, along: axis, on: front) } ?? []
          return throughOnly && !own.allSatisfy(front.goesThrough) ? [] : own
        }
        guard holes.contains(where: { !$0.isEmpty }) else { continue }
        let done = front.cut(holes.flatMap { $0 })
        self.body = front.mesh
        var first = 0
        left = zip(left, holes).filter { _, own in
          defer { first += own.count }
          return own.isEmpty || !done[first..<first + own.count].allSatisfy { $0 }
        }.map(\.0)
      }
    }
    remaining = left.map(\.item)
  }

  /// The directions of the cutters, each once.
  private static func axes(_ cutters: [[Cutter]]) -> [Vector3] {
    var axes: [Vector3] = []
    for axis in cutters.joined().flatMap(\.axes)
    where !axes.contains(where: { isParallel($0, axis) }) {
      axes.append(axis)
    }
    return axes
  }

  // MARK: - Openings as extruded outlines

  /// An outline and the way it was extruded, in the frame of the body.
  private struct Cutter {
    var bottom: [[Vector3]]
    var sweep: Vector3
    /// Unit vectors that the cutter is a prism along.
    var axes: [Vector3]

    init?(bottom: [[Vector3]], sweep: Vector3) {
      guard let axis = sweep.normalized else { return nil }
      self.bottom = bottom
      self.sweep = sweep
      axes = [axis]
      if let corners = parallelogram {
        axes += [corners[1] - corners[0], corners[3] - corners[0]].compactMap(\.normalized)
      }
    }

    /// The bottom's corners, when it is a parallelogram.
    private var parallelogram: [Vector3]? {
      guard bottom.count == 1, bottom[0].count == 4 else { return nil }
      let gap = bottom[0][0] - bottom[0][1] + bottom[0][2] - bottom[0][3]
      return gap.length < 1e-6 ? bottom[0] : nil
    }

    /// The same body as extruded along `axis`; nil when it is no prism along that.
    func along(_ axis: Vector3) -> Cutter? {
      guard let place = axes.firstIndex(where: { isParallel($0, axis) }) else { return nil }
      guard place > 0, let p = parallelogram else { return self }
      // Along an edge of the bottom: the face over the other edge is the new bottom.
      let side = place == 1 ? p[3] : p[1]
      return Cutter(
        bottom: [[p[0], side, side + sweep, p[0] + sweep]],
        sweep: place == 1 ? p[1] - p[0] : p[3] - p[0])
    }
  }

  /// The extruded outlines that make up an item; nil when it is something else.
  private func cutters(_ item: STEPInstance, _ place: AffineTransform, depth: Int) -> [Cutter]? {
    guard depth < 8, (try? reader.spend(depth: depth)) != nil else { return nil }
    let model = reader.model
    switch model.known(item) {
    case .extrudedAreaSolid:
      guard let area = model.instance(item, .sweptArea),
        let frame = try? reader.frame(item, .position),
        let way = try? reader.extrusionVector(item), let profiles = try? reader.profiles(area)
      else { return nil }
      let whole = place.after(frame)
      let sweep = whole.direction(way)
      return profiles.compactMap { profile in
        let rings = ([profile.outer] + profile.holes).map { ring in
          ring.map { whole(Vector3($0.x, $0.y, 0)) }
        }
        return Cutter(bottom: rings, sweep: sweep)
      }
    case .mappedItem:
      guard let map = model.instance(item, .mappingSource),
        let shared = model.instance(map, .mappedRepresentation),
        let mapping = try? reader.mapping(item)
      else { return nil }
      var result: [Cutter] = []
      for part in model.instances(shared, .items) {
        guard let own = cutters(part, place.after(mapping), depth: depth + 1) else { return nil }
        result += own
      }
      return result
    default: return nil
    }
  }

  /// Cutters as straight holes; nil when one of them goes another way.
  private static func holes(
    _ cutters: [Cutter], along axis: Vector3, on front: StraightHoles
  ) -> [StraightHoles.Hole]? {
    var result: [StraightHoles.Hole] = []
    for cutter in cutters {
      guard let cutter = cutter.along(axis) else { return nil }
      let levels = cutter.bottom.joined().map { front.level(of: $0) }
      // Ends that slant are left to the cutting of solids.
      guard let least = levels.min(), let most = levels.max(), most - least < 1e-5 else {
        return nil
      }
      let ends = [least, least + cutter.sweep.dot(axis)]
      result.append(
        StraightHoles.Hole(
          rings: cutter.bottom.map { ring in ring.map { front.shadow(of: $0) } },
          from: ends.min() ?? least,
          to: ends.max() ?? least))
    }
    return result
  }
}

/// Whether unit vectors lie on one line, to a hundredth of a millimetre in a metre.
private func isParallel(_ a: Vector3, _ b: Vector3) -> Bool { abs(a.dot(b)) > 1 - 1e-10 }
