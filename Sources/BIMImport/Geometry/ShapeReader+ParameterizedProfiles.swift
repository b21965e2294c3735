import SpatialCore
import TwinModel

/// A corner of an outline with the radius it is rounded with (m, 0 for a sharp corner).
struct RoundedCorner {
  var x: Double
  var y: Double
  var radius = 0.0

  init(_ x: Double, _ y: Double, _ radius: Double = 0) {
    self.x = x
    self.y = y
    self.radius = radius
  }
}

extension ShapeReader {
  /// The outline of a profile given by dimensions, around the middle of its box.
  ///
  /// Source: the figures of IFC4 IfcProfileResource.
  func parameterized(_ profile: STEPInstance) throws(ShapeProblem) -> Profile {
    switch model.known(profile) {
    case .rectangleProfileDef: return Profile(outer: try rectangle(profile, 0, 0))
    case .roundedRectangleProfileDef:
      return Profile(outer: try rectangle(profile, 0, length(profile, .roundingRadius) ?? 0))
    case .rectangleHollowProfileDef:
      let outer = try rectangle(profile, 0, length(profile, .outerFilletRadius) ?? 0)
      let inner = try rectangle(
        profile, try positive(profile, .wallThickness), length(profile, .innerFilletRadius) ?? 0)
      return Profile(outer: outer, holes: [inner])
    case .trapeziumProfileDef:
      let (bottom, top) = (try positive(profile, .bottomXDim), try positive(profile, .topXDim))
      let half = try positive(profile, .yDim) / 2
      let left = -bottom / 2 + (length(profile, .topXOffset) ?? 0)
      return Profile(
        outer: [
          Vector2(-bottom / 2, -half), Vector2(bottom / 2, -half), Vector2(left + top, half),
          Vector2(left, half),
        ])
    case .circleProfileDef: return Profile(outer: ellipse(try positive(profile, .radius)))
    case .circleHollowProfileDef:
      let radius = try positive(profile, .radius)
      let inner = radius - (try positive(profile, .wallThickness))
      let outer = ellipse(radius)
      // The same number of corners on both, so that the wall is as thick everywhere.
      return Profile(outer: outer, holes: inner > 0 ? [outer.map { $0 * (inner / radius) }] : [])
    case .ellipseProfileDef:
      return Profile(
        outer: ellipse(try positive(profile, .semiAxis1), try positive(profile, .semiAxis2)))
    case .iShapeProfileDef: return Profile(outer: try iShape(profile))
    case .asymmetricIShapeProfileDef: return Profile(outer: try asymmetricIShape(profile))
    case .lShapeProfileDef: return Profile(outer: try lShape(profile))
    case .tShapeProfileDef: return Profile(outer: try tShape(profile))
    case .uShapeProfileDef: return Profile(outer: try uShape(profile))
    case .cShapeProfileDef: return Profile(outer: try cShape(profile))
    case .zShapeProfileDef: return Profile(outer: try zShape(profile))
    default: throw .unsupported(model.className(profile))
    }
  }

  private func ellipse(_ a: Double, _ b: Double? = nil) -> [Vector2] {
    let count = segments(radius: max(a, b ?? a), sweep: 2 * .pi)
    return (0..<count).map { index in
      let (x, y) = unitCirclePoint(2 * .pi * Double(index) / Double(count))
      return Vector2(a * x, (b ?? a) * y)
    }
  }

