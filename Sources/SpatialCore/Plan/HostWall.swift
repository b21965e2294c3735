import TwinModel

/// A wall as its doors and windows see it, in plan millimetres.
struct HostWall {
  /// The outline seen from above.
  let outline: [PlanPolygon]
  /// Thickness, in millimetres.
  let thickness: Double
  private let rectangle: RotatedRectangle?
  private let isStraight: Bool

  init(outline: [PlanPolygon], layers: [MaterialLayer]) {
    self.outline = outline
    rectangle = RotatedRectangle(
      around: outline.flatMap(\.outer).map { Point2(Double($0.x), Double($0.y)) })
    let box = (rectangle?.length ?? 0) * (rectangle?.width ?? 0)
    let area = outline.reduce(0) { $0 + $1.area.value * 1e6 }
    isStraight = outline.count == 1 && area >= box * 0.9
    thickness = Self.layered(layers) ?? Self.measured(outline, rectangle, isStraight: isStraight)
  }

  /// The direction along the wall beside `point`, of unit length; nil for a wall without outline.
  ///
  /// A straight wall has one direction; of a bent one it is that of the nearest edge that is longer
  /// than the wall is thick, so that its ends do not answer.
  func direction(beside point: Point2) -> Point2? {
    guard let rectangle else { return nil }
    if isStraight { return rectangle.axis }
    let place = PlanPoint(Int64(point.x.rounded()), Int64(point.y.rounded()))
    let edges = outline.flatMap(\.edges).map { edge in
      (edge: edge, length: edge.length, distance: edge.distance(to: place))
    }
    let long = edges.filter { $0.length >= thickness * 1.2 }
    guard
      let nearest = (long.isEmpty ? edges : long).min(by: { $0.distance < $1.distance }),
      nearest.length > 0
    else { return rectangle.axis }
    let (a, b) = (nearest.edge.start, nearest.edge.end)
    let axis = Point2(Double(b.x - a.x) / nearest.length, Double(b.y - a.y) / nearest.length)
    return axis.x < 0 || (axis.x == 0 && axis.y < 0) ? Point2(-axis.x, -axis.y) : axis
  }

  /// Where the line through `point` across `axis` lies in the wall: the middle of that stretch, and
  /// half its length; nil when the line misses the wall by more than a metre or runs along a part
  /// of it.
  func crossSection(at point: Point2, across axis: Point2) -> (middle: Point2, half: Double)? {
    let normal = Point2(-axis.y, axis.x)
    var cuts: [Double] = []
    for edge in outline.lazy.flatMap(\.edges) {
      let a = Point2(Double(edge.start.x) - point.x, Double(edge.start.y) - point.y)
      let b = Point2(Double(edge.end.x) - point.x, Double(edge.end.y) - point.y)
      // Half-open along the axis, so that a line through a corner counts it once.
      let (u, v) = (a.x * axis.x + a.y * axis.y, b.x * axis.x + b.y * axis.y)
      guard (u > 0) != (v > 0) else { continue }
      let (s, t) = (a.x * normal.x + a.y * normal.y, b.x * normal.x + b.y * normal.y)
      cuts.append(s + (t - s) * u / (u - v))
    }
    cuts.sort()
    let stretches = stride(from: 0, to: cuts.count - 1, by: 2).map { (cuts[$0], cuts[$0 + 1]) }
    func gap(_ stretch: (Double, Double)) -> Double { max(stretch.0, 0, -stretch.1) }
    guard let stretch = stretches.min(by: { gap($0) < gap($1) }), gap(stretch) <= 1000,
      stretch.1 - stretch.0 <= max(thickness * 2, thickness + 100)
    else { return nil }
    let middle = (stretch.0 + stretch.1) / 2
    return (
      Point2(point.x + middle * normal.x, point.y + middle * normal.y),
      (stretch.1 - stretch.0) / 2
    )
  }

  // MARK: - Thickness

  private static func layered(_ layers: [MaterialLayer]) -> Double? {
    let known = layers.compactMap(\.thickness?.value)
    guard known.count == layers.count else { return nil }
    // Layers thicker than a plan can be wide say nothing of the wall; its outline does.
    let sum = known.reduce(0, +)
    return PlanFrame.canBe(metres: sum) ? sum * 1000 : nil
  }

  /// Of a straight wall the lesser side of its box.
  ///
  /// A bent wall is a strip: from its area A and
  /// perimeter P = 2 (l + t), A = l · t, the thickness t is the lesser root.
  private static func measured(
    _ outline: [PlanPolygon], _ rectangle: RotatedRectangle?, isStraight: Bool
  ) -> Double {
    guard let rectangle else { return 0 }
    guard !isStraight, outline.count == 1, let sole = outline.first, sole.holes.isEmpty else {
      return rectangle.width
    }
    let half = sole.edges.reduce(0) { $0 + $1.length } / 2
    let root = half * half - 4 * sole.area.value * 1e6
    return root > 0 ? min(rectangle.width, (half - root.squareRoot()) / 2) : rectangle.width
  }
}
