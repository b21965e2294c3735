import GRDB
import TwinModel

/// Writes the boundaries of spaces.
struct BoundaryWriter {
  private let insertion: Insertion

  init(_ db: Database) throws {
    insertion = try Insertion(
      db, into: "space_boundary",
      [
        "space", "position", "global_id", "level", "element", "is_physical", "exposure",
        "corresponding", "parent", "area", "normal_x", "normal_y", "normal_z", "outline",
      ])
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
