import SpatialCore
import TwinModel

/// A curve of an alignment by the metres along it, seen from above.
struct AlignmentLine {
  /// The places, with heights.
  let points: [Vector3]
  /// Metres along the line in plan, up to each point.
  let stations: [Double]

  /// The direction at each point.
  let tangents: [Vector3]

  init(_ points: [Vector3]) {
    self.points = points
    stations = MeasuredLine(points.map { Vector3($0.x, $0.y, 0) }).stations
    let ways = zip(points, points.dropFirst()).map { ($1 - $0).normalized ?? Vector3(1, 0, 0) }
    let sizes = zip(points, points.dropFirst()).map { ($1 - $0).length }
    // Between two chords of a bend the direction is their mean, the shorter one's counting more; a chord
    // much longer than its neighbour is a straight that the bend begins or ends with.
    var tangents = ways.indices.dropLast().map { index -> Vector3 in
      let (before, after) = (sizes[index], sizes[index + 1])
      if before > 4 * after { return ways[index] }
      if after > 4 * before { return ways[index + 1] }
      return (ways[index] * after + ways[index + 1] * before).normalized ?? ways[index]
    }
    // At its ends a bend goes on turning.
    if let first = ways.first, let last = ways.last {
      let start = (first * 2 - (tangents.first ?? first)).normalized ?? first
      let end = (last * 2 - (tangents.last ?? last)).normalized ?? last
      tangents = [start] + tangents + [end]
    }
    self.tangents = tangents
  }

  /// The place at a station and the direction there; beyond the ends straight on.
  func place(_ station: Double) -> (origin: Vector3, tangent: Vector3)? {
    guard points.count > 1 else { return nil }
    var index = 0
    while index + 2 < points.count, stations[index + 1] <= station { index += 1 }
    let span = stations[index + 1] - stations[index]
    guard span > 0 else { return nil }
    let share = (station - stations[index]) / span
    let inner = min(max(share, 0), 1)
    let tangent = tangents[index] + (tangents[index + 1] - tangents[index]) * inner
    guard let tangent = tangent.normalized else { return nil }
    return (points[index] + (points[index + 1] - points[index]) * share, tangent)
  }
}

extension ShapeReader {
  /// IfcCurveSegment: a piece of a line, circle, clothoid or polynomial, moved to where it starts.
  func curveSegment(_ segment: STEPInstance) throws(ShapeProblem) -> [Vector3] {
    guard let parent = model.instance(segment, .parentCurve),
      let start = measure(segment, .segmentStart), let length = measure(segment, .segmentLength)
    else { throw .degenerate("IfcCurveSegment without curve, start or length") }
    let frame = try frame(segment, .placement)
    guard abs(length) > 1e-9 else { return [frame.origin] }
    let bend = try bend(parent, from: start, sense: length < 0 ? -1 : 1)
    var points: [Vector2] = [.zero]
    var here = 0.0
    // Chords as near as those of arcs, but no more than a segment can need.
    let least = abs(length) / Double(ShapeReader.mostSegments)
    while here < abs(length) - 1e-9, let last = points.last {
      let curvature = max(abs(bend.curvature(here)), abs(bend.curvature(here + least)))
      let step = min(
        max((8 * ShapeReader.chordTolerance / max(curvature, 1e-12)).squareRoot(), least),
        abs(length) / (curvature < 1e-12 && bend.isEven ? 1 : 16), abs(length) - here)
      var move = Vector2.zero
      for (place, weight) in ShapeReader.gaussPoints {
        let (x, y) = unitCirclePoint(bend.heading(here + step * (0.5 + place / 2)))
        move += Vector2(x, y) * (weight / 18)
      }
      points.append(last + move * step)
      here += step
    }
    return points.map { frame(Vector3($0.x, $0.y, 0)) }
  }

  /// How a curve bends along its length, from where a segment starts.
  private struct Bend {
    /// Radians to the left since the start.
    var heading: (Double) -> Double
    /// Radians to the left in a metre.
    var curvature: (Double) -> Double
    /// Whether the curvature is the same all along.
    var isEven: Bool
  }

