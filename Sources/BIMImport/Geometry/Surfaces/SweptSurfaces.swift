import SpatialCore

/// A curve as chords, by the metres along it.
struct MeasuredLine {
  let points: [Vector3]
  /// Metres from the start to each point.
  let stations: [Double]

  var length: Double { stations.last ?? 0 }
  var isClosed: Bool {
    points.count > 3 && (points[0] - points[points.count - 1]).length < 1e-6 * (1 + length)
  }

  /// Takes at least one point.
  init(_ points: [Vector3]) {
    self.points = points
    var stations = [0.0]
    for index in points.indices.dropFirst() {
      stations.append(stations[index - 1] + (points[index] - points[index - 1]).length)
    }
    self.stations = stations
  }

  /// The place at a station; beyond the ends on the straight continuation.
  func point(_ station: Double) -> Vector3 {
    guard points.count > 1 else { return points.first ?? .zero }
    let place = isClosed ? station - (station / length).rounded(.down) * length : station
    var (low, high) = (0, points.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if stations[middle] <= place { low = middle } else { high = middle - 1 }
    }
    let span = stations[low + 1] - stations[low]
    let share = span > 0 ? (place - stations[low]) / span : 0
    return points[low] + (points[low + 1] - points[low]) * share
  }

  /// The direction of the piece at a station.
  func direction(_ station: Double) -> Vector3 {
    let (low, high) = (max(station - 1e-4, 0), min(station + 1e-4, length))
    return (point(high) - point(low)).normalized ?? Vector3(0, 0, 1)
  }

  /// The station nearest to a place that `distance` compares with pieces as points.
  func station(nearest target: Vector3) -> Double {
    var best = (distance: Double.infinity, station: 0.0)
    for index in 0..<max(points.count - 1, 0) {
      let (a, b) = (points[index], points[index + 1])
      let way = b - a
      let size = way.dot(way)
      let share = size > 0 ? min(max((target - a).dot(way) / size, 0), 1) : 0
      let distance = (a + way * share - target).length
      if distance < best.distance {
        best = (distance, stations[index] + share * way.length)
      }
    }
    return best.station
  }
}

/// IfcSurfaceOfLinearExtrusion: u is metres along the curve, v metres along the direction.
struct ExtrudedSurface: ParametricSurface {
  private let line: MeasuredLine
  private let way: Vector3
  private let shadow: MeasuredLine
  let periods: Vector2
  let scale = Vector2(1, 1)

  /// Takes the curve's points and a direction of length 1, in the representation's coordinates.
  init(_ points: [Vector3], along way: Vector3) {
    line = MeasuredLine(points)
    self.way = way
    // Seen along the direction, all of a ruling is one point; distances are those of the shadow.
    shadow = MeasuredLine(points.map { $0 - way * $0.dot(way) })
    periods = Vector2(line.isClosed ? line.length : 0, 0)
  }

  func point(_ p: Vector2) -> Vector3 { line.point(p.x) + way * p.y }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 {
    let station = shadow.station(nearest: point - way * point.dot(way))
    // The shadow is shorter than the line where the line leans: look the share up, not the length.
    let place = line.station(atShareOf: station, in: shadow)
    return Vector2(place, (point - line.point(place)).dot(way))
  }
}

extension MeasuredLine {
  /// The station here that lies on the same piece, at the same share of it, as one of `other`.
  fileprivate func station(atShareOf station: Double, in other: MeasuredLine) -> Double {
    var index = 0
    while index + 2 < other.stations.count, other.stations[index + 1] < station { index += 1 }
    guard index + 1 < other.stations.count else { return 0 }
    let span = other.stations[index + 1] - other.stations[index]
    let share = span > 0 ? (station - other.stations[index]) / span : 0
    return stations[index] + (stations[index + 1] - stations[index]) * share
  }
}

/// IfcSurfaceOfRevolution: u is the angle, v metres along the curve.
struct RevolvedSurface: ParametricSurface {
  private let line: MeasuredLine
  private let axis: AffineTransform
  private let meridian: MeasuredLine
  private let inverse: AffineTransform
  private let widest: Double
  let periods: Vector2
  let poles: [Double]
  var scale: Vector2 { Vector2(widest, 1) }
  /// The greatest v.
  var height: Double { line.length }

  /// Takes the curve's points and the axis as the z axis of a frame.
  init?(_ points: [Vector3], around axis: AffineTransform) {
    guard let inverse = axis.inverse, points.count > 1 else { return nil }
    self.axis = axis
    self.inverse = inverse
    line = MeasuredLine(points.map { inverse($0) })
    meridian = MeasuredLine(line.points.map { Vector3($0.plan.length, 0, $0.z) })
    widest = meridian.points.reduce(1e-6) { max($0, $1.x) }
    periods = Vector2(2 * .pi, line.isClosed ? line.length : 0)
    var poles: [Double] = []
    if meridian.points[0].x < 1e-6 { poles.append(0) }
    if let last = meridian.points.last, last.x < 1e-6, !line.isClosed { poles.append(line.length) }
    self.poles = poles
  }

  func point(_ p: Vector2) -> Vector3 {
    let start = line.point(p.y)
    let (cosine, sine) = unitCirclePoint(p.x)
    return axis(
      Vector3(start.x * cosine - start.y * sine, start.x * sine + start.y * cosine, start.z))
  }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 {
    let local = inverse(point)
    let flat = meridian.station(nearest: Vector3(local.plan.length, 0, local.z))
    let place = line.station(atShareOf: flat, in: meridian)
    let start = line.point(place)
    return Vector2(angleOf(local.x, local.y) - angleOf(start.x, start.y), place)
  }
}
