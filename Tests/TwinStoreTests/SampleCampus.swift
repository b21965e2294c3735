import TwinModel

/// A campus of one building with two storeys that uses every field of the model.
enum SampleCampus {

  /// 60.5 m × 9 m less a shaft of 1 m × 2 m: 542.5 m².
  static let corridorArea = 60.5 * 9 - 2

  /// The frame of the sample: turned by the angle of a 3-4-5 triangle, so that map coordinates can
  /// be worked out by hand.
  static let georeference = Georeference(
    epsg: 4547, eastings: 484_000, northings: 2_496_000, height: 12.5, abscissa: 0.8, ordinate: 0.6,
    source: .mapConversion)

  static func campus(
    _ name: String = "bao-an-1", georeference: Georeference? = Self.georeference
  ) throws -> Campus {
    Campus(
      id: try CampusID(name), name: "宝安第一小学", kind: .expanded, stages: [.primary, .junior],
      georeference: georeference,
      buildings: [
        Building(
          id: GlobalID("1building"), name: "教学楼", storeys: [groundFloor, upperFloor],
          footprint: MultiPolygon([
            .rectangle(0, 0, 60.5, 20), .rectangle(70, 0, 80, 10),
          ]),
          properties: [
            Property(set: "Pset_BuildingCommon", name: "NumberOfStoreys", value: .number(2))
          ])
      ],
      zones: [
        Zone(
          id: GlobalID("9zone"), name: "fire 1", spaces: [GlobalID("3room"), GlobalID("4corridor")])
      ],
      groups: [
        ObjectGroup(
          id: GlobalID("9system"), sourceClass: "IfcDistributionSystem", name: "alarm",
          purpose: "FIREPROTECTION", members: [GlobalID("8loose"), GlobalID("8detector")],
          serves: [GlobalID("1building")]),
        ObjectGroup(id: GlobalID("9x"), sourceClass: "IfcGroup", members: []),
      ],
      declarations: [
        Fact(
          .campus(try CampusID(name)), "network.uplink_rate", .number(1000), method: .declaration,
          note: "contract of 2025")
      ])
  }

  static let version = ImportVersion(
    fileName: "arch.ifc", sha256: String(repeating: "ab", count: 32), byteCount: 123_456,
    schema: "IFC4", authoringTool: "Some CAD “2024”", importedAt: "2026-03-01T08:00:00Z",
    counts: [.init(name: "IfcSpace", count: 2), .init(name: "IfcWall", count: 1)],
    findings: [
      Finding(
        .warning, code: "ifc.unit.missing", subject: "3room", message: "No unit for areas",
        suggestion: "Declare one"),
      Finding(.info, code: "ifc.class.skipped", message: "2 annotations were skipped"),
    ])

