import SpatialCore
import TwinModel

extension ShapeReader {
  /// A curve as points, in metres; plane curves have z = 0, and a closed curve may repeat its start.
  func curve(_ instance: STEPInstance, depth: Int = 0) throws(ShapeProblem) -> [Vector3] {
    try spend(depth: depth)
    switch model.known(instance) {
    case .polyline:
      var points: [Vector3] = []
      for target in model.instances(instance, .points) { points.append(try point(target)) }
      return points
    case .indexedPolyCurve: return try indexedPolyCurve(instance)
    case .circle, .ellipse:
      return try conic(instance, from: 0, sweep: 2 * .pi)
    case .trimmedCurve: return try trimmedCurve(instance, depth: depth)
    case .bSplineCurveWithKnots, .rationalBSplineCurveWithKnots, .bezierCurve,
      .rationalBezierCurve:
      return try bSpline(instance)
    case .surfaceCurve, .seamCurve, .intersectionCurve, .pcurve, .offsetCurve2D, .offsetCurve3D:
      return try dependentCurve(instance, depth: depth)
    case .gradientCurve: return try gradientCurve(instance, depth: depth)
    case .segmentedReferenceCurve:
      // Cant turns the track about this line but moves it by millimetres.
      guard let base = model.instance(instance, .baseCurve) else {
        throw .degenerate("IfcSegmentedReferenceCurve without BaseCurve")
      }
      return try curve(base, depth: depth + 1)
    default:
      guard model.isKind(instance, of: .compositeCurve) else {
        throw .unsupported(model.className(instance))
      }
      return try compositeCurve(instance, depth: depth)
    }
  }

  // MARK: - Conics

  /// Points of a circle or ellipse from the angle `start` over `sweep` (radians).
  func conic(
    _ instance: STEPInstance, from start: Double, sweep: Double
  ) throws(ShapeProblem) -> [Vector3] {
    let frame = try frame(instance, .position)
    let (a, b) = try semiAxes(instance)
    let count = segments(radius: max(a, b), sweep: sweep)
    return (0...count).map { index in
      let (x, y) = unitCirclePoint(start + sweep * Double(index) / Double(count))
      return frame(Vector3(a * x, b * y, 0))
    }
  }

  private func semiAxes(_ instance: STEPInstance) throws(ShapeProblem) -> (Double, Double) {
    if model.known(instance) == .ellipse {
      return (try positive(instance, .semiAxis1), try positive(instance, .semiAxis2))
    }
    let radius = try positive(instance, .radius)
    return (radius, radius)
  }

  // MARK: - Trimmed curves

  /// A trim as it was written: a parameter, a point, or both.
  struct Trim {
    var parameter: Double?
    var point: Vector3?
  }

  private func trim(_ instance: STEPInstance, _ attribute: IFCAttribute) throws(ShapeProblem)
    -> Trim
  {
    var trim = Trim()
    guard case .list(let slice) = model.value(instance, attribute) else { return trim }
    for value in model.file.cursor(slice) {
      if case .reference(let number) = value {
        if let target = model.resolve(number, from: instance) { trim.point = try point(target) }
      } else {
        trim.parameter = model.real(of: value)
      }
    }
    if model.word(instance, .masterRepresentation) == "CARTESIAN", trim.point != nil {
      trim.parameter = nil
    }
    return trim
  }

  private func trimmedCurve(_ instance: STEPInstance, depth: Int) throws(ShapeProblem) -> [Vector3]
  {
    guard let basis = model.instance(instance, .basisCurve) else {
      throw .degenerate("IfcTrimmedCurve without BasisCurve")
    }
    let start = try trim(instance, .trim1)
    let end = try trim(instance, .trim2)
    let forward = model.flag(instance, .senseAgreement) ?? true
    switch model.known(basis) {
    case .circle, .ellipse:
      let from = try angle(start, on: basis)
      let to = try angle(end, on: basis)
      var sweep = forward ? to - from : from - to
      sweep = sweep.truncatingRemainder(dividingBy: 2 * .pi)
      if sweep <= 1e-9 { sweep += 2 * .pi }
      return try conic(basis, from: from, sweep: forward ? sweep : -sweep)
    case .line:
      return [try linePoint(start, on: basis), try linePoint(end, on: basis)]
    case .polyline:
      var points = try curve(basis, depth: depth + 1)
      if let from = start.parameter, let to = end.parameter { points = part(points, from, to) }
      return forward ? points : points.reversed()
    case .bSplineCurveWithKnots, .rationalBSplineCurveWithKnots, .bezierCurve,
      .rationalBezierCurve:
      let curve = try bSplineCurve(basis)
      let points = points(curve, try parameter(start, on: curve), try parameter(end, on: curve))
      return points
    default:
      return try part(
        of: basis, from: start, to: end, isForward: forward, depth: depth + 1)
    }
  }

  private func angle(_ trim: Trim, on conic: STEPInstance) throws(ShapeProblem) -> Double {
    if let parameter = trim.parameter.map({ $0 * units.angle }), parameter.isFinite {
      guard let point = trim.point else { return parameter }
      // Where both are given and differ, the unit of angle is what is wrong more often.
      let (x, y) = unitCirclePoint(parameter)
      let (a, b) = try semiAxes(conic)
      let place = try frame(conic, .position)(Vector3(a * x, b * y, 0))
      if (place - point).length <= 0.01 * max(a, b) { return parameter }
    }
    guard let point = trim.point else { throw .degenerate("IfcTrimmedCurve without a trim") }
    return try angle(of: point, on: conic)
  }

