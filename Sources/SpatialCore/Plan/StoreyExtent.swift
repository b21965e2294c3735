import Foundation
import TwinModel

/// Where the parts of a storey lie, and which of them cannot be drawn.
struct StoreyExtent {
  /// Lower left corner of everything that can be drawn, rounded down to whole metres.
  private(set) var origin = Point2(0, 0)
  /// Parts that cannot be drawn, with the reason.
  private(set) var rejected: [GlobalID: GeometryError] = [:]

  /// Looks over the parts: rooms, and elements with a body (as `body` gives it) or a hole.
  init(spaces: [Space], elements: [Element], body: (Element) -> TriangleMesh?) {
    var boxes: [(id: GlobalID, box: Box2)] = []
    for space in spaces {
      var reach = Reach()
      for polygon in space.footprint.polygons {
        for point in polygon.outer { reach.include(Point3(point.x, point.y, 0)) }
      }
      add(space.id, reach, named: "space \(space.id)", &boxes)
    }
    for element in elements {
      var reach = Reach()
      for bounds in element.openings.lazy.compactMap(\.bounds) {
        reach.include(bounds.min)
        reach.include(bounds.max)
      }
      if let mesh = body(element) {
        for index in mesh.indices { reach.include(mesh.vertices[Int(index)]) }
      }
      add(element.id, reach, named: "\(element.sourceClass) \(element.id)", &boxes)
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
    _ id: GlobalID, _ reach: Reach, named name: String, _ boxes: inout [(id: GlobalID, box: Box2)]
  ) {
    guard reach.isFinite else {
      rejected[id] = .notFinite(subject: name)
      return
    }
    if let box = reach.box { boxes.append((id, box)) }
  }

  private func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}

/// The box of points met one by one; a height that is no number spoils it like any coordinate.
private struct Reach {
  private(set) var isFinite = true
  private(set) var box: Box2?

  mutating func include(_ point: Point3) {
    isFinite = isFinite && (point.x + point.y + point.z).isFinite
    guard var grown = box else {
      box = Box2(min: point.plan, max: point.plan)
      return
    }
    if point.x < grown.min.x { grown.min.x = point.x }
    if point.y < grown.min.y { grown.min.y = point.y }
    if point.x > grown.max.x { grown.max.x = point.x }
    if point.y > grown.max.y { grown.max.y = point.y }
    box = grown
  }
}
