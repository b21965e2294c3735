/// A point or vector of the plan (metres).
public struct Point2: Hashable, Sendable, Codable {
  /// Eastward or first local axis, in metres.
  public var x: Double
  /// Northward or second local axis, in metres.
  public var y: Double

  /// Creates a point from metres.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A point or vector in space (metres).
public struct Point3: Hashable, Sendable, Codable {
  /// First local axis, in metres.
  public var x: Double
  /// Second local axis, in metres.
  public var y: Double
  /// Upward, in metres.
  public var z: Double

  /// Creates a point from metres.
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The same place seen from above.
  public var plan: Point2 { Point2(x, y) }
}

/// An axis-parallel box in space (metres); `min` is never above `max`.
public struct Box3: Hashable, Sendable, Codable {
  /// The corner of the least coordinates.
  public var min: Point3
  /// The corner of the greatest coordinates.
  public var max: Point3

  /// Creates the least box around `points`; nil when there are none.
  public init?(around points: some Sequence<Point3>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    min = first
    max = first
    while let point = iterator.next() { include(point) }
  }

  /// Grows the box to hold `point`.
  public mutating func include(_ point: Point3) {
    min = Point3(Swift.min(min.x, point.x), Swift.min(min.y, point.y), Swift.min(min.z, point.z))
    max = Point3(Swift.max(max.x, point.x), Swift.max(max.y, point.y), Swift.max(max.z, point.z))
  }

  /// The least box around both.
  public func union(_ other: Box3) -> Box3 {
    var result = self
    result.include(other.min)
    result.include(other.max)
    return result
  }
}
