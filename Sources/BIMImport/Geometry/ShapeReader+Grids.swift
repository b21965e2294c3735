import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcGridPlacement: where two axes of a grid meet; in the coordinates of what it is relative to.
  func gridPlacement(_ placement: STEPInstance) throws(ShapeProblem) -> AffineTransform {
    guard let location = model.instance(placement, .placementLocation) else {
      throw .degenerate("IfcGridPlacement without PlacementLocation")
    }
    let (origin, along) = try intersection(location)
    var x = along
    if let reference = model.instance(placement, .placementRefDirection) {
      if model.known(reference) == .direction {
        x = coordinates(reference) ?? along
      } else {
        x = try intersection(reference).origin - origin
      }
    }
    let frame = ShapeReader.frame(z: Vector3(0, 0, 1), near: x.normalized, origin: origin)
    // Before IFC4.3 the placement itself does not say that it stands in the grid's coordinates.
    guard model.instance(placement, .placementRelTo) == nil,
      let axis = model.instances(location, .intersectingAxes).first, let grid = grid(of: axis)
    else { return frame }
    return self.placement(of: grid).after(frame)
  }

  private func grid(of axis: STEPInstance) -> STEPInstance? {
    model.instances(of: .grid).first { grid in
      [IFCAttribute.uAxes, .vAxes, .wAxes].contains { attribute in
        model.instances(grid, attribute).contains(axis)
      }
    }
  }

  /// The place of an IfcVirtualGridIntersection and the direction of its first axis there.
  private func intersection(
    _ item: STEPInstance
  ) throws(ShapeProblem) -> (origin: Vector3, along: Vector3) {
    let axes = model.instances(item, .intersectingAxes)
    guard axes.count == 2 else {
      throw .degenerate("IfcVirtualGridIntersection without two axes")
    }
    let offsets = model.reals(item, .offsetDistances).map { $0 * units.length }
    let first = try axis(axes[0], offset: offsets.first ?? 0)
    let second = try axis(axes[1], offset: offsets.count > 1 ? offsets[1] : 0)
    guard let (place, along) = ShapeReader.meeting(first, second) else {
      throw .degenerate("two axes of a grid that do not meet")
    }
    let height = offsets.count > 2 ? offsets[2] : 0
    return (Vector3(place.x, place.y, height), Vector3(along.x, along.y, 0))
  }

  private func axis(
    _ axis: STEPInstance, offset: Double
  ) throws(ShapeProblem) -> [Vector2] {
    guard let curve = model.instance(axis, .axisCurve) else {
      throw .degenerate("IfcGridAxis without AxisCurve")
    }
    var points = try self.curve(curve)
    if model.flag(axis, .sameSense) == false { points.reverse() }
    guard points.count > 1 else { throw .degenerate("IfcGridAxis without length") }
    if offset != 0 { points = MeasuredLine(points).offset(by: offset, up: Vector3(0, 0, 1)) }
    return points.map(\.plan)
  }

  /// Where two lines meet within their lengths, or else where their end pieces would.
  private static func meeting(_ first: [Vector2], _ second: [Vector2]) -> (Vector2, Vector2)? {
    var best: (gap: Double, place: Vector2, along: Vector2)?
    for (a, b) in zip(first, first.dropFirst()) {
      for (c, d) in zip(second, second.dropFirst()) {
        let (u, v) = (b - a, d - c)
        let turn = u.cross(v)
        guard abs(turn) > 1e-12 * u.length * v.length else { continue }
        let (s, t) = ((c - a).cross(v) / turn, (c - a).cross(u) / turn)
        let gap = max(-s, s - 1, 0) * u.length + max(-t, t - 1, 0) * v.length
        if gap < best?.gap ?? .infinity { best = (gap, a + u * s, u) }
      }
    }
    return best.map { ($0.place, $0.along) }
  }
}
