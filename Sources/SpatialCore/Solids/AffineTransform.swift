package import TwinModel

/// A linear map and a shift: `p ↦ x·p.x + y·p.y + z·p.z + origin`.
package struct AffineTransform: Hashable, Sendable {
  /// Image of the first unit vector.
  package var x: Vector3
  /// Image of the second unit vector.
  package var y: Vector3
  /// Image of the third unit vector.
  package var z: Vector3
  /// Image of the origin.
  package var origin: Vector3

  /// Leaves everything where it is.
  package static let identity = AffineTransform(
    x: Vector3(1, 0, 0), y: Vector3(0, 1, 0), z: Vector3(0, 0, 1), origin: .zero)

  /// Creates a transform from the images of the unit vectors and the origin.
  package init(x: Vector3, y: Vector3, z: Vector3, origin: Vector3) {
    self.x = x
    self.y = y
    self.z = z
    self.origin = origin
  }

  /// The image of a point.
  package func callAsFunction(_ p: Vector3) -> Vector3 { x * p.x + y * p.y + z * p.z + origin }

  /// The image of a direction, which the shift does not move.
  package func direction(_ d: Vector3) -> Vector3 { x * d.x + y * d.y + z * d.z }

  /// First `other`, then `self`.
  package func after(_ other: AffineTransform) -> AffineTransform {
    AffineTransform(
      x: direction(other.x), y: direction(other.y), z: direction(other.z),
      origin: self(other.origin))
  }

  /// The same map, and then a shift.
  package func moved(by shift: Vector3) -> AffineTransform {
    var result = self
    result.origin += shift
    return result
  }

  /// Volume of the image of the unit cube; negative when the map mirrors.
  package var determinant: Double { x.cross(y).dot(z) }

  /// The transform that undoes this one; nil when it flattens space.
  package var inverse: AffineTransform? {
    let determinant = determinant
    guard abs(determinant) > 1e-30 else { return nil }
    let rows = (y.cross(z) / determinant, z.cross(x) / determinant, x.cross(y) / determinant)
    let linear = AffineTransform(
      x: Vector3(rows.0.x, rows.1.x, rows.2.x), y: Vector3(rows.0.y, rows.1.y, rows.2.y),
      z: Vector3(rows.0.z, rows.1.z, rows.2.z), origin: .zero)
    var result = linear
    result.origin = -linear.direction(origin)
    return result
  }

  /// The same map as a value of the model.
  package var shapePlace: ShapePlace {
    ShapePlace(x: x.point, y: y.point, z: z.point, zero: origin.point)
  }
}