  private func bend(
    _ curve: STEPInstance, from start: Double, sense: Double
  ) throws(ShapeProblem) -> Bend {
    switch model.known(curve) {
    case .line: return Bend(heading: { _ in 0 }, curvature: { _ in 0 }, isEven: true)
    case .circle:
      let radius = try positive(curve, .radius)
      return Bend(
        heading: { sense * $0 / radius }, curvature: { _ in sense / radius }, isEven: true)
    case .clothoid:
      // Source: IFC4x3 IfcClothoid: the curvature at s is s/(A·|A|).
      guard let constant = length(curve, .clothoidConstant), constant != 0 else {
        throw .degenerate("IfcClothoid without ClothoidConstant")
      }
      let square = constant * abs(constant)
      guard abs(square) > 1e-9 else { throw .degenerate("IfcClothoid that bends without end") }
      return Bend(
        heading: { along in
          let here = start + sense * along
          return (here * here - start * start) / (2 * square)
        }, curvature: { sense * (start + sense * $0) / square }, isEven: false)
    case .polynomialCurve: return try polynomialBend(curve, from: start, sense: sense)
    default: throw .unsupported("IfcCurveSegment of \(model.className(curve))")
    }
  }

  /// A curve y = Σ c·xⁱ, as gradients change along a parabola.
  private func polynomialBend(
    _ curve: STEPInstance, from start: Double, sense: Double
  ) throws(ShapeProblem) -> Bend {
    let unit = units.length
    var power = unit
    // Coefficients of degree i have the unit length^(1 − i).
    let coefficients = model.reals(curve, .coefficientsY).map { value -> Double in
      defer { power /= unit }
      return value * power
    }
    guard model.reals(curve, .coefficientsX) == [0, 1], !coefficients.isEmpty else {
      throw .unsupported("IfcPolynomialCurve that is no function of x")
    }
    func slope(_ x: Double) -> Double {
      coefficients.indices.dropFirst().reversed().reduce(0) {
        $0 * x + Double($1) * coefficients[$1]
      }
    }
    func second(_ x: Double) -> Double {
      coefficients.indices.dropFirst(2).reversed().reduce(0) {
        $0 * x + Double($1 * ($1 - 1)) * coefficients[$1]
      }
    }
    /// Metres of the curve in one metre of x.
    func stretch(_ x: Double) -> Double { (1 + slope(x) * slope(x)).squareRoot() }
    /// Where the curve is after some metres along it, by Newton's method.
    func x(_ along: Double) -> Double {
      var x = start + sense * along / stretch(start)
      for _ in 0..<20 {
        let step = (sense * along - integral(of: stretch, from: start, to: x)) / stretch(x)
        x += step
        if abs(step) < 1e-9 { break }
      }
      return x
    }
    let first = angleOf(1, slope(start))
    return Bend(
      heading: { sense * (angleOf(1, slope(x($0))) - first) },
      curvature: { along in
        let here = x(along)
        let rise = slope(here)
        let size = 1 + rise * rise
        return sense * second(here) / (size * size.squareRoot())
      }, isEven: false)
  }

  /// The integral of a smooth function by Gauss's rule with three points on each of eight pieces.
  private func integral(
    of function: (Double) -> Double, from start: Double, to end: Double
  ) -> Double {
    let width = (end - start) / 8
    var sum = 0.0
    for piece in 0..<8 {
      let middle = start + width * (Double(piece) + 0.5)
      for (place, weight) in ShapeReader.gaussPoints {
        sum += weight / 18 * function(middle + place * width / 2)
      }
    }
    return sum * width
  }

  /// Places from −1 to 1 and weights of Gauss's rule with three points; the weights add up to 18.
  private static let gaussPoints = [(-0.7745966692414834, 5.0), (0, 8), (0.7745966692414834, 5)]

