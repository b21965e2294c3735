import TwinModel

/// A triangle of the plan, counter-clockwise from its least corner, so that equal ones are equal.
struct PlanTriangle: Hashable {
  var a: PlanPoint
  var b: PlanPoint
  var c: PlanPoint

  init(_ a: PlanPoint, _ b: PlanPoint, _ c: PlanPoint) {
    if a < b, a < c {
      (self.a, self.b, self.c) = (a, b, c)
    } else if b < c {
      (self.a, self.b, self.c) = (b, c, a)
    } else {
      (self.a, self.b, self.c) = (c, a, b)
    }
  }
}

/// A triangle of a mesh seen from above, with the numbers of its corners in space.
struct MeshFacet {
  var triangle: PlanTriangle
  var corners: (Int, Int, Int)
}

/// Facets that hang together by edges in space, in the order of their first ones.
///
/// Being told apart in space keeps the foot of a wall from the heads of its windows above it.
func patches(of facets: [MeshFacet]) -> [[PlanTriangle]] {
  struct Edge: Hashable {
    var low: Int
    var high: Int
  }
  var parents = Array(facets.indices)
  func root(_ facet: Int) -> Int {
    var facet = facet
    while parents[facet] != facet {
      parents[facet] = parents[parents[facet]]
      facet = parents[facet]
    }
    return facet
  }
  var owners: [Edge: Int] = [:]
  for (index, facet) in facets.enumerated() {
    let (a, b, c) = facet.corners
    for (first, second) in [(a, b), (b, c), (c, a)] {
      let edge = Edge(low: min(first, second), high: max(first, second))
      if let owner = owners[edge] {
        parents[root(index)] = root(owner)
      } else {
        owners[edge] = index
      }
    }
  }
  var places: [Int: Int] = [:]
  var result: [[PlanTriangle]] = []
  for (index, facet) in facets.enumerated() {
    let patch = root(index)
    if let place = places[patch] {
      result[place].append(facet.triangle)
    } else {
      places[patch] = result.count
      result.append([facet.triangle])
    }
  }
  return result
}

/// The outline of triangles that lie side by side without overlapping, else nil.
///
/// The foot of an extruded wall is such a case; exact, and far faster than a union. Edges that two
/// triangles run through in opposite directions cancel. When the rest is one polygon that is valid,
/// each point inside is covered exactly once (its winding number is 1), so the polygon is the union.
func soleOutline(of triangles: [PlanTriangle]) throws(GeometryError) -> PlanPolygon? {
  guard let rings = border(of: triangles) else { return nil }
  let outers = rings.filter { twiceArea($0) > 0 }
  guard outers.count == 1, let outer = outers.first else { return nil }
  let polygon = PlanPolygon(
    outer: withoutStraightCorners(outer),
    holes: rings.filter { twiceArea($0) <= 0 }.map(withoutStraightCorners))
  guard polygon.rings.allSatisfy({ $0.count >= 3 }) else { return nil }
  // Few edges are tested pair by pair, which is faster than to ask GEOS.
  let isSimple =
    polygon.holes.isEmpty && polygon.outer.count <= 16
    ? !hasMeetingSides(polygon.outer) : try [polygon].invalidity() == nil
  return isSimple ? polygon : nil
}

/// The rings around triangles, from their least corners; nil when an edge is used twice or rings
/// share a corner.
private func border(of triangles: [PlanTriangle]) -> [[PlanPoint]]? {
  var edges: Set<PlanSegment> = []
  for triangle in triangles {
    for edge in [
      PlanSegment(triangle.a, triangle.b), PlanSegment(triangle.b, triangle.c),
      PlanSegment(triangle.c, triangle.a),
    ] {
      if edges.remove(PlanSegment(edge.end, edge.start)) != nil { continue }
      guard edges.insert(edge).inserted else { return nil }
    }
  }
  var next: [PlanPoint: PlanPoint] = [:]
  for edge in edges {
    guard next.updateValue(edge.end, forKey: edge.start) == nil else { return nil }
  }
  var rings: [[PlanPoint]] = []
  for start in next.keys.sorted() {
    var ring: [PlanPoint] = []
    var point = start
    while let following = next.removeValue(forKey: point) {
      ring.append(point)
      point = following
    }
    if !ring.isEmpty { rings.append(ring) }
  }
  return rings
}

private func hasMeetingSides(_ ring: [PlanPoint]) -> Bool {
  let sides = PlanPolygon(outer: ring).edges
  return sides.indices.contains { first in
    sides.indices.dropFirst(first + 2).contains { second in
      !(first == 0 && second == sides.count - 1) && sides[first].intersects(sides[second])
    }
  }
}
