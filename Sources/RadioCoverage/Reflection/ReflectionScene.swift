public import TwinModel

/// The walls of one storey that let waves through and throw them back, between a floor and a ceiling.
public struct ReflectionScene: Sendable {
  /// The walls by their centre-lines; ``WallSegment/curve`` is an index into ``surfaces``, and its
  /// share is not read.
  public var segments: [WallSegment]
  /// Powers (TE) that segments refer to.
  public var surfaces: [SurfacePower]
  /// Floor and ceiling; nil where only walls reflect.
  public var slabs: Slabs?

  /// Two level slabs.
  public struct Slabs: Sendable {
    /// Upper side of the floor.
    public var floor: Metres
    /// Lower side of the ceiling.
    public var ceiling: Metres
    /// Powers (TM) of both.
    public var surface: SurfacePower

    /// Creates a floor and a ceiling above it.
    public init(floor: Metres, ceiling: Metres, surface: SurfacePower) {
      precondition(floor < ceiling, "a ceiling is above its floor")
      self.floor = floor
      self.ceiling = ceiling
      self.surface = surface
    }
  }

  /// Creates a scene; each segment's curve is an index into `surfaces`.
  public init(segments: [WallSegment], surfaces: [SurfacePower], slabs: Slabs? = nil) {
    precondition(segments.allSatisfy { surfaces.indices.contains($0.curve) }, "unknown surface")
    self.segments = segments
    self.surfaces = surfaces
    self.slabs = slabs
  }
}
