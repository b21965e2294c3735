import SpatialCore

/// The cross sections of a tube along a path of straight pieces, mitred where they meet.
struct DiskPath {
  private let path: [Vector3]
  private let isRound: Bool

  /// Takes the corners of the path, none on top of the next; a round path does not repeat its start.
  init(_ path: [Vector3], isRound: Bool) {
    self.path = path
    self.isRound = isRound
  }

  /// A section at each corner: the unit `circle` scaled to each radius, one ring after the other.
  ///
  /// A frame is carried along the path by turning it as little as possible, and each section lies in
  /// the plane that halves the corner.
  func sections(_ circle: [Vector2], radii: [Double]) -> [[Vector3]] {
    let count = path.count
    let ways = (0..<(isRound ? count : count - 1)).map { index -> Vector3 in
      (path[(index + 1) % count] - path[index]).normalized ?? Vector3(0, 0, 1)
    }
    var way = ways[0]
    var frame = ShapeReader.frame(z: way, near: nil, origin: .zero)
    var result: [[Vector3]] = []
    for index in 0..<count {
      let ahead = index < ways.count ? ways[index] : ways[ways.count - 1]
      let behind = index > 0 ? ways[index - 1] : isRound ? ways[ways.count - 1] : ahead
      frame = DiskPath.turned(frame, from: way, to: behind)
      way = behind
      let normal = (ahead + behind).normalized ?? behind
      // Slides along the piece before the corner until it meets the mitre plane; a turn back on
      // itself has none.
      let slant = max(behind.dot(normal), 0.2)
      result.append(
        radii.flatMap { radius in
          circle.map { point in
            let offset = (frame.x * point.x + frame.y * point.y) * radius
            return path[index] + offset - behind * (offset.dot(normal) / slant)
          }
        })
    }
    return result
  }

  /// The frame turned by the least rotation that takes one unit vector to another.
  private static func turned(
    _ frame: AffineTransform, from: Vector3, to: Vector3
  ) -> AffineTransform {
    let axis = from.cross(to)
    let cosine = from.dot(to)
    guard axis.dot(axis) > 1e-24, cosine > -1 + 1e-9 else { return frame }
    func turn(_ v: Vector3) -> Vector3 {
      v * cosine + axis.cross(v) + axis * (axis.dot(v) / (1 + cosine))
    }
    return AffineTransform(x: turn(frame.x), y: turn(frame.y), z: turn(frame.z), origin: .zero)
  }
}
