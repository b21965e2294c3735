import SpatialCore

/// The placing matrix of a template: 4 × 4 numbers, row by row.
struct Matrix4 {
  static let identity: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

  private let rows: [Double]

  /// Takes 16 numbers, or the 12 of the first three rows; nil for others.
  init?(_ numbers: [Double]) {
    guard numbers.count == 16 || numbers.count == 12, numbers.allSatisfy(\.isFinite) else {
      return nil
    }
    rows = numbers
  }

  func apply(_ point: Vector3) -> Vector3 {
    func row(_ first: Int) -> Double {
      rows[first] * point.x + rows[first + 1] * point.y + rows[first + 2] * point.z
        + rows[first + 3]
    }
    return Vector3(row(0), row(4), row(8))
  }
}
