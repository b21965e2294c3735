/// A point of a storey plan in whole millimetres, so that predicates on it are exact.
public struct PlanPoint: Hashable, Sendable, Comparable, Codable {
  /// First axis, in millimetres from ``StoreyPlan/origin``.
  public var x: Int64
  /// Second axis, in millimetres from ``StoreyPlan/origin``.
  public var y: Int64

  /// Creates a point from millimetres.
  public init(_ x: Int64, _ y: Int64) {
    self.x = x
    self.y = y
  }

  /// Orders by x, then y.
  public static func < (left: Self, right: Self) -> Bool {
    (left.x, left.y) < (right.x, right.y)
  }
}

/// A polygon in whole millimetres; rings are open, the outer one runs counter-clockwise, holes
/// clockwise, and no two edges cross.
public struct PlanPolygon: Hashable, Sendable, Codable {
  /// The outer ring.
  public var outer: [PlanPoint]
  /// The holes.
  public var holes: [[PlanPoint]]

  /// Creates a polygon from its rings, in millimetres.
  public init(outer: [PlanPoint], holes: [[PlanPoint]] = []) {
    self.outer = outer
    self.holes = holes
  }

  /// Creates an axis-parallel rectangle from two opposite corners, in millimetres.
  public static func rectangle(_ x0: Int64, _ y0: Int64, _ x1: Int64, _ y1: Int64) -> PlanPolygon {
    PlanPolygon(
      outer: [PlanPoint(x0, y0), PlanPoint(x1, y0), PlanPoint(x1, y1), PlanPoint(x0, y1)])
  }

  /// All rings, the outer one first.
  public var rings: [[PlanPoint]] { [outer] + holes }

  /// Area inside the outer ring and outside the holes; exact up to the last rounding.
  public var area: SquareMetres {
    let doubled = holes.reduce(abs(twiceArea(outer))) { $0 - abs(twiceArea($1)) }
    return SquareMetres(Double(doubled) / 2_000_000)
  }

  /// The least box around the polygon as its lower left and upper right corner.
  public var bounds: (min: PlanPoint, max: PlanPoint) {
    var low = outer.first ?? PlanPoint(0, 0)
    var high = low
    for point in outer {
      low = PlanPoint(Swift.min(low.x, point.x), Swift.min(low.y, point.y))
      high = PlanPoint(Swift.max(high.x, point.x), Swift.max(high.y, point.y))
    }
    return (low, high)
  }

  /// Whether `point` lies inside or on the border (of the outer ring or of a hole); exact.
  public func contains(_ point: PlanPoint) -> Bool {
    switch position(of: point, in: outer) {
    case .outside: false
    case .border: true
    case .inside: holes.allSatisfy { position(of: point, in: $0) != .inside }
    }
  }
}

/// Where a point lies against a ring.
public enum RingPosition: Hashable, Sendable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case inside, border, outside
}

/// Twice the signed area of a ring (mm²); positive when it runs counter-clockwise.
public func twiceArea(_ ring: [PlanPoint]) -> Int64 {
  guard let origin = ring.first else { return 0 }
  var sum: Int64 = 0
  for index in ring.indices {
    let a = ring[index]
    let b = ring[index + 1 == ring.endIndex ? 0 : index + 1]
    sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
  return sum
}

/// Twice the signed area of the triangle a, b, c (mm²): positive when c lies left of a → b.
///
/// Exact while coordinates stay below 10⁹ mm.
public func orientation(_ a: PlanPoint, _ b: PlanPoint, _ c: PlanPoint) -> Int64 {
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Where `point` lies against `ring`, by counting crossings; exact.
public func position(of point: PlanPoint, in ring: [PlanPoint]) -> RingPosition {
  var inside = false
  for index in ring.indices {
    let a = ring[index]
    let b = ring[index + 1 == ring.endIndex ? 0 : index + 1]
    let side = orientation(a, b, point)
    if side == 0, min(a.x, b.x)...max(a.x, b.x) ~= point.x, min(a.y, b.y)...max(a.y, b.y) ~= point.y
    {
      return .border
    }
    // Half-open in y, so that a ray through a vertex counts once.
    if (a.y > point.y) != (b.y > point.y), (side > 0) == (b.y > a.y) { inside.toggle() }
  }
  return inside ? .inside : .outside
}
