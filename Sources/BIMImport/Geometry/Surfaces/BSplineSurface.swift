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
    var along = BSplineBasis.Weights(repeating: 0)
    var across = BSplineBasis.Weights(repeating: 0)
    let column = u.weigh(p.x, &along)
    let row = v.weigh(p.y, &across)
    var sum = SIMD4<Double>.zero
    for i in 0...u.degree {
      let start = (column + i) * v.count + row
      for j in 0...v.degree {
        sum += controls[start + j] * (along[i] * across[j])
      }
    }
    return Vector3(sum.x, sum.y, sum.z) / sum.w
  }

  func tangents(_ parameters: Vector2) -> (place: Vector3, u: Vector3, v: Vector3) {
    let p = wrapped(parameters)
    var along = BSplineBasis.Weights(repeating: 0)
    var across = BSplineBasis.Weights(repeating: 0)
    var alongSlopes = BSplineBasis.Weights(repeating: 0)
    var acrossSlopes = BSplineBasis.Weights(repeating: 0)
    let column = u.weigh(p.x, &along, slopes: &alongSlopes)
    let row = v.weigh(p.y, &across, slopes: &acrossSlopes)
    var sum = SIMD4<Double>.zero
    var du = SIMD4<Double>.zero
    var dv = SIMD4<Double>.zero
    for i in 0...u.degree {
      let start = (column + i) * v.count + row
      for j in 0...v.degree {
        let control = controls[start + j]
        sum += control * (along[i] * across[j])
        du += control * (alongSlopes[i] * across[j])
        dv += control * (along[i] * acrossSlopes[j])
      }
    }
    // The quotient rule, since controls are times their weight.
    let place = Vector3(sum.x, sum.y, sum.z) / sum.w
    return (
      place, (Vector3(du.x, du.y, du.z) - place * du.w) / sum.w,
      (Vector3(dv.x, dv.y, dv.z) - place * dv.w) / sum.w
    )
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
    let near = hint.map { closest(to: target, from: $0) }
    let distance = near.map { (point($0) - target).length } ?? .infinity
    guard distance >= 1e-7,
      let nearest = samples.min(by: { ($0.place - target).length < ($1.place - target).length })
    else { return near ?? .zero }
    let other = closest(to: target, from: nearest.parameters)
    return (point(other) - target).length < distance - 1e-9 ? other : near ?? other
  }

  /// Gauss-Newton steps, halved while they do not come nearer.
  private func closest(to target: Vector3, from start: Vector2) -> Vector2 {
    var here = wrapped(start)
    for _ in 0..<30 {
      let (place, du, dv) = tangents(here)
      let offset = place - target
      guard offset.length > 1e-9 else { break }
      let (a, b, c) = (du.dot(du), du.dot(dv), dv.dot(dv))
      let (e, f) = (-du.dot(offset), -dv.dot(offset))
      let determinant = a * c - b * b
      guard abs(determinant) > 1e-14 * (a * c) + 1e-300 else { break }
      var move = Vector2((e * c - f * b) / determinant, (a * f - b * e) / determinant)
      var isNearer = false
      for _ in 0..<12 {
        let next = bounded(here + move)
        if (point(next) - target).length < offset.length {
          isNearer = true
          move = next - here
          here = next
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
