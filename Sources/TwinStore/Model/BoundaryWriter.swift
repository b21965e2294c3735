import GRDB
import TwinModel

/// Writes the boundaries of spaces and the walls around them.
struct BoundaryWriter {
  private let insertion, wall: Insertion

  init(_ db: Database) throws {
    insertion = try Insertion(
      db, into: "space_boundary",
      [
        "space", "position", "global_id", "level", "element", "is_physical", "exposure",
        "corresponding", "parent", "area", "normal_x", "normal_y", "normal_z", "outline",
      ])
    wall = try Insertion(
      db, into: "space_wall", ["space", "position", "wall", "area", "opening_area", "source"])
  }

  /// Writes the walls around `space`, in their order.
  func write(_ walls: [RoomWall], of space: Int64) throws {
    for (position, part) in walls.enumerated() {
      try wall(
        .key(space), .integer(position), .text(part.wall.value), .real(part.area.value),
        .real(part.openingArea.value), .text(part.source.rawValue))
    }
  }

  /// Writes the boundaries of `space`, in their order.
  func write(_ boundaries: [SpaceBoundary], of space: Int64) throws {
    for (position, boundary) in boundaries.enumerated() {
      let surface = boundary.surface
      try insertion(
        .key(space), .integer(position), .text(boundary.id.value), .integer(boundary.level),
        .text(boundary.element?.value), .flag(boundary.isPhysical),
        .text(boundary.exposure.rawValue), .text(boundary.corresponding?.value),
        .text(boundary.parent?.value), .real(surface?.area.value), .real(surface?.normal.x),
        .real(surface?.normal.y), .real(surface?.normal.z),
        .blob(surface.map { SurfaceWKB.encode($0.outline) }))
    }
  }
}