  /// A length, or a parameter that is one on the curves of alignments.
  func measure(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Double? {
    length(instance, attribute)
  }

  /// IfcGradientCurve: a curve in plan, and heights along it.
  func gradientCurve(_ curve: STEPInstance, depth: Int) throws(ShapeProblem) -> [Vector3] {
    guard let base = model.instance(curve, .baseCurve) else {
      throw .degenerate("IfcGradientCurve without BaseCurve")
    }
    let plan = MeasuredLine(
      try self.curve(base, depth: depth + 1).map { Vector3($0.x, $0.y, 0) })
    let heights = try compositeCurve(curve, depth: depth + 1)
    guard heights.count > 1, plan.length > 0 else {
      throw .degenerate("IfcGradientCurve without length")
    }
    let stations = (plan.stations + heights.map(\.x)).sorted()
    var result: [Vector3] = []
    var index = 0
    var last = -Double.infinity
    for station in stations where station >= 0 && station <= plan.length && station - last > 1e-7 {
      last = station
      while index + 2 < heights.count, heights[index + 1].x <= station { index += 1 }
      let (a, b) = (heights[index], heights[index + 1])
      let share = b.x > a.x ? (station - a.x) / (b.x - a.x) : 0
      let place = station >= plan.length ? plan.points[plan.points.count - 1] : plan.point(station)
      result.append(Vector3(place.x, place.y, a.y + (b.y - a.y) * share))
    }
    return result
  }

  /// The frame of an IfcAxis2PlacementLinear: x along the curve, y to the left, z up.
  func linearFrame(_ placement: STEPInstance) throws(ShapeProblem) -> AffineTransform {
    guard let location = model.instance(placement, .location),
      model.known(location) == .pointByDistanceExpression,
      let basis = model.instance(location, .basisCurve)
    else { throw .unsupported(model.className(placement)) }
    let line = AlignmentLine(try curve(basis))
    let frame = try linearFrame(location, on: line)
    let axis = direction(placement, .axis)
    let reference = direction(placement, .refDirection)
    guard axis != nil || reference != nil else { return frame }
    let local = ShapeReader.frame(z: axis ?? Vector3(0, 0, 1), near: reference, origin: .zero)
    return frame.after(local)
  }

  /// The frame at an IfcPointByDistanceExpression.
  func linearFrame(
    _ location: STEPInstance, on line: AlignmentLine
  ) throws(ShapeProblem) -> AffineTransform {
    guard let station = measure(location, .distanceAlong), let (origin, x) = line.place(station)
    else { throw .degenerate("IfcPointByDistanceExpression without a place") }
    let y = Vector3(0, 0, 1).cross(x).normalized ?? Vector3(0, 1, 0)
    let z = x.cross(y)
    let offset =
      x * (length(location, .offsetLongitudinal) ?? 0) + y * (length(location, .offsetLateral) ?? 0)
      + z * (length(location, .offsetVertical) ?? 0)
    return AffineTransform(x: x, y: y, z: z, origin: origin + offset)
  }

  /// IfcSectionedSolidHorizontal: areas along a curve, changing evenly between given places.
  func sectionedSolid(_ item: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    guard let directrix = model.instance(item, .directrix) else {
      throw .degenerate("\(model.className(item)) without Directrix")
    }
    let line = AlignmentLine(try curve(directrix))
    let areas = model.instances(item, .crossSections)
    let positions = model.instances(item, .crossSectionPositions)
    guard areas.count == positions.count, areas.count >= 2 else {
      throw .degenerate("\(model.className(item)) without a place for each section")
    }
    var places: [(station: Double, frame: AffineTransform, rings: [[Vector2]])] = []
    for (area, position) in zip(areas, positions) {
      guard let location = model.instance(position, .location),
        let station = measure(location, .distanceAlong)
      else { throw .degenerate("\(model.className(item)) with a section at no distance") }
      let found = try profiles(area)
      guard found.count == 1, let profile = found.first else {
        throw .unsupported("\(model.className(item)) of several areas")
      }
      places.append(
        (station, try linearFrame(location, on: line), [profile.outer] + profile.holes))
    }
    let sizes = places[0].rings.map(\.count)
    guard places.allSatisfy({ $0.rings.map(\.count) == sizes }) else {
      throw .degenerate("\(model.className(item)) between unlike profiles")
    }
    var sections: [[Vector3]] = []
    for index in places.indices {
      sections.append(section(places[index].rings, places[index].frame))
      guard index + 1 < places.count else { continue }
      let (from, to) = (places[index], places[index + 1])
      for (index, station) in line.stations.enumerated()
      where station > from.station + 1e-6 && station < to.station - 1e-6 {
        let share = (station - from.station) / (to.station - from.station)
        let (point, x) = (line.points[index], line.tangents[index])
        let y = Vector3(0, 0, 1).cross(x).normalized ?? Vector3(0, 1, 0)
        let rings = zip(from.rings, to.rings).map { a, b in
          zip(a, b).map { $0 + ($1 - $0) * share }
        }
        sections.append(
          section(rings, AffineTransform(x: x, y: y, z: x.cross(y), origin: point)))
      }
    }
    let first = places[0].rings
    let cap = Triangulation(outer: first[0], holes: Array(first.dropFirst())).indices
    return swept(sizes, sections, cap: cap, isRound: false)
  }

  /// An area across the curve: its x axis to the left, its y axis up.
  private func section(_ rings: [[Vector2]], _ frame: AffineTransform) -> [Vector3] {
    rings.joined().map { frame.origin + frame.y * $0.x + frame.z * $0.y }
  }
}