  private static let groundFloor = Storey(
    id: GlobalID("2storey"), name: "1F", elevation: 0.1, height: 3.9,
    spaces: [
      Space(
        id: GlobalID("3room"), name: "101", longName: "普通教室", objectType: "CLASSROOM",
        classifications: ["Uniclass:SL_25_10_14", "GB:A1"],
        footprint: MultiPolygon([.rectangle(0, 0, 9.3, 7.2)]), floorElevation: 0.1,
        floorArea: 66.96, height: 3.1, volume: 207.576,
        declaredQuantities: [
          Property(
            set: "Qto_SpaceBaseQuantities", name: "NetFloorArea", value: .number(66.9), unit: "m²")
        ],
        properties: [
          Property(set: "Pset_SpaceCommon", name: "IsExternal", value: .flag(false)),
          Property(set: "Pset_SpaceCommon", name: "Reference", value: .text("R'101\"")),
          Property(set: "Pset_Odd", name: "Whole number", value: .number(3)),
          Property(set: "Pset_Odd", name: "Third", value: .number(1.0 / 3), unit: "kg/m³"),
        ],
        boundaries: [
          SpaceBoundary(
            id: GlobalID("b1"), level: 2, element: GlobalID("5wall"), isPhysical: true,
            exposure: .external, corresponding: GlobalID("b9"), parent: GlobalID("b8"),
            surface: BoundarySurface(
              area: 28, normal: Point3(0, -1, 0),
              outline: [
                [
                  Point3(0, 0, 0.1), Point3(9.3, 0, 0.1), Point3(9.3, 0, 3.2),
                  Point3(1 / 3, 0, 3.2),
                ], [Point3(1, 0, 1), Point3(1, 0, 2), Point3(2, 0, 2)],
              ])),
          SpaceBoundary(id: GlobalID("b2"), isPhysical: false, exposure: .internal),
          SpaceBoundary(
            id: GlobalID("b3"), level: 1, element: GlobalID("5wall"),
            surface: BoundarySurface(area: 1, normal: Point3(0, 0, 1), outline: [])),
        ],
        walls: [
          RoomWall(
            wall: GlobalID("5wall"), area: 28.83, openingArea: 2.1, source: .geometry)
        ]),
      Space(
        id: GlobalID("4corridor"), name: "102",
        footprint: MultiPolygon([
          Polygon(
            outer: [Point2(0, 8), Point2(60.5, 8), Point2(60.5, 17), Point2(0, 17)],
            holes: [[Point2(10, 10), Point2(10, 12), Point2(11, 12), Point2(11, 10)]])
        ]),
        floorArea: SquareMetres(corridorArea)),
      Space(id: GlobalID("4void"), name: "103"),
    ],
    elements: [
      Element(
        id: GlobalID("5wall"), kind: .wall, sourceClass: "IfcWallStandardCase", name: "W1",
        layers: [
          MaterialLayer(material: "砖", thickness: 0.24, category: "LoadBearing"),
          MaterialLayer(material: "plaster"),
        ],
        body: PlacedShape(
          TriangleMesh(
            vertices: [Point3(0, 0, 0.1), Point3(1 / 3, 0, 0.1), Point3(0, 0, 3.25)],
            indices: [0, 1, 2]),
          at: ShapePlace(
            x: Point3(0, 1, 0), y: Point3(-1, 0, 0), z: Point3(0, 0, 1), zero: Point3(7, 0.1, 0))),
        openings: [
          Opening(
            id: GlobalID("6hole"), filledBy: GlobalID("7door"),
            bounds: Box3(around: [Point3(1, 0, 0.1), Point3(2, 0.24, 2.2)])),
          Opening(id: GlobalID("6niche")),
        ], isExternal: true,
        properties: [Property(set: "Pset_WallCommon", name: "FireRating", value: .text("2h"))],
        declaredQuantities: [
          Property(set: "Qto_WallBaseQuantities", name: "Length", value: .number(9.3), unit: "m")
        ], classifications: ["GB:W1", "W2"]),
      Element(
        id: GlobalID("7door"), kind: .door, sourceClass: "IfcDoor",
        body: PlacedShape(TriangleMesh()),
        isExternal: false, overallWidth: 1.2, overallHeight: 2.1,
        rooms: RoomsBeside(
          spaces: [GlobalID("4corridor"), GlobalID("3room")], source: .boundaries)),
      Element(
        id: GlobalID("7panel"), kind: .window, sourceClass: "IfcWindow", partOf: GlobalID("5wall"),
        rooms: RoomsBeside(spaces: [], source: .geometry)),
      Element(
        id: GlobalID("7thing"), kind: .furniture, sourceClass: "IfcFurniture",
        space: GlobalID("3room")),
    ],
    devices: [
      Device(
        id: GlobalID("8detector"), kind: "smoke_detector", name: "SD-1",
        position: Point3(5, 10, 3), space: GlobalID("3room"), origin: .model,
        properties: [Property(set: "Pset_Sensor", name: "SetPoint", value: .number(-0.5))]),
      Device(id: GlobalID("8loose"), kind: "IfcSensor", position: nil, origin: .model),
    ])

  private static let upperFloor = Storey(id: GlobalID("2upper"), name: "2F", elevation: 4)
}
