package import TwinModel

/// A vector of the plan inside a kernel, in metres.
package typealias Vector2 = SIMD2<Double>
/// A vector in space inside a kernel, in metres.
package typealias Vector3 = SIMD3<Double>

extension SIMD2<Double> {
  /// The scalar product.
  package func dot(_ other: Self) -> Double { x * other.x + y * other.y }
  /// The third component of the vector product: positive when `other` lies to the left.
  package func cross(_ other: Self) -> Double { x * other.y - y * other.x }
  /// The Euclidean length.
  package var length: Double { dot(self).squareRoot() }
}

extension SIMD3<Double> {
  /// The scalar product.
  package func dot(_ other: Self) -> Double { x * other.x + y * other.y + z * other.z }
  /// The vector product.
  package func cross(_ other: Self) -> Self {
    Self(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }
  /// The Euclidean length.
  package var length: Double { dot(self).squareRoot() }
  /// The vector of length 1 in the same direction; nil for a vector without direction.
  package var normalized: Self? {
    let length = length
    return length > 1e-300 && length.isFinite ? self / length : nil
  }
  /// The first two components.
  package var plan: Vector2 { Vector2(x, y) }

  /// The components of a point.
  package init(_ point: Point3) { self.init(point.x, point.y, point.z) }
  /// The same place as a point of the model.
  package var point: Point3 { Point3(x, y, z) }
}