  /// The parameter of a point of a circle or ellipse, in radians.
  func angle(of point: Vector3, on conic: STEPInstance) throws(ShapeProblem) -> Double {
    guard let inverse = try frame(conic, .position).inverse else {
      throw .degenerate("a circle without extent")
    }
    let (a, b) = try semiAxes(conic)
    let local = inverse(point)
    return angleOf(local.x / a, local.y / b)
  }

  func linePoint(_ trim: Trim, on line: STEPInstance) throws(ShapeProblem) -> Vector3 {
    if let point = trim.point, trim.parameter == nil { return point }
    guard let parameter = trim.parameter, let vector = model.instance(line, .dir),
      let way = direction(vector, .orientation)
    else { throw .degenerate("IfcLine that is not trimmed") }
    let magnitude = length(vector, .magnitude) ?? units.length
    return try point(line, .pnt) + way * (parameter * magnitude)
  }

  /// A polyline between two of its parameters: whole numbers are its corners.
  private func part(_ points: [Vector3], _ from: Double, _ to: Double) -> [Vector3] {
    guard points.count > 1 else { return points }
    func at(_ parameter: Double) -> Vector3 {
      let bounded = min(max(parameter, 0), Double(points.count - 1))
      let index = min(Int(bounded), points.count - 2)
      return points[index] + (points[index + 1] - points[index]) * (bounded - Double(index))
    }
    let (low, high) = (min(from, to), max(from, to))
    let inner = points.indices.filter { Double($0) > low && Double($0) < high }.map { points[$0] }
    return [at(low)] + inner + [at(high)]
  }

  // MARK: - Curves of parts

  func compositeCurve(_ instance: STEPInstance, depth: Int) throws(ShapeProblem)
    -> [Vector3]
  {
    var result: [Vector3] = []
    for segment in model.instances(instance, .segments) {
      guard let parent = model.instance(segment, .parentCurve) else {
        throw .unsupported(model.className(segment))
      }
      var points =
        model.known(segment) == .curveSegment
        ? try curveSegment(segment) : try curve(parent, depth: depth + 1)
      if model.flag(segment, .sameSense) == false { points.reverse() }
      if let last = result.last, let first = points.first, (first - last).length < 1e-6 {
        points.removeFirst()
      }
      result += points
    }
    return result
  }

  private func indexedPolyCurve(_ instance: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    guard let list = model.instance(instance, .points) else {
      throw .degenerate("IfcIndexedPolyCurve without points")
    }
    let points = try pointList(list)
    guard case .list(let slice) = model.value(instance, .segments) else { return points }
    var result: [Vector3] = []
    func add(_ point: Vector3) {
      if let last = result.last, (last - point).length < 1e-9 { return }
      result.append(point)
    }
    for value in model.file.cursor(slice) {
      guard case .typed(let keyword, let inside) = value else { continue }
      var indices: [Int] = []
      for item in model.file.cursor(inside) {
        guard case .list(let numbers) = item else { continue }
        for number in model.file.cursor(numbers) {
          if case .integer(let index) = number { indices.append(index - 1) }
        }
      }
      guard indices.allSatisfy(points.indices.contains) else {
        throw .degenerate("an index of IfcIndexedPolyCurve is out of range")
      }
      let corners = indices.map { points[$0] }
      if model.file.word(keyword).uppercased() == "IFCARCINDEX", corners.count == 3 {
        for point in arc(corners[0], corners[1], corners[2]) { add(point) }
      } else {
        for point in corners { add(point) }
      }
    }
    return result
  }

  /// Points of the arc from `a` over `b` to `c`; the three points themselves when they are in line.
  func arc(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> [Vector3] {
    let (u, v) = (b - a, c - a)
    let normal = u.cross(v)
    let size = normal.dot(normal)
    guard size > 1e-20 * u.dot(u) * v.dot(v), size > 0 else { return [a, b, c] }
    let toCentre = (normal.cross(u) * v.dot(v) + v.cross(normal) * u.dot(u)) / (2 * size)
    let centre = a + toCentre
    let radius = toCentre.length
    guard let x = (a - centre).normalized, let z = normal.normalized else { return [a, b, c] }
    let y = z.cross(x)
    var sweep = angleOf((c - centre).dot(x), (c - centre).dot(y))
    // The normal is chosen so that the arc turns to the left from a over b to c.
    if sweep <= 0 { sweep += 2 * .pi }
    let count = max(segments(radius: radius, sweep: sweep), 2)
    return [a]
      + (1..<count).map { index in
        let (cosine, sine) = unitCirclePoint(sweep * Double(index) / Double(count))
        return centre + (x * cosine + y * sine) * radius
      } + [c]
  }

  /// The points of an IfcCartesianPointList2D or 3D, in metres.
  func pointList(_ list: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    guard case .list(let slice) = model.value(list, .coordList) else {
      throw .degenerate("a list of points is empty")
    }
    var points: [Vector3] = []
    for item in model.file.cursor(slice) {
      guard case .list(let numbers) = item else { throw .degenerate("a list of points is broken") }
      var cursor = model.file.cursor(numbers)
      let x = cursor.next().flatMap { model.real(of: $0) } ?? 0
      let y = cursor.next().flatMap { model.real(of: $0) } ?? 0
      let z = cursor.next().flatMap { model.real(of: $0) } ?? 0
      let point = Vector3(x, y, z) * units.length
      guard ShapeReader.isSane(point) else { throw .degenerate("a point lies beyond all measure") }
      points.append(point)
    }
    return points
  }
}
