public import TwinModel

extension ModelInspection {
  /// A unit of the project.
  public struct UnitRow: Hashable, Sendable, Encodable {
    /// SI units in one of it.
    public var factor: Double
    /// What is added after the factor: only temperatures have it.
    public var offset: Double
    /// The SI unit; temperatures are in °C.
    public var si: String
  }

  /// A storey.
  public struct StoreyRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// Name; nil when it has none.
    public var name: String?
    /// Height of its placement in the world.
    public var elevation: Double

    private enum CodingKeys: String, CodingKey {
      case guid, name
      case elevation = "elevation_m"
    }
  }

  /// A space.
  public struct SpaceRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// Name; nil when it has none.
    public var name: String?
    /// Long name; nil when it has none.
    public var longName: String?
    /// GlobalId of what the space is part of.
    public var storey: String?
    /// Area of the mesh's faces that look down; nil without a body.
    public var floorArea: Double?
    /// Volume of the mesh; nil when it is not closed.
    public var volume: Double?
    /// Height of the floor in the world.
    public var floorElevation: Double?
    /// Height of the body; nil without one.
    public var height: Double?
    /// Polygons of the floor as rings of points, the outer ring first; empty without an outline.
    public var footprint: [[[[Double]]]]
    /// Classification references.
    public var classifications: [String]
    /// GlobalIds of its doors.
    public var doors: [String]
    /// GlobalIds of its windows.
    public var windows: [String]
    /// The walls around it.
    public var walls: [WallRow]
    /// Pieces of furniture in it.
    public var furniture: Int

    private enum CodingKeys: String, CodingKey {
      case guid, name, footprint, classifications, doors, windows, walls, furniture
      case longName = "longname"
      case storey = "storey_guid"
      case floorArea = "floor_area_m2"
      case volume = "volume_m3"
      case floorElevation = "floor_elevation_m"
      case height = "height_m"
    }
  }

  /// A wall of a space.
  public struct WallRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// Area of it that faces the space.
    public var area: Double
    /// Area of the doors, windows and holes in that part.
    public var openingArea: Double
    /// What says so.
    public var source: RoomsBeside.Source
    /// Its layers.
    public var materials: [MaterialLayer]

    private enum CodingKeys: String, CodingKey {
      case guid, materials, source
      case area = "area_m2"
      case openingArea = "opening_area_m2"
    }
  }

  /// A door or window: an edge of the graph of rooms.
  public struct DoorRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// The class in the schema's spelling.
    public var className: String
    /// Name; empty when it has none.
    public var name: String
    /// GlobalIds of the spaces it lies between.
    public var spaces: [String]
    /// What says so; nil when nothing is known.
    public var source: RoomsBeside.Source?

    private enum CodingKeys: String, CodingKey {
      case guid, name, spaces, source
      case className = "class"
    }
  }

  /// A boundary of a space.
  public struct BoundaryRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// GlobalId of the space.
    public var space: String
    /// 1 or 2; nil when the file does not say.
    public var level: Int?
    /// GlobalId of the element behind it; nil for a virtual boundary.
    public var element: String?
    /// Whether something built is there.
    public var isPhysical: Bool?
    /// What is on the other side.
    public var exposure: SpaceBoundary.Exposure
    /// GlobalId of the boundary on the other side.
    public var corresponding: String?
    /// GlobalId of the boundary that it lies in.
    public var parent: String?
    /// Area of its surface; nil without one.
    public var area: Double?
    /// Unit vector across its surface.
    public var normal: [Double]?
    /// Rings of its surface as points, the outer one first; empty when it is not flat.
    public var outline: [[[Double]]]?

    init(space: String, _ boundary: SpaceBoundary) {
      func numbers(_ point: Point3) -> [Double] { [point.x, point.y, point.z].map(rounded) }
      guid = boundary.id.value
      self.space = space
      level = boundary.level
      element = boundary.element?.value
      isPhysical = boundary.isPhysical
      exposure = boundary.exposure
      corresponding = boundary.corresponding?.value
      parent = boundary.parent?.value
      area = boundary.surface.map { rounded($0.area.value) }
      normal = boundary.surface.map { numbers($0.normal) }
      outline = boundary.surface.map { $0.outline.map { $0.map(numbers) } }
    }

    private enum CodingKeys: String, CodingKey {
      case guid, level, exposure, normal, outline
      case space = "space_guid"
      case element = "element_guid"
      case isPhysical = "physical"
      case corresponding = "corresponding_guid"
      case parent = "parent_guid"
      case area = "area_m2"
    }
  }

  /// A product with a body.
  public struct ProductRow: Hashable, Sendable, Encodable {
    /// GlobalId.
    public var guid: String
    /// The number behind `#`.
    public var id: Int
    /// The class in the schema's spelling.
    public var className: String
    /// Least and greatest corner.
    public var box: [[Double]]
    /// Volume, without meaning when ``closed`` is false.
    public var volume: Double
    /// Area of the mesh.
    public var area: Double
    /// Whether the mesh encloses a volume.
    public var closed: Bool
    /// How many triangles it has.
    public var triangles: Int

    private enum CodingKeys: String, CodingKey {
      case guid, id, closed, triangles
      case className = "class"
      case box = "bbox_m"
      case volume = "volume_m3"
      case area = "area_m2"
    }
  }
}
