public import TwinModel

/// One geometry of a city object, in the coordinates of its file.
public struct CityGeometry: Hashable, Sendable {
  /// What a geometry is made of; CityGML's are named as the CityJSON ones that they correspond to.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Points.
    case multiPoint = "MultiPoint"
    /// Lines.
    case multiLineString = "MultiLineString"
    /// Surfaces in any arrangement.
    case multiSurface = "MultiSurface"
    /// Surfaces that meet at their edges.
    case compositeSurface = "CompositeSurface"
    /// One body.
    case solid = "Solid"
    /// Bodies in any arrangement.
    case multiSolid = "MultiSolid"
    /// Bodies that meet at their faces.
    case compositeSolid = "CompositeSolid"
  }

  /// A template that the geometry is a placed copy of.
  public struct Template: Hashable, Sendable {
    /// Its number in the file; nil in CityGML.
    public var number: Int?
    /// Its level of detail; nil when it has none.
    public var lod: String?
  }

  /// What it is made of.
  public var kind: Kind
  /// Level of detail as the file has it, such as `2.2`; nil when it says none.
  public var lod: String?
  /// The template that it is a copy of; nil for a geometry of its own.
  public var template: Template?
  /// The faces; of bodies in order of solid, then shell.
  public var surfaces: [CitySurface]
  /// The lines.
  public var lines: [[Point3]]
  /// The points.
  public var points: [Point3]

  /// Creates a geometry.
  public init(
    _ kind: Kind, lod: String?, surfaces: [CitySurface] = [], lines: [[Point3]] = [],
    points: [Point3] = [], template: Template? = nil
  ) {
    self.kind = kind
    self.lod = lod
    self.template = template
    self.surfaces = surfaces
    self.lines = lines
    self.points = points
  }

  /// Whether it encloses a volume by its kind.
  public var isSolid: Bool { [.solid, .multiSolid, .compositeSolid].contains(kind) }

  /// The level of detail that counts: its own, else the template's.
  public var effectiveLOD: String? { lod ?? template?.lod }
}

/// A flat face: an outer ring, then its holes.
public struct CitySurface: Hashable, Sendable {
  /// Rings, open (the first point is not repeated); the outer one first, counter-clockwise seen from
  /// outside.
  public var rings: [[Point3]]
  /// What the face is, such as `RoofSurface`; nil when the file does not say it.
  public var semantic: String?
  /// Number of the solid that it bounds, from 0.
  public var solid: Int
  /// Number of the shell, 0 the outer one.
  public var shell: Int

  /// Creates a face.
  public init(rings: [[Point3]], semantic: String? = nil, solid: Int = 0, shell: Int = 0) {
    self.rings = rings
    self.semantic = semantic
    self.solid = solid
    self.shell = shell
  }
}
