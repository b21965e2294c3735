import SpatialCore

/// IfcBSplineSurfaceWithKnots, also a rational one.
struct BSplineSurface: ParametricSurface {
  private let u: BSplineBasis
  private let v: BSplineBasis
  /// Control points times weight, and the weight; v runs fastest.
  private let controls: [SIMD4<Double>]
  /// Places at even parameters, to start looking from.
  private var samples: [(parameters: Vector2, place: Vector3)] = []
  let periods: Vector2
  private(set) var scale = Vector2(1, 1)

  init(_ u: BSplineBasis, _ v: BSplineBasis, controls: [SIMD4<Double>], closed: (Bool, Bool)) {
    self.u = u
    self.v = v
    self.controls = controls
    let size = Vector2(
      u.range.upperBound - u.range.lowerBound, v.range.upperBound - v.range.lowerBound)
    periods = Vector2(closed.0 ? size.x : 0, closed.1 ? size.y : 0)
    let columns = min(4 * (u.breaks.count - 1) * u.degree, 60) + 1
    let rows = min(4 * (v.breaks.count - 1) * v.degree, 60) + 1
    for column in 0..<columns {
      for row in 0..<rows {
        let parameters = Vector2(
          u.range.lowerBound + size.x * Double(column) / Double(columns - 1),
          v.range.lowerBound + size.y * Double(row) / Double(rows - 1))
        samples.append((parameters, point(parameters)))
      }
    }
    var lengths = Vector2.zero
    for column in 0..<columns {
      for row in 0..<rows {
        let here = samples[column * rows + row].place
        if column > 0 { lengths.x += (here - samples[(column - 1) * rows + row].place).length }
        if row > 0 { lengths.y += (here - samples[column * rows + row - 1].place).length }
      }
    }
    scale = Vector2(
      max(lengths.x / Double(rows) / size.x, 1e-9), max(lengths.y / Double(columns) / size.y, 1e-9))
  }

  /// The least parameters.
  var low: Vector2 { Vector2(u.range.lowerBound, v.range.lowerBound) }
  /// The greatest parameters.
  var high: Vector2 { Vector2(u.range.upperBound, v.range.upperBound) }

  func point(_ parameters: Vector2) -> Vector3 {
    let p = wrapped(parameters)
    let (column, along) = u.weights(p.x)
    let (row, across) = v.weights(p.y)
    var sum = SIMD4<Double>.zero
    for (i, a) in along.enumerated() {
      for (j, b) in across.enumerated() {
        sum += controls[(column + i) * v.count + row + j] * (a * b)
      }
    }
    return Vector3(sum.x, sum.y, sum.z) / sum.w
  }

  private func wrapped(_ p: Vector2) -> Vector2 {
    var result = p
    for (axis, range) in [u.range, v.range].enumerated() {
      if periods[axis] > 0, !range.contains(p[axis]) {
        result[axis] -=
          ((p[axis] - range.lowerBound) / periods[axis]).rounded(.down) * periods[axis]
      }
      result[axis] = min(max(result[axis], range.lowerBound), range.upperBound)
    }
    return result
  }

  func parameters(of target: Vector3, near hint: Vector2?) -> Vector2 {
    var starts: [Vector2] = []
    if let hint { starts.append(hint) }
    if let nearest = samples.min(by: {
      ($0.place - target).length < ($1.place - target).length
    }) {
      starts.append(nearest.parameters)
    }
    var best = (distance: Double.infinity, parameters: Vector2.zero)
    for start in starts {
      let found = closest(to: target, from: start)
      let distance = (point(found) - target).length
      if distance < best.distance - 1e-9 { best = (distance, found) }
      if best.distance < 1e-7 { break }
    }
    return best.parameters
  }

  /// Gauss-Newton steps, halved while they do not come nearer.
  private func closest(to target: Vector3, from start: Vector2) -> Vector2 {
    var here = wrapped(start)
    var offset = point(here) - target
    let step = Vector2(
      1e-5 * (u.range.upperBound - u.range.lowerBound),
      1e-5 * (v.range.upperBound - v.range.lowerBound))
    for _ in 0..<30 {
      let (ahead, behind) = (bounded(here + step), bounded(here - step))
      let du =
        (point(Vector2(ahead.x, here.y)) - point(Vector2(behind.x, here.y))) / (ahead.x - behind.x)
      let dv =
        (point(Vector2(here.x, ahead.y)) - point(Vector2(here.x, behind.y))) / (ahead.y - behind.y)
      let (a, b, c) = (du.dot(du), du.dot(dv), dv.dot(dv))
      let (e, f) = (-du.dot(offset), -dv.dot(offset))
      let determinant = a * c - b * b
      guard abs(determinant) > 1e-14 * (a * c) + 1e-300 else { break }
      var move = Vector2((e * c - f * b) / determinant, (a * f - b * e) / determinant)
      var isNearer = false
      for _ in 0..<12 {
        let next = bounded(here + move)
        let nextOffset = point(next) - target
        if nextOffset.length < offset.length {
          isNearer = true
          move = next - here
          here = next
          offset = nextOffset
          break
        }
        move /= 2
      }
      guard isNearer, (move * scale).length > 1e-10 else { break }
    }
    return here
  }

  /// Within the range where the surface is not closed.
  private func bounded(_ p: Vector2) -> Vector2 {
    var result = p
    for (axis, range) in [u.range, v.range].enumerated() where periods[axis] == 0 {
      result[axis] = min(max(p[axis], range.lowerBound), range.upperBound)
    }
    return result
  }
}
