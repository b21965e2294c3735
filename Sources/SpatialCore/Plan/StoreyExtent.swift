import Foundation
import TwinModel

/// Where the parts of a storey lie, and which of them cannot be drawn.
struct StoreyExtent {
  /// Lower left corner of everything that can be drawn, rounded down to whole metres.
  private(set) var origin = Point2(0, 0)
  /// Parts that cannot be drawn, with the reason.
  private(set) var rejected: [GlobalID: GeometryError] = [:]

  /// Looks over the parts: rooms, and elements with a body or a hole.
  init(spaces: [Space], elements: [Element]) {
    var boxes: [(id: GlobalID, box: Box2)] = []
    for space in spaces {
      add(space.id, space.footprint.polygons.flatMap(\.outer), named: "space \(space.id)", &boxes)
    }
    for element in elements {
      var points = element.openings.compactMap(\.bounds).flatMap { [$0.min, $0.max] }
      if let mesh = element.mesh { points += mesh.indices.map { mesh.vertices[Int($0)] } }
      // A height that is no number spoils the part as well.
      let plan = points.map { $0.z.isFinite ? $0.plan : Point2(.nan, .nan) }
      add(element.id, plan, named: "\(element.sourceClass) \(element.id)", &boxes)
    }
    // The median, so that a few stray parts cannot draw the frame to them.
    let middle = Point2(
      median(boxes.map(\.box.centre.x)), median(boxes.map(\.box.centre.y)))
    var extent: Box2?
    for (id, box) in boxes {
      let corners = [box.min, box.max]
      let away = corners.map { hypot($0.x - middle.x, $0.y - middle.y) }.max() ?? 0
      guard away <= PlanFrame.reachMetres else {
        rejected[id] = .tooFar(subject: id.value, kilometres: away / 1000)
        continue
      }
      extent = extent?.union(box) ?? box
    }
    if let extent { origin = Point2(extent.min.x.rounded(.down), extent.min.y.rounded(.down)) }
  }

  private mutating func add(
    _ id: GlobalID, _ points: [Point2], named name: String,
    _ boxes: inout [(id: GlobalID, box: Box2)]
  ) {
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      rejected[id] = .notFinite(subject: name)
      return
    }
    if let box = Box2(around: points) { boxes.append((id, box)) }
  }

  private func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
