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
    case .craneRailAShapeProfileDef, .craneRailFShapeProfileDef: return try rail(profile)
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

  /// A flange of an I: from the web's middle, with its thickness halfway to its edge.
  private struct Flange {
    var half: Double
    var thickness: Double
    var fillet: Double
    var edge: Double
    /// How much thinner it gets in a metre away from the web.
    var slope: Double

    /// Source: DIN 1025-1: the thickness of a tapered flange is that a quarter of its width from its edge.
    func thickness(at x: Double) -> Double { thickness + slope * (half / 2 - x) }
  }

  private func slope(_ profile: STEPInstance, _ attribute: IFCAttribute) -> Double {
    tangent((model.real(profile, attribute) ?? 0) * units.angle)
  }

  private func iShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let flange = Flange(
      half: try positive(profile, .overallWidth) / 2,
      thickness: try positive(profile, .flangeThickness),
      fillet: length(profile, .filletRadius) ?? 0, edge: length(profile, .flangeEdgeRadius) ?? 0,
      slope: slope(profile, .flangeSlope))
    return try iOutline(profile, low: flange, high: flange)
  }

  private func asymmetricIShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    // IFC2X3 calls the bottom flange's dimensions as those of the symmetric shape.
    let isOld = model.real(profile, .bottomFlangeWidth) == nil
    let low = Flange(
      half: try positive(profile, isOld ? .overallWidth : .bottomFlangeWidth) / 2,
      thickness: try positive(profile, isOld ? .flangeThickness : .bottomFlangeThickness),
      fillet: length(profile, isOld ? .filletRadius : .bottomFlangeFilletRadius) ?? 0,
      edge: length(profile, .bottomFlangeEdgeRadius) ?? 0,
      slope: slope(profile, .bottomFlangeSlope))
    let high = Flange(
      half: try positive(profile, .topFlangeWidth) / 2,
      thickness: length(profile, .topFlangeThickness) ?? low.thickness,
      fillet: length(profile, .topFlangeFilletRadius) ?? 0,
      edge: length(profile, .topFlangeEdgeRadius) ?? 0, slope: slope(profile, .topFlangeSlope))
    return try iOutline(profile, low: low, high: high)
  }

  private func iOutline(
    _ profile: STEPInstance, low: Flange, high: Flange
  ) throws(ShapeProblem) -> [Vector2] {
    let y = try positive(profile, .overallDepth) / 2
    let web = try positive(profile, .webThickness) / 2
    let (lowEdge, lowWeb) = (-y + low.thickness(at: low.half), -y + low.thickness(at: web))
    let (highEdge, highWeb) = (y - high.thickness(at: high.half), y - high.thickness(at: web))
    let right = [
      RoundedCorner(low.half, -y), RoundedCorner(low.half, lowEdge, low.edge),
      RoundedCorner(web, lowWeb, low.fillet), RoundedCorner(web, highWeb, high.fillet),
      RoundedCorner(high.half, highEdge, high.edge), RoundedCorner(high.half, y),
    ]
    return outline(right + right.reversed().map { RoundedCorner(-$0.x, $0.y, $0.radius) })
  }

  private func lShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let depth = try positive(profile, .depth)
    let x = (length(profile, .width) ?? depth) / 2
    let y = depth / 2
    let t = try positive(profile, .thickness)
    let edge = length(profile, .edgeRadius) ?? 0
    // The legs get thinner towards their ends and have their thickness in their middle.
    let slope = slope(profile, .legSlope)
    let share = 1 - slope * slope
    let inner = RoundedCorner(
      (-x + t + slope * (y - t)) / share, (-y + t + slope * (x - t)) / share,
      length(profile, .filletRadius) ?? 0)
    return outline([
      RoundedCorner(-x, -y), RoundedCorner(x, -y), RoundedCorner(x, -y + t - slope * x, edge),
      inner,
      RoundedCorner(-x + t - slope * y, y, edge), RoundedCorner(-x, y),
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
    // The web has its thickness in its middle, the flange halfway to its edge, as that of an I.
    let (webSlope, flangeSlope) = (slope(profile, .webSlope), slope(profile, .flangeSlope))
    let corner =
      (web + webSlope * (y - flange - flangeSlope * x / 2)) / (1 - webSlope * flangeSlope)
    let under = y - flange - flangeSlope * (x / 2 - corner)
    let right = [
      RoundedCorner(web - webSlope * y, -y, webEdge), RoundedCorner(corner, under, fillet),
      RoundedCorner(x, y - flange + flangeSlope * x / 2, flangeEdge), RoundedCorner(x, y),
    ]
    return outline(right + right.reversed().map { RoundedCorner(-$0.x, $0.y, $0.radius) })
  }

  private func uShape(_ profile: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    let x = try positive(profile, .flangeWidth) / 2
    let y = try positive(profile, .depth) / 2
    let web = try positive(profile, .webThickness)
    let flange = try positive(profile, .flangeThickness)
    let fillet = length(profile, .filletRadius) ?? 0
    let edge = length(profile, .edgeRadius) ?? 0
    // The flange has its thickness in its middle.
    let slope = slope(profile, .flangeSlope)
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
