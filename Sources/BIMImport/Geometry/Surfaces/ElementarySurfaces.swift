import SpatialCore

/// IfcPlane: u and v are metres along the frame's axes.
struct PlaneSurface: ParametricSurface {
  let frame: AffineTransform
  let inverse: AffineTransform
  let scale = Vector2(1, 1)

  func point(_ p: Vector2) -> Vector3 { frame(Vector3(p.x, p.y, 0)) }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 { inverse(point).plan }
}

/// IfcCylindricalSurface: u is the angle, v metres along the axis.
struct CylinderSurface: ParametricSurface {
  let frame: AffineTransform
  let inverse: AffineTransform
  let radius: Double
  let periods = Vector2(2 * .pi, 0)
  var scale: Vector2 { Vector2(radius, 1) }

  func point(_ p: Vector2) -> Vector3 {
    let (cosine, sine) = unitCirclePoint(p.x)
    return frame(Vector3(radius * cosine, radius * sine, p.y))
  }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 {
    let local = inverse(point)
    return Vector2(angleOf(local.x, local.y), local.z)
  }
}

/// IfcSphericalSurface: u is the longitude, v the latitude.
struct SphereSurface: ParametricSurface {
  let frame: AffineTransform
  let inverse: AffineTransform
  let radius: Double
  let periods = Vector2(2 * .pi, 0)
  let poles = [-Double.pi / 2, Double.pi / 2]
  var scale: Vector2 { Vector2(radius, radius) }

  func point(_ p: Vector2) -> Vector3 {
    let (cosine, sine) = unitCirclePoint(p.x)
    let (level, height) = unitCirclePoint(p.y)
    return frame(Vector3(level * cosine, level * sine, height) * radius)
  }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 {
    let local = inverse(point)
    return Vector2(angleOf(local.x, local.y), angleOf(local.plan.length, local.z))
  }
}

/// IfcToroidalSurface: u is the angle around the axis, v the one around the tube.
struct TorusSurface: ParametricSurface {
  let frame: AffineTransform
  let inverse: AffineTransform
  let majorRadius: Double
  let minorRadius: Double
  let periods = Vector2(2 * .pi, 2 * .pi)
  var scale: Vector2 { Vector2(majorRadius + minorRadius, minorRadius) }

  func point(_ p: Vector2) -> Vector3 {
    let (cosine, sine) = unitCirclePoint(p.x)
    let (out, up) = unitCirclePoint(p.y)
    let reach = majorRadius + minorRadius * out
    return frame(Vector3(reach * cosine, reach * sine, minorRadius * up))
  }

  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2 {
    let local = inverse(point)
    return Vector2(
      angleOf(local.x, local.y), angleOf(local.plan.length - majorRadius, local.z))
  }
}
