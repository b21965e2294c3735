/// What an element is to the studies; the source's own class stays in ``Element/sourceClass``.
public enum ElementKind: String, Hashable, Sendable, Codable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case wall, curtainWall, slab, roof, door, window, column, beam, stair, ramp, railing, covering,
    furniture, other
}

/// A physical part of a building: a wall, a slab, a door, a desk.
public struct Element: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// What it is to the studies.
  public var kind: ElementKind
  /// The class in the source, such as `IfcWallStandardCase`.
  public var sourceClass: String
  /// Name; empty when none was given.
  public var name: String
  /// Material layers in order through the element; one entry without layers when only the
  /// material is known.
  public var layers: [MaterialLayer]
  /// Surface in the local frame, openings not yet subtracted where ``openings`` says so; nil when
  /// the source has no body or it could not be read.
  public var mesh: TriangleMesh?
  /// Holes that the element has; the fillings are elements of their own.
  public var openings: [Opening]
  /// Whether it faces outside air (`Pset_*Common.IsExternal`); nil when the model does not say.
  public var isExternal: Bool?
  /// Clear opening width and height that a door or window declares.
  public var overallWidth: Metres?
  /// See ``overallWidth``.
  public var overallHeight: Metres?
  /// Property sets of the occurrence and its type, merged.
  public var properties: [Property]
  /// Quantities that the file declares, in SI units.
  public var declaredQuantities: [Property]

  /// Creates an element.
  public init(
    id: GlobalID, kind: ElementKind, sourceClass: String, name: String = "",
    layers: [MaterialLayer] = [], mesh: TriangleMesh? = nil, openings: [Opening] = [],
    isExternal: Bool? = nil, overallWidth: Metres? = nil, overallHeight: Metres? = nil,
    properties: [Property] = [], declaredQuantities: [Property] = []
  ) {
    self.id = id
    self.kind = kind
    self.sourceClass = sourceClass
    self.name = name
    self.layers = layers
    self.mesh = mesh
    self.openings = openings
    self.isExternal = isExternal
    self.overallWidth = overallWidth
    self.overallHeight = overallHeight
    self.properties = properties
    self.declaredQuantities = declaredQuantities
  }
}

/// A hole in an element, with what fills it.
public struct Opening: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The door or window that fills the hole; nil for a bare hole.
  public var filledBy: GlobalID?
  /// The least box around the hole, in the local frame; nil without geometry.
  public var bounds: Box3?

  /// Creates an opening.
  public init(id: GlobalID, filledBy: GlobalID? = nil, bounds: Box3? = nil) {
    self.id = id
    self.filledBy = filledBy
    self.bounds = bounds
  }
}

/// One layer of a layered element.
public struct MaterialLayer: Hashable, Sendable, Codable {
  /// The material's name as the author wrote it.
  public var material: String
  /// Thickness; nil when only the material is known.
  public var thickness: Metres?

  /// Creates a layer.
  public init(material: String, thickness: Metres? = nil) {
    self.material = material
    self.thickness = thickness
  }
}
