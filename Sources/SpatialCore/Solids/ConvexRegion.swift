/// The part of space behind all of some planes: a convex solid, or a half space.
package struct ConvexRegion: Hashable, Sendable {
  /// The planes; the region is where all distances are negative.
  package var planes: [Plane]

  /// A plane as unit normal and distance from the origin.
  package struct Plane: Hashable, Sendable {
    /// The unit normal, out of the region.
    package var normal: Vector3
    /// Distance of the plane from the origin along the normal, in metres.
    package var offset: Double

    /// Creates the plane through `point` with the unit normal `normal`.
    package init(normal: Vector3, through point: Vector3) {
      self.normal = normal
      offset = normal.dot(point)
    }

    /// Distance of a point, positive outside.
    package func distance(_ point: Vector3) -> Double { normal.dot(point) - offset }
  }

  /// Creates a region from planes.
  package init(planes: [Plane]) { self.planes = planes }

  /// The prism over a convex, counter-clockwise `outline` of the plane z = 0, placed by `frame`.
  ///
  /// - Parameters:
  ///   - outline: The corners, in the frame.
  ///   - direction: Where the prism goes, in the frame, with its length; z not zero.
  ///   - from: Start along `direction`, as a share of it; minus infinity for a prism without bottom.
  ///   - to: End along `direction`, as a share of it; infinity for a prism without top.
  ///   - frame: Where the outline's coordinates lie; it may scale and mirror.
  package init?(
    outline: [Vector2], direction: Vector3, from: Double, to: Double, frame: AffineTransform
  ) {
    planes = []
    // A frame that mirrors turns all vector products around.
    let turn = (frame.determinant < 0) == (direction.z > 0) ? -1.0 : 1.0
    let along = frame.direction(direction)
    for index in outline.indices {
      let a = outline[index]
      let b = outline[(index + 1) % outline.count]
      let side = frame.direction(Vector3(b.x - a.x, b.y - a.y, 0))
      guard let normal = (side.cross(along) * turn).normalized else { continue }
      planes.append(Plane(normal: normal, through: frame(Vector3(a.x, a.y, 0))))
    }
    guard planes.count >= 3, let level = frame.x.cross(frame.y).normalized else { return nil }
    let ahead = level.dot(along) > 0 ? level : -level
    if from.isFinite { planes.append(Plane(normal: -ahead, through: frame(direction * from))) }
    if to.isFinite { planes.append(Plane(normal: ahead, through: frame(direction * to))) }
  }
}
