import SpatialCore
import TwinModel

extension ShapeReader {
  /// The points of a face's bound in order, the first not repeated; one point for a vertex loop.
  ///
  /// `known` keeps the points of edges, so that faces that share one share its points.
  func loop(
    _ bound: STEPInstance, _ known: inout [STEPInstance: [Vector3]]
  ) throws(ShapeProblem) -> [Vector3] {
    guard let loop = model.instance(bound, .bound) else {
      throw .degenerate("\(model.className(bound)) without Bound")
    }
    var points: [Vector3] = []
    switch model.known(loop) {
    case .polyLoop:
      for target in model.instances(loop, .polygon) { points.append(try point(target)) }
    case .vertexLoop:
      guard let vertex = model.instance(loop, .loopVertex) else {
        throw .degenerate("IfcVertexLoop without LoopVertex")
      }
      return [try point(vertex, .vertexGeometry)]
    case .edgeLoop:
      for edge in model.instances(loop, .edgeList) {
        for next in try orientedEdge(edge, &known) where points.last != next { points.append(next) }
      }
    default: throw .unsupported(model.className(loop))
    }
    while points.count > 1, points[0] == points[points.count - 1] { points.removeLast() }
    if model.flag(bound, .orientation) == false { points.reverse() }
    return points
  }

  private func orientedEdge(
    _ edge: STEPInstance, _ known: inout [STEPInstance: [Vector3]]
  ) throws(ShapeProblem) -> [Vector3] {
    guard model.known(edge) == .orientedEdge else { return try self.edge(edge, &known) }
    guard let element = model.instance(edge, .edgeElement) else {
      throw .degenerate("IfcOrientedEdge without EdgeElement")
    }
    let points = try self.edge(element, &known)
    return model.flag(edge, .orientation) == false ? points.reversed() : points
  }

  private func edge(
    _ edge: STEPInstance, _ known: inout [STEPInstance: [Vector3]]
  ) throws(ShapeProblem) -> [Vector3] {
    if let points = known[edge] { return points }
    let start = try vertex(edge, .edgeStart)
    let end = try vertex(edge, .edgeEnd)
    var points = [start, end]
    if let geometry = model.instance(edge, .edgeGeometry) {
      points = try part(
        of: geometry, from: start, to: end, isForward: model.flag(edge, .sameSense) ?? true)
    }
    known[edge] = points
    return points
  }

  private func vertex(
    _ edge: STEPInstance, _ attribute: IFCAttribute
  ) throws(ShapeProblem) -> Vector3 {
    guard let vertex = model.instance(edge, attribute), model.known(vertex) == .vertexPoint else {
      throw .degenerate("\(model.className(edge)) without vertex points")
    }
    return try point(vertex, .vertexGeometry)
  }

  /// The part of a curve between two points on it; all of a closed curve when they are one.
  private func part(
    of geometry: STEPInstance, from start: Vector3, to end: Vector3, isForward: Bool
  ) throws(ShapeProblem) -> [Vector3] {
    var curve = geometry
    for _ in 0..<8 {
      guard let inner = model.instance(curve, .curve3D) else { break }
      curve = inner
    }
    switch model.known(curve) {
    case .line: return [start, end]
    case .circle, .ellipse: return try arc(curve, from: start, to: end, isForward: isForward)
    default:
      var points = try self.curve(curve)
      if !isForward { points.reverse() }
      return between(start, end, of: points)
    }
  }

  private func arc(
    _ conic: STEPInstance, from start: Vector3, to end: Vector3, isForward: Bool
  ) throws(ShapeProblem) -> [Vector3] {
    let from = try angle(of: start, on: conic)
    let to = try angle(of: end, on: conic)
    var sweep = isForward ? to - from : from - to
    if (end - start).length < 1e-9 { sweep = 0 }
    sweep = sweep.truncatingRemainder(dividingBy: 2 * .pi)
    if sweep <= 1e-9 { sweep += 2 * .pi }
    let points = try self.conic(conic, from: from, sweep: isForward ? sweep : -sweep)
    return [start] + points.dropFirst().dropLast() + [end]
  }

  /// The part of a chain of chords between two places, with these as its ends.
  private func between(_ start: Vector3, _ end: Vector3, of points: [Vector3]) -> [Vector3] {
    guard points.count > 1 else { return [start, end] }
    let line = MeasuredLine(points)
    let near = 1e-6 * (1 + line.length)
    var from = line.station(nearest: start)
    var to = line.station(nearest: end)
    if line.isClosed {
      if from > line.length - near { from = 0 }
      if to < near { to = line.length }
    }
    func inner(_ low: Double, _ high: Double) -> [Vector3] {
      points.indices.filter { line.stations[$0] > low + near && line.stations[$0] < high - near }
        .map { points[$0] }
    }
    if from < to - near { return [start] + inner(from, to) + [end] }
    guard line.isClosed else {
      // The sense is wrong more often than the ends.
      return [start] + inner(to, from).reversed() + [end]
    }
    return [start] + inner(from, line.length) + [points[0]].filter { _ in from > near }
      + inner(0, to) + [end]
  }
}
