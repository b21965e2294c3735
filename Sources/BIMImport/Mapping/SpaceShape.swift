import SpatialCore
import TwinModel

/// What the body of a space says of it: floor, height, volume and outline.
enum SpaceShape {
  /// Fills in what a mesh says of a space; of one without a mesh only the height of its floor is known.
  ///
  /// - Parameters:
  ///   - space: The space to fill in.
  ///   - mesh: Its body.
  ///   - origin: Height of its placement, in metres.
  /// - Returns: The height of its floor, in metres.
  static func measure(_ space: inout Space, _ mesh: SolidMesh?, standingAt origin: Double) -> Double
  {
    guard let mesh, let bounds = mesh.bounds else {
      space.floorElevation = Metres(origin)
      return origin
    }
    space.floorElevation = Metres(bounds.min.z)
    space.height = Metres(bounds.max.z - bounds.min.z)
    space.floorArea = SquareMetres(mesh.downFacingArea)
    if mesh.isClosed { space.volume = CubicMetres(mesh.signedVolume) }
    if let outline = FloorOutline.outline(of: mesh) { space.footprint = outline }
    return bounds.min.z
  }
}
