import SpatialCore
import TwinModel

extension ShapeReader {
  /// The areas of a profile, in metres, in the plane of its solid.
  func profiles(_ instance: STEPInstance, depth: Int = 0) throws(ShapeProblem) -> [Profile] {
    try spend(depth: depth)
    let raw: [Profile]
    switch model.known(instance) {
    case .arbitraryClosedProfileDef, .arbitraryProfileDefWithVoids:
      raw = [try arbitrary(instance)]
    case .centerLineProfileDef: raw = [try centreLine(instance)]
    case .compositeProfileDef:
      var parts: [Profile] = []
      for part in model.instances(instance, .profiles) {
        parts += try profiles(part, depth: depth + 1)
      }
      raw = parts
    case .derivedProfileDef, .mirroredProfileDef:
      raw = try derived(instance, depth: depth)
    default:
      guard model.isKind(instance, of: .parameterizedProfileDef) else {
        throw .unsupported(model.className(instance))
      }
      let frame = try frame(instance, .position)
      let profile = try parameterized(instance)
      func place(_ ring: [Vector2]) -> [Vector2] { ring.map { frame(Vector3($0.x, $0.y, 0)).plan } }
      raw = [Profile(outer: place(profile.outer), holes: profile.holes.map(place))]
    }
    let usable = raw.compactMap { $0.normalized() }
    guard !usable.isEmpty else {
      throw .degenerate("\(model.className(instance)) encloses no area")
    }
    return usable
  }

  private func ring(_ curve: STEPInstance) throws(ShapeProblem) -> [Vector2] {
    try self.curve(curve).map(\.plan)
  }

  private func arbitrary(_ instance: STEPInstance) throws(ShapeProblem) -> Profile {
    guard let outer = model.instance(instance, .outerCurve) else {
      throw .degenerate("\(model.className(instance)) without OuterCurve")
    }
    var holes: [[Vector2]] = []
    for inner in model.instances(instance, .innerCurves) { holes.append(try ring(inner)) }
    return Profile(outer: try ring(outer), holes: holes)
  }

  /// A strip along a curve, half its thickness to either side, with mitred corners.
  private func centreLine(_ instance: STEPInstance) throws(ShapeProblem) -> Profile {
    guard let curve = model.instance(instance, .curve) else {
      throw .degenerate("IfcCenterLineProfileDef without Curve")
    }
    let half = try positive(instance, .thickness) / 2
    var line: [Vector2] = []
    for point in try ring(curve) where line.last.map({ ($0 - point).length > 1e-9 }) ?? true {
      line.append(point)
    }
    guard line.count >= 2 else { throw .degenerate("IfcCenterLineProfileDef without a line") }
    func left(_ index: Int) -> Vector2 {
      let way = line[index + 1] - line[index]
      return Vector2(-way.y, way.x) / way.length
    }
    let offsets = line.indices.map { index -> Vector2 in
      if index == 0 { return left(0) * half }
      if index == line.count - 1 { return left(index - 1) * half }
      let (a, b) = (left(index - 1), left(index))
      let sum = a + b
      // A turn back on itself has no mitre.
      return sum.dot(sum) > 1e-6 ? sum * (2 * half / sum.dot(sum)) : a * half
    }
    let there = zip(line, offsets).map { $0 + $1 }
    let back = zip(line, offsets).map { $0 - $1 }
    return Profile(outer: there + back.reversed())
  }

  private func derived(_ instance: STEPInstance, depth: Int) throws(ShapeProblem) -> [Profile] {
    guard let parent = model.instance(instance, .parentProfile) else {
      throw .degenerate("\(model.className(instance)) without ParentProfile")
    }
    var map = AffineTransform.identity
    if model.known(instance) == .mirroredProfileDef {
      map.x = Vector3(-1, 0, 0)
    } else if let target = model.instance(instance, .operator) {
      map = try transformation(target)
    }
    func place(_ ring: [Vector2]) -> [Vector2] { ring.map { map(Vector3($0.x, $0.y, 0)).plan } }
    return try profiles(parent, depth: depth + 1).map {
      Profile(outer: place($0.outer), holes: $0.holes.map(place))
    }
  }
}
