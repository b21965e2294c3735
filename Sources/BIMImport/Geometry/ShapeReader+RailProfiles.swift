import SpatialCore
import TwinModel

extension ShapeReader {
  /// The outline of a crane rail around the middle of its box; the foot of form F is as wide as its head.
  ///
  /// Source: the figures of IFC2x3 IfcProfileResource, IfcCraneRailAShapeProfileDef (DIN 536-1) and
  /// IfcCraneRailFShapeProfileDef (DIN 536-2). `Radius` rounds the upper edges of the head.
  func rail(_ profile: STEPInstance) throws(ShapeProblem) -> Profile {
    let y = try positive(profile, .overallHeight) / 2
    let head = try positive(profile, .headWidth) / 2
    let web = try positive(profile, .webThickness) / 2
    var right: [RoundedCorner] = []
    if model.known(profile) == .craneRailAShapeProfileDef {
      let foot = try positive(profile, .baseWidth2) / 2
      right = [
        RoundedCorner(foot, -y), RoundedCorner(foot, -y + (try positive(profile, .baseDepth1))),
        RoundedCorner(
          try positive(profile, .baseWidth4) / 2, -y + (try positive(profile, .baseDepth3))),
      ]
    } else {
      right = [
        RoundedCorner(head, -y), RoundedCorner(head, -y + (try positive(profile, .baseDepth1))),
      ]
    }
    right += [
      RoundedCorner(web, -y + (try positive(profile, .baseDepth2))),
      RoundedCorner(web, y - (try positive(profile, .headDepth2))),
      RoundedCorner(head, y - (try positive(profile, .headDepth3))),
      RoundedCorner(head, y, length(profile, .radius) ?? 0),
    ]
    return Profile(
      outer: outline(right + right.reversed().map { RoundedCorner(-$0.x, $0.y, $0.radius) }))
  }
}
