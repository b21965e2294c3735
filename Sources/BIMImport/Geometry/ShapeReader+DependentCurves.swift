import SpatialCore
import TwinModel

extension ShapeReader {
  /// A curve that is given by another one: on a surface, or at a distance.
  func dependentCurve(_ instance: STEPInstance, depth: Int) throws(ShapeProblem) -> [Vector3] {
    switch model.known(instance) {
    case .pcurve: return try parameterCurve(instance, depth: depth)
    case .offsetCurve2D, .offsetCurve3D: return try offsetCurve(instance, depth: depth)
    default:
      guard let curve = model.instance(instance, .curve3D) else {
        throw .degenerate("\(model.className(instance)) without Curve3D")
      }
      return try self.curve(curve, depth: depth + 1)
    }
  }

  /// IfcPcurve: a curve in the parameters of a surface.
  ///
  /// Lengths among the parameters are in the model's unit, angles in its unit of angle; B-spline
  /// parameters have none.
  private func parameterCurve(_ instance: STEPInstance, depth: Int) throws(ShapeProblem)
    -> [Vector3]
  {
    guard let basis = model.instance(instance, .basisSurface),
      let reference = model.instance(instance, .referenceCurve)
    else { throw .degenerate("IfcPcurve without surface or curve") }
    let surface = try parametric(basis)
    let units = parameterUnits(basis)
    let flat = try curve(reference, depth: depth + 1).map { $0.plan / self.units.length * units }
    guard var before = flat.first else { throw .degenerate("IfcPcurve without a curve") }
    var result = [surface.point(before)]
    for parameters in flat.dropFirst() {
      let steps = chords(on: surface, before, parameters)
      for step in 1...steps {
        result.append(
          surface.point(before + (parameters - before) * (Double(step) / Double(steps))))
      }
      before = parameters
    }
    return result
  }

  /// How many chords a straight line of parameters takes, which need not be straight in space.
  private func chords(
    on surface: any ParametricSurface, _ start: Vector2, _ end: Vector2
  ) -> Int {
    func place(_ share: Double) -> Vector3 { surface.point(start + (end - start) * share) }
    var count = 1
    while count < ShapeReader.mostSegments {
      let step = 1 / Double(count)
      // A piece may bend back and forth: its middle alone says too little.
      let isNear = (0..<count).allSatisfy { piece in
        let (from, to) = (place(Double(piece) * step), place(Double(piece + 1) * step))
        return [0.25, 0.5, 0.75].allSatisfy { share in
          (from + (to - from) * share - place((Double(piece) + share) * step)).length
            <= ShapeReader.chordTolerance
        }
      }
      if isNear { break }
      count *= 2
    }
    return count
  }

  /// Metres or radians in one unit of a surface's parameters.
  func parameterUnits(_ surface: STEPInstance) -> Vector2 {
    switch model.known(surface) {
    case .cylindricalSurface, .surfaceOfRevolution: Vector2(units.angle, units.length)
    case .sphericalSurface, .toroidalSurface: Vector2(units.angle, units.angle)
    case .bSplineSurfaceWithKnots, .rationalBSplineSurfaceWithKnots: Vector2(1, 1)
    default: Vector2(units.length, units.length)
    }
  }

  /// IfcOffsetCurve2D and 3D: each chord moved to the left, corners mitred.
  private func offsetCurve(_ instance: STEPInstance, depth: Int) throws(ShapeProblem) -> [Vector3] {
    guard let basis = model.instance(instance, .basisCurve) else {
      throw .degenerate("\(model.className(instance)) without BasisCurve")
    }
    guard let distance = length(instance, .distance) else {
      throw .degenerate("\(model.className(instance)) without Distance")
    }
    let line = MeasuredLine(
      try curve(basis, depth: depth + 1).reduce(into: []) { line, point in
        if line.last.map({ ($0 - point).length > 1e-9 }) ?? true { line.append(point) }
      })
    guard line.points.count > 1 else { throw .degenerate("an offset of a point") }
    // Source: IFC4 IfcOffsetCurve2D: a positive distance lies to the left; IfcOffsetCurve3D: along
    // RefDirection × tangent turned likewise.
    let up = direction(instance, .refDirection) ?? Vector3(0, 0, 1)
    return line.offset(by: distance, up: up)
  }

  /// The part of a curve between two trims: parameters count as they do on its class, points as the
  /// nearest places.
  func part(
    of basis: STEPInstance, from start: Trim, to end: Trim, isForward: Bool, depth: Int
  ) throws(ShapeProblem) -> [Vector3] {
    let spans = try spans(of: basis, depth: depth)
    let line = MeasuredLine(spans.flatMap(\.points))
    guard line.points.count > 1 else { throw .degenerate("a trimmed curve without length") }
    func station(_ trim: Trim) throws(ShapeProblem) -> Double {
      if let point = trim.point, trim.parameter == nil { return line.station(nearest: point) }
      guard let parameter = trim.parameter else {
        throw .degenerate("IfcTrimmedCurve without a trim")
      }
      return CurveSpan.station(of: parameter, in: spans)
    }
    let (from, to) = (try station(start), try station(end))
    let points = line.part(from: min(from, to), to: max(from, to))
    return isForward == (from <= to) ? points : points.reversed()
  }

  /// The parameter of a trim on a B-spline curve.
  func parameter(_ trim: Trim, on curve: BSplineCurve) throws(ShapeProblem) -> Double {
    let range = curve.basis.range
    if let parameter = trim.parameter {
      return min(max(parameter, range.lowerBound), range.upperBound)
    }
    guard let point = trim.point else { throw .degenerate("IfcTrimmedCurve without a trim") }
    var (low, high) = (range.lowerBound, range.upperBound)
    // The nearest of even parameters, and then of ever finer ones around it.
    for _ in 0..<8 {
      let parameters = (0...64).map { low + (high - low) * Double($0) / 64 }
      let best =
        parameters.min { (curve.point($0) - point).length < (curve.point($1) - point).length }
        ?? low
      let step = (high - low) / 64
      (low, high) = (max(best - step, range.lowerBound), min(best + step, range.upperBound))
    }
    return (low + high) / 2
  }
}

extension MeasuredLine {
  /// The line between two stations.
  func part(from: Double, to: Double) -> [Vector3] {
    let inner = points.indices.filter { stations[$0] > from + 1e-9 && stations[$0] < to - 1e-9 }
    return [point(from)] + inner.map { points[$0] } + [end(to)]
  }

  /// The place at a station, with the end of a closed line as its end.
  private func end(_ station: Double) -> Vector3 {
    station >= length ? points[points.count - 1] : point(station)
  }

  /// The line moved to the left as seen against `up`, its corners mitred.
  func offset(by distance: Double, up: Vector3) -> [Vector3] {
    let ways = zip(points, points.dropFirst()).map { ($1 - $0).normalized ?? Vector3(1, 0, 0) }
    let lefts = ways.map { up.cross($0).normalized ?? .zero }
    return points.indices.map { index in
      let isEnd = index == 0 || index == points.count - 1
      let before = index > 0 ? lefts[index - 1] : isClosed ? lefts[lefts.count - 1] : lefts[0]
      let after =
        index < lefts.count ? lefts[index] : isClosed ? lefts[0] : lefts[lefts.count - 1]
      if isEnd, !isClosed { return points[index] + (index == 0 ? after : before) * distance }
      let sum = before + after
      // A turn back on itself has no mitre.
      guard sum.dot(sum) > 1e-3 else { return points[index] + before * distance }
      return points[index] + sum * (2 * distance / sum.dot(sum))
    }
  }
}
