/// A polygon of the plan (metres): one outer ring and any number of holes.
///
/// Rings are open (the first point is not repeated) and have at least three points; the outer ring
/// runs counter-clockwise, holes clockwise. Nothing here repairs a polygon: SpatialCore does.
public struct Polygon: Hashable, Sendable, Codable {
  /// The outer ring, counter-clockwise.
  public var outer: [Point2]
  /// The holes, each clockwise.
  public var holes: [[Point2]]

  /// Creates a polygon from its rings, in metres.
  public init(outer: [Point2], holes: [[Point2]] = []) {
    self.outer = outer
    self.holes = holes
  }

  /// Creates an axis-parallel rectangle from two opposite corners.
  public static func rectangle(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Polygon {
    Polygon(outer: [Point2(x0, y0), Point2(x1, y0), Point2(x1, y1), Point2(x0, y1)])
  }

  /// Area inside the outer ring and outside the holes.
  public var area: SquareMetres {
    SquareMetres(signedArea(outer) - holes.reduce(0) { $0 + abs(signedArea($1)) })
  }
}

/// Any number of polygons that do not overlap (metres).
public struct MultiPolygon: Hashable, Sendable, Codable {
  /// The parts, in a fixed order.
  public var polygons: [Polygon]

  /// Creates a multipolygon from its parts.
  public init(_ polygons: [Polygon] = []) { self.polygons = polygons }

  /// Sum of the parts' areas.
  public var area: SquareMetres { polygons.reduce(.zero) { $0 + $1.area } }
  /// Whether there is no part.
  public var isEmpty: Bool { polygons.isEmpty }
}

/// Area of a ring by the shoelace formula (m²); positive when it runs counter-clockwise.
public func signedArea(_ ring: [Point2]) -> Double {
  guard let origin = ring.first else { return 0 }
  var twice = 0.0
  // Coordinates are taken from the first point, so that a far-off map frame costs no digits.
  for index in ring.indices {
    let a = ring[index]
    let b = ring[index + 1 == ring.endIndex ? ring.startIndex : index + 1]
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
  return twice / 2
}
