import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcBlock: a box with a corner at its position.
  func block(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let x = try positive(solid, .xLength)
    let y = try positive(solid, .yLength)
    return try box(Vector3(x, y, try positive(solid, .zLength)))
      .transformed(try frame(solid, .position))
  }

  /// IfcRectangularPyramid: a base with a corner at its position, and the apex above its middle.
  func pyramid(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let x = try positive(solid, .xLength)
    let y = try positive(solid, .yLength)
    let base = [Vector2(0, 0), Vector2(x, 0), Vector2(x, y), Vector2(0, y)]
    let height = try positive(solid, .height)
    return cone(base, apex: Vector3(x / 2, y / 2, height))
      .transformed(try frame(solid, .position))
  }

  /// IfcRightCircularCone: its base around its position.
  func cone(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let base = circle(try positive(solid, .bottomRadius))
    return cone(base, apex: Vector3(0, 0, try positive(solid, .height)))
      .transformed(try frame(solid, .position))
  }

  /// IfcRightCircularCylinder: its base around its position.
  func cylinder(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let base = Profile(outer: circle(try positive(solid, .radius)))
    guard let mesh = prism(base, base, Vector3(0, 0, try positive(solid, .height))) else {
      throw .degenerate("IfcRightCircularCylinder without size")
    }
    return mesh.transformed(try frame(solid, .position))
  }

  /// IfcSphere: around its position.
  func sphere(_ solid: STEPInstance) throws(ShapeProblem) -> SolidMesh {
    let radius = try positive(solid, .radius)
    let around = circle(1)
    let turns = segments(radius: radius, sweep: 2 * .pi)
    let unit = turns == around.count ? around : circle(1, count: turns)
    let levels = turns / 2
    var mesh = SolidMesh(vertices: [Vector3(0, 0, -radius)], isClosed: true)
    let width = UInt32(turns)
    for level in 1..<levels {
      let (out, up) = unitCirclePoint(.pi * (Double(level) / Double(levels) - 0.5))
      mesh.vertices += unit.map { Vector3($0.x * out, $0.y * out, up) * radius }
    }
    let top = UInt32(mesh.vertices.count)
    mesh.vertices.append(Vector3(0, 0, radius))
    for a in 0..<width {
      let b = (a + 1) % width
      mesh.indices += [0, 1 + b, 1 + a]
      for level in 0..<UInt32(levels - 2) {
        let (low, high) = (1 + level * width, 1 + (level + 1) * width)
        mesh.indices += [low + a, low + b, high + b, low + a, high + b, high + a]
      }
      mesh.indices += [top - width + a, top - width + b, top]
    }
    return mesh.transformed(try frame(solid, .position))
  }

  /// The points of a circle around the origin.
  func circle(_ radius: Double) -> [Vector2] {
    circle(radius, count: segments(radius: radius, sweep: 2 * .pi))
  }

  private func circle(_ radius: Double, count: Int) -> [Vector2] {
    (0..<count).map { index in
      let (x, y) = unitCirclePoint(2 * .pi * Double(index) / Double(count))
      return Vector2(x, y) * radius
    }
  }

  /// The solid between a convex base and a point above it.
  private func cone(_ base: [Vector2], apex: Vector3) -> SolidMesh {
    var mesh = SolidMesh(vertices: base.map { Vector3($0.x, $0.y, 0) } + [apex], isClosed: true)
    let count = UInt32(base.count)
    for a in 0..<count {
      if a > 1 { mesh.indices += [0, a, a - 1] }
      mesh.indices += [a, (a + 1) % count, count]
    }
    return mesh
  }
}
