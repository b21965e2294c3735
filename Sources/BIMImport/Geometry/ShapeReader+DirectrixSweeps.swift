import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcSurfaceCurveSweptAreaSolid and IfcFixedReferenceSweptAreaSolid: an area along a curve, always
  /// across it.
  ///
  /// Source: ISO 10303-42 surface_curve_swept_area_solid: the area's z axis is the curve's tangent, its
  /// x axis the surface's normal; for a fixed reference, what that has across the tangent.
  func directrixSweep(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let area = model.instance(solid, .sweptArea),
      let directrix = model.instance(solid, .directrix)
    else { throw .degenerate("\(model.className(solid)) without area or directrix") }
    let path = try directrixPoints(solid, directrix)
    let isRound = path.count > 3 && (path[0] - path[path.count - 1]).length < 1e-6
    let corners = isRound ? Array(path.dropLast()) : path
    guard corners.count >= 2 else { throw .degenerate("\(model.className(solid)) along a point") }
    let sideways = try reference(solid)
    let line = SweepPath(corners, isRound: isRound)
    var result = SolidMesh()
    for profile in try profiles(area) {
      let rings = [profile.outer] + profile.holes
      let sections = line.sections(Array(rings.joined()), x: sideways)
      let cap = isRound ? [] : Triangulation(outer: profile.outer, holes: profile.holes).indices
      result.append(swept(rings.map(\.count), sections, cap: cap, isRound: isRound))
    }
    return result.transformed(try frame(solid, .position))
  }

  /// The direction of the area's x axis at a place of the directrix.
  private func reference(_ solid: STEPInstance) throws(ShapeProblem) -> (Vector3) -> Vector3 {
    if let fixed = direction(solid, .fixedReference) { return { _ in fixed } }
    guard let item = model.instance(solid, .referenceSurface) else {
      throw .degenerate("\(model.className(solid)) without a reference")
    }
    let surface = try parametric(item)
    let step = Vector2(1e-4, 1e-4) / surface.scale
    return { place in
      let at = surface.parameters(of: place, near: nil)
      let du = surface.point(at + Vector2(step.x, 0)) - surface.point(at - Vector2(step.x, 0))
      let dv = surface.point(at + Vector2(0, step.y)) - surface.point(at - Vector2(0, step.y))
      return du.cross(dv).normalized ?? Vector3(0, 0, 1)
    }
  }

  /// The points of a directrix between StartParam and EndParam, none on top of the next.
  func directrixPoints(
    _ solid: STEPInstance, _ directrix: STEPInstance
  ) throws(ShapeProblem) -> [Vector3] {
    let from = trimValue(solid, .startParam)
    let to = trimValue(solid, .endParam)
    let points: [Vector3]
    if from == nil, to == nil {
      points = try curve(directrix)
    } else {
      points = try trimmed(directrix, from: from, to: to)
    }
    var path: [Vector3] = []
    for point in points where path.last.map({ ($0 - point).length > 1e-7 }) ?? true {
      path.append(point)
    }
    return path
  }

  /// A trim by parameter, or by length along the curve.
  private enum TrimValue {
    case parameter(Double)
    case length(Double)
  }

  private func trimValue(_ solid: STEPInstance, _ attribute: IFCAttribute) -> TrimValue? {
    let value = model.value(solid, attribute)
    guard let number = model.real(of: value) else { return nil }
    if case .typed(let keyword, _) = value,
      model.file.word(keyword).uppercased().hasSuffix("LENGTHMEASURE")
    {
      return .length(number * units.length)
    }
    return .parameter(number)
  }

  private func trimmed(
    _ directrix: STEPInstance, from: TrimValue?, to: TrimValue?
  ) throws(ShapeProblem) -> [Vector3] {
    switch model.known(directrix) {
    case .circle, .ellipse:
      if case .length = from { break }
      if case .length = to { break }
      var start = 0.0
      var end = 2 * Double.pi
      if case .parameter(let value) = from { start = value * units.angle }
      if case .parameter(let value) = to { end = value * units.angle }
      guard start.isFinite, end.isFinite, start != end else {
        throw .degenerate("a directrix without length")
      }
      return try conic(
        directrix, from: start, sweep: min(max(end - start, -2 * .pi), 2 * .pi))
    case .line:
      guard case .parameter(let low) = from, case .parameter(let high) = to else {
        throw .degenerate("IfcLine that is not trimmed")
      }
      return [
        try linePoint(Trim(parameter: low), on: directrix),
        try linePoint(Trim(parameter: high), on: directrix),
      ]
    default: break
    }
    let spans = try spans(of: directrix)
    let line = MeasuredLine(spans.flatMap(\.points))
    guard line.length > 0 else { throw .degenerate("a directrix without length") }
    func station(_ trim: TrimValue?, _ otherwise: Double) -> Double {
      switch trim {
      case .parameter(let value): CurveSpan.station(of: value, in: spans)
      case .length(let value): min(max(value, 0), line.length)
      case nil: otherwise
      }
    }
    let (start, end) = (station(from, 0), station(to, line.length))
    // Parameters that cut all away are not what was meant.
    guard end - start > 1e-9 * line.length else { return line.points }
    return line.part(from: start, to: end)
  }
}

/// Where an area stands on its way along a path of straight pieces.
struct SweepPath {
  private let path: [Vector3]
  private let isRound: Bool

  /// Takes the corners, none on top of the next; a round path does not repeat its start.
  init(_ path: [Vector3], isRound: Bool) {
    self.path = path
    self.isRound = isRound
  }

  /// The points of an area at each corner, in the plane that halves the corner.
  func sections(_ points: [Vector2], x: (Vector3) -> Vector3) -> [[Vector3]] {
    let count = path.count
    let ways = (0..<(isRound ? count : count - 1)).map { index -> Vector3 in
      (path[(index + 1) % count] - path[index]).normalized ?? Vector3(0, 0, 1)
    }
    return path.indices.map { index in
      let ahead = index < ways.count ? ways[index] : ways[ways.count - 1]
      let behind = index > 0 ? ways[index - 1] : isRound ? ways[ways.count - 1] : ahead
      let normal = (ahead + behind).normalized ?? behind
      // The area as it comes along the piece before, slid on until it meets the mitre plane.
      let frame = ShapeReader.frame(z: behind, near: x(path[index]), origin: .zero)
      let slant = max(behind.dot(normal), 0.2)
      return points.map { point in
        let offset = frame.x * point.x + frame.y * point.y
        return path[index] + offset - behind * (offset.dot(normal) / slant)
      }
    }
  }
}