  private func rectangle(
    _ profile: STEPInstance, _ inset: Double, _ radius: Double
  ) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .xDim) / 2 - inset
    let y = try positive(profile, .yDim) / 2 - inset
    guard x > 0, y > 0 else { throw .degenerate("a wall of a profile is thicker than the profile") }
    return outline([
      RoundedCorner(-x, -y, radius), RoundedCorner(x, -y, radius), RoundedCorner(x, y, radius),
      RoundedCorner(-x, y, radius),
    ])
  }

  private func iShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .overallWidth) / 2
    let y = try positive(profile, .overallDepth) / 2
    let web = try positive(profile, .webThickness) / 2
    let flange = try positive(profile, .flangeThickness)
    let fillet = length(profile, .filletRadius) ?? 0
    return outline([
      RoundedCorner(-x, -y), RoundedCorner(x, -y), RoundedCorner(x, -y + flange),
      RoundedCorner(web, -y + flange, fillet), RoundedCorner(web, y - flange, fillet),
      RoundedCorner(x, y - flange), RoundedCorner(x, y), RoundedCorner(-x, y),
      RoundedCorner(-x, y - flange), RoundedCorner(-web, y - flange, fillet),
      RoundedCorner(-web, -y + flange, fillet), RoundedCorner(-x, -y + flange),
    ])
  }

  private func asymmetricIShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    // IFC2X3 calls the bottom flange's dimensions as those of the symmetric shape.
    let isOld = model.real(profile, .bottomFlangeWidth) == nil
    let bottom = try positive(profile, isOld ? .overallWidth : .bottomFlangeWidth) / 2
    let top = try positive(profile, .topFlangeWidth) / 2
    let y = try positive(profile, .overallDepth) / 2
    let web = try positive(profile, .webThickness) / 2
    let low = try positive(profile, isOld ? .flangeThickness : .bottomFlangeThickness)
    let high = length(profile, .topFlangeThickness) ?? low
    let lowFillet = length(profile, isOld ? .filletRadius : .bottomFlangeFilletRadius) ?? 0
    let highFillet = length(profile, .topFlangeFilletRadius) ?? 0
    return outline([
      RoundedCorner(-bottom, -y), RoundedCorner(bottom, -y), RoundedCorner(bottom, -y + low),
      RoundedCorner(web, -y + low, lowFillet), RoundedCorner(web, y - high, highFillet),
      RoundedCorner(top, y - high), RoundedCorner(top, y), RoundedCorner(-top, y),
      RoundedCorner(-top, y - high), RoundedCorner(-web, y - high, highFillet),
      RoundedCorner(-web, -y + low, lowFillet), RoundedCorner(-bottom, -y + low),
    ])
  }

  private func lShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let depth = try positive(profile, .depth)
    let x = (length(profile, .width) ?? depth) / 2
    let y = depth / 2
    let t = try positive(profile, .thickness)
    let edge = length(profile, .edgeRadius) ?? 0
    // The slope thins the legs towards their ends.
    let slope = tangent((model.real(profile, .legSlope) ?? 0) * units.angle)
    return outline([
      RoundedCorner(-x, -y), RoundedCorner(x, -y),
      RoundedCorner(x, -y + t - slope * (x - t / 2), edge),
      RoundedCorner(-x + t, -y + t, length(profile, .filletRadius) ?? 0),
      RoundedCorner(-x + t - slope * (y - t / 2), y, edge), RoundedCorner(-x, y),
    ])
  }

  private func tShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .flangeWidth) / 2
    let y = try positive(profile, .depth) / 2
    let web = try positive(profile, .webThickness) / 2
    let flange = try positive(profile, .flangeThickness)
    let fillet = length(profile, .filletRadius) ?? 0
    let webEdge = length(profile, .webEdgeRadius) ?? 0
    let flangeEdge = length(profile, .flangeEdgeRadius) ?? 0
    return outline([
      RoundedCorner(-web, -y, webEdge), RoundedCorner(web, -y, webEdge),
      RoundedCorner(web, y - flange, fillet), RoundedCorner(x, y - flange, flangeEdge),
      RoundedCorner(x, y), RoundedCorner(-x, y), RoundedCorner(-x, y - flange, flangeEdge),
      RoundedCorner(-web, y - flange, fillet),
    ])
  }

  private func uShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .flangeWidth) / 2
    let y = try positive(profile, .depth) / 2
    let web = try positive(profile, .webThickness)
    let flange = try positive(profile, .flangeThickness)
    let fillet = length(profile, .filletRadius) ?? 0
    let edge = length(profile, .edgeRadius) ?? 0
    // The flange has its thickness in its middle.
    let slope = tangent((model.real(profile, .flangeSlope) ?? 0) * units.angle)
    let (inner, outer) = (slope * (x - web), slope * x)
    return outline([
      RoundedCorner(-x, -y), RoundedCorner(x, -y), RoundedCorner(x, -y + flange - outer, edge),
      RoundedCorner(-x + web, -y + flange + inner, fillet),
      RoundedCorner(-x + web, y - flange - inner, fillet),
      RoundedCorner(x, y - flange + outer, edge), RoundedCorner(x, y), RoundedCorner(-x, y),
    ])
  }

  private func cShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .width) / 2
    let y = try positive(profile, .depth) / 2
    let t = try positive(profile, .wallThickness)
    let girth = try positive(profile, .girth)
    let inner = length(profile, .internalFilletRadius) ?? 0
    let outer = inner > 0 ? inner + t : 0
    return outline([
      RoundedCorner(-x, -y, outer), RoundedCorner(x, -y, outer), RoundedCorner(x, -y + girth),
      RoundedCorner(x - t, -y + girth), RoundedCorner(x - t, -y + t, inner),
      RoundedCorner(-x + t, -y + t, inner), RoundedCorner(-x + t, y - t, inner),
      RoundedCorner(x - t, y - t, inner), RoundedCorner(x - t, y - girth),
      RoundedCorner(x, y - girth), RoundedCorner(x, y, outer), RoundedCorner(-x, y, outer),
    ])
  }

  private func zShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let flange = try positive(profile, .flangeWidth)
    let y = try positive(profile, .depth) / 2
    let web = try positive(profile, .webThickness) / 2
    let t = try positive(profile, .flangeThickness)
    let fillet = length(profile, .filletRadius) ?? 0
    let edge = length(profile, .edgeRadius) ?? 0
    return outline([
      RoundedCorner(-web, -y), RoundedCorner(flange - web, -y),
      RoundedCorner(flange - web, -y + t, edge), RoundedCorner(web, -y + t, fillet),
      RoundedCorner(web, y), RoundedCorner(web - flange, y),
      RoundedCorner(web - flange, y - t, edge),
      RoundedCorner(-web, y - t, fillet),
    ])
  }

  /// The outline with its corners rounded; a radius that does not fit its edges is left out.
  func outline(_ corners: [RoundedCorner]) -> [Vector2] {
    var result: [Vector2] = []
    for (index, corner) in corners.enumerated() {
      let here = Vector2(corner.x, corner.y)
      let before = corners[(index + corners.count - 1) % corners.count]
      let after = corners[(index + 1) % corners.count]
      let back = Vector2(before.x, before.y) - here
      let ahead = Vector2(after.x, after.y) - here
      guard corner.radius > 1e-6, back.length > 0, ahead.length > 0 else {
        result.append(here)
        continue
      }
      let (u, v) = (back / back.length, ahead / ahead.length)
      let opening = arcCosine(u.dot(v))
      let reach = corner.radius / tangent(opening / 2)
      guard reach.isFinite, reach <= min(back.length, ahead.length) + 1e-9 else {
        result.append(here)
        continue
      }
      let (from, to) = (here + u * reach, here + v * reach)
      let bisector = (u + v) / (u + v).length
      let middle =
        here + bisector
        * ((corner.radius * corner.radius + reach * reach).squareRoot() - corner.radius)
      result += arc(
        Vector3(from.x, from.y, 0), Vector3(middle.x, middle.y, 0), Vector3(to.x, to.y, 0)
      ).map(\.plan)
    }
    return result
  }
}
