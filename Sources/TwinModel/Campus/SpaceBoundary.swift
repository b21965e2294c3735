/// A piece of the surface of a space, and what is behind it (IfcRelSpaceBoundary).
public struct SpaceBoundary: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// 1 or 2; nil when the file does not say.
  ///
  /// At level 1 a boundary reaches along an element, whatever is behind it; at level 2 there is one
  /// for each space, or the outside, behind it.
  public var level: Int?
  /// The element it lies on; nil for a virtual boundary and one whose element is not known.
  public var element: GlobalID?
  /// Whether something built is there; false for a virtual boundary, nil when not said.
  public var isPhysical: Bool?
  /// What is on the other side.
  public var exposure: Exposure
  /// The boundary of the space on the other side that lies back to back with this one.
  public var corresponding: GlobalID?
  /// The boundary that this one lies in, as a window's in its wall's.
  public var parent: GlobalID?
  /// The surface; nil when the file has none or it could not be read.
  public var surface: BoundarySurface?

  /// What is on the other side of a boundary.
  public enum Exposure: String, Hashable, Sendable, Codable, CaseIterable {
    /// Another space of the building.
    case `internal`
    /// The air outside.
    case external
    /// The ground.
    case earth
    /// Water.
    case water
    /// Another building.
    case fire
    /// Not said.
    case unknown
  }

  /// Creates a boundary.
  public init(
    id: GlobalID, level: Int? = nil, element: GlobalID? = nil, isPhysical: Bool? = nil,
    exposure: Exposure = .unknown, corresponding: GlobalID? = nil, parent: GlobalID? = nil,
    surface: BoundarySurface? = nil
  ) {
    self.id = id
    self.level = level
    self.element = element
    self.isPhysical = isPhysical
    self.exposure = exposure
    self.corresponding = corresponding
    self.parent = parent
    self.surface = surface
  }
}

/// The surface of a space boundary, in the local frame (metres).
public struct BoundarySurface: Hashable, Sendable, Codable {
  /// Its area, holes left out.
  public var area: SquareMetres
  /// The unit vector across it; of a curved surface the mean one.
  public var normal: Point3
  /// Its rings, not closed, the outer one first; empty for a surface that is not flat.
  public var outline: [[Point3]]

  /// Creates a surface.
  public init(area: SquareMetres, normal: Point3, outline: [[Point3]]) {
    self.area = area
    self.normal = normal
    self.outline = outline
  }
}
