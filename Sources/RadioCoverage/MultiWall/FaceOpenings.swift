import TwinModel

/// A part of a face between two shares of its edge and two heights, and what fills it.
struct FacePanel: Hashable {
  var part: FacePart
  /// Millimetres above the storey's floor.
  var bottom: Int64
  /// Millimetres above the storey's floor.
  var top: Int64
  /// Index of the opening that fills it; nil where it is wall.
  var opening: Int?
}

/// Cuts doors and windows out of the faces of their walls.
///
/// An opening cuts every face of its wall that runs along its axis within the wall's thickness: over
/// the axis' projection, from sill to head. Above the head and below the sill the wall stands.
struct FaceOpenings {
  let openings: [PlanOpening]
  /// Openings of each wall, by index, lowest sill first.
  let byWall: [[Int]]
  /// Openings that are in no wall.
  let homeless: [Int]

  init(plan: StoreyPlan) {
    openings = plan.openings
    let index = Dictionary(
      plan.walls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byWall = [[Int]](repeating: [], count: plan.walls.count)
    var homeless: [Int] = []
    for (place, opening) in plan.openings.enumerated() {
      if let wall = opening.wall.flatMap({ index[$0] }) {
        byWall[wall].append(place)
        continue
      }
      // The model does not say: every wall that the middle of the axis stands in.
      let middle = PlanPoint(
        (opening.start.x + opening.end.x) / 2, (opening.start.y + opening.end.y) / 2)
      let hosts = plan.walls.indices.filter { wall in
        plan.walls[wall].outline.contains { $0.contains(middle) }
      }
      for host in hosts { byWall[host].append(place) }
      if hosts.isEmpty { homeless.append(place) }
    }
    self.homeless = homeless
    self.byWall = byWall.map { $0.sorted { (Self.key(plan, $0)) < (Self.key(plan, $1)) } }
  }

  private static func key(_ plan: StoreyPlan, _ place: Int) -> (Int64, Int) {
    (plan.openings[place].sill, place)
  }

  /// The panels of a face of `wall`.
  func panels(of part: FacePart, wall: PlanWall) -> [FacePanel] {
    let spans = byWall[part.wall].compactMap { span($0, on: part, thickness: wall.thickness) }
    guard !spans.isEmpty else {
      return [FacePanel(part: part, bottom: wall.bottom, top: wall.top, opening: nil)]
    }
    let cuts = ([part.from, part.to] + spans.flatMap { [$0.from, $0.to] })
      .filter { $0 >= part.from && $0 <= part.to }.sorted()
    var panels: [FacePanel] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) where high > low {
      let middle = (low + high) / 2
      var piece = part
      (piece.from, piece.to) = (low, high)
      var bottom = wall.bottom
      for span in spans where span.from <= middle && span.to >= middle {
        let opening = openings[span.opening]
        let sill = min(max(opening.sill, bottom), wall.top)
        let head = min(max(opening.head, sill), wall.top)
        if sill > bottom {
          panels.append(FacePanel(part: piece, bottom: bottom, top: sill, opening: nil))
        }
        if head > sill {
          panels.append(FacePanel(part: piece, bottom: sill, top: head, opening: span.opening))
        }
        bottom = head
      }
      if bottom < wall.top {
        panels.append(FacePanel(part: piece, bottom: bottom, top: wall.top, opening: nil))
      }
    }
    return panels
  }

  /// The share of the face's edge that an opening takes; nil when it is not in this face.
  private func span(
    _ place: Int, on part: FacePart, thickness: Int64
  ) -> (opening: Int, from: Double, to: Double)? {
    let opening = openings[place]
    let start = Point2(Double(opening.start.x), Double(opening.start.y))
    let end = Point2(Double(opening.end.x), Double(opening.end.y))
    let (edge, axis) = (Vector(part.start, part.end), Vector(start, end))
    guard axis.length > 0, abs(edge.dot(axis)) > 0.8 * edge.length * axis.length else { return nil }
    let toMiddle = Vector(part.start, Point2((start.x + end.x) / 2, (start.y + end.y) / 2))
    guard abs(edge.cross(toMiddle)) / edge.length <= Double(thickness) + 50 else { return nil }
    let square = edge.length * edge.length
    let a = edge.dot(Vector(part.start, start)) / square
    let b = edge.dot(Vector(part.start, end)) / square
    let (from, to) = (max(min(a, b), part.from), min(max(a, b), part.to))
    return from < to ? (place, from, to) : nil
  }
}
