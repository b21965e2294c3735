/// Triangles, and where they stand: elements of one type share the triangles and differ in the place.
public struct PlacedShape: Hashable, Sendable, Codable {
  /// The triangles in a frame of their own, in metres.
  public let shape: TriangleMesh
  /// Where that frame is.
  public let place: ShapePlace
  /// The least box around the placed triangles; nil without triangles.
  public let bounds: Box3?

  /// Places `shape`; an index that names no vertex counts for nothing in ``bounds``.
  public init(_ shape: TriangleMesh, at place: ShapePlace = .origin) {
    self.shape = shape
    self.place = place
    let vertices = shape.vertices
    let used = shape.indices.lazy.filter { $0 < vertices.count }
    bounds =
      place == .origin
      ? Box3(around: used.map { vertices[Int($0)] })
      : Box3(around: used.map { place(vertices[Int($0)]) })
  }

  /// The triangles where they stand, made anew by each call; they turn where the place mirrors, so that
  /// outside stays outside.
  public var mesh: TriangleMesh {
    guard place != .origin else { return shape }
    var result = TriangleMesh(vertices: shape.vertices.map { place($0) }, indices: shape.indices)
    if place.isMirror {
      for start in stride(from: 0, to: result.indices.count, by: 3) {
        result.indices.swapAt(start + 1, start + 2)
      }
    }
    return result
  }
}

/// A frame in space, which may stretch and mirror: `p ↦ x·p.x + y·p.y + z·p.z + zero`.
public struct ShapePlace: Hashable, Sendable, Codable {
  /// Images of the unit vectors.
  public var x: Point3
  /// See ``x``.
  public var y: Point3
  /// See ``x``.
  public var z: Point3
  /// Image of the origin, in metres.
  public var zero: Point3

  /// Leaves a shape where it is.
  public static let origin = ShapePlace(
    x: Point3(1, 0, 0), y: Point3(0, 1, 0), z: Point3(0, 0, 1), zero: Point3(0, 0, 0))

  /// Creates a frame from the images of the unit vectors and of the origin.
  public init(x: Point3, y: Point3, z: Point3, zero: Point3) {
    self.x = x
    self.y = y
    self.z = z
    self.zero = zero
  }

  /// The image of a point.
  public func callAsFunction(_ p: Point3) -> Point3 {
    Point3(
      x.x * p.x + y.x * p.y + z.x * p.z + zero.x, x.y * p.x + y.y * p.y + z.y * p.z + zero.y,
      x.z * p.x + y.z * p.y + z.z * p.z + zero.z)
  }

  /// Whether left and right change places.
  public var isMirror: Bool {
    x.x * (y.y * z.z - y.z * z.y) + x.y * (y.z * z.x - y.x * z.z) + x.z * (y.x * z.y - y.y * z.x)
      < 0
  }
}
