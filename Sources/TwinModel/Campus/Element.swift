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
  public var body: PlacedShape?
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
  /// Classification references, as `system:code`, of the occurrence and its type.
  public var classifications: [String]
  /// The element that this one is an aggregated part of, as a panel of a curtain wall; nil for a whole.
  ///
  /// A whole without a ``body`` has the bodies of its parts.
  public var partOf: GlobalID?
  /// The space it stands in, as furniture does: that contains it, else that its middle lies in; nil
  /// when there is none.
  public var space: GlobalID?
  /// Of a door or window: the rooms on its sides; nil for other elements, and where nothing is known.
  public var rooms: RoomsBeside?

  /// Creates an element.
  public init(
    id: GlobalID, kind: ElementKind, sourceClass: String, name: String = "",
    layers: [MaterialLayer] = [], body: PlacedShape? = nil, openings: [Opening] = [],
    isExternal: Bool? = nil, overallWidth: Metres? = nil, overallHeight: Metres? = nil,
    properties: [Property] = [], declaredQuantities: [Property] = [],
    classifications: [String] = [], partOf: GlobalID? = nil, space: GlobalID? = nil,
    rooms: RoomsBeside? = nil
  ) {
    self.id = id
    self.kind = kind
    self.sourceClass = sourceClass
    self.name = name
    self.layers = layers
    self.body = body
    self.openings = openings
    self.isExternal = isExternal
    self.overallWidth = overallWidth
    self.overallHeight = overallHeight
    self.properties = properties
    self.declaredQuantities = declaredQuantities
    self.classifications = classifications
    self.partOf = partOf
    self.space = space
    self.rooms = rooms
  }

  /// The triangles of ``body`` in the local frame, made anew by each call.
  public var mesh: TriangleMesh? { body?.mesh }
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
  /// What the author says it is for or made of, such as `LoadBearing` or `Insulation`: the layer's,
  /// constituent's or profile's own category or name, else the material's category; empty when
  /// nothing says.
  public var category: String

  /// Creates a layer.
  public init(material: String, thickness: Metres? = nil, category: String = "") {
    self.material = material
    self.thickness = thickness
    self.category = category
  }
}
