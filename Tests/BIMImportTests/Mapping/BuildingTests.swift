import BIMImport
import Testing
import TwinModel

@Suite("A building model")
struct BuildingTests {
  /// A building with one storey 3.2 m up, in millimetres: a room 6 × 4 × 3 m, a wall with a door's
  /// opening, a door in it, a smoke detector, a proxy in no storey, and what describes them.
  private static let data = """
    #1=IFCPROJECT('0000000000000000000001',$,'P',$,$,'School',$,(#5),#2);
    #2=IFCUNITASSIGNMENT((#3,#4,#13));#3=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
    #4=IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.);#13=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);
    #5=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#6,#14);
    #6=IFCAXIS2PLACEMENT3D(#7,$,$);#7=IFCCARTESIANPOINT((0.,0.,0.));#8=IFCDIRECTION((0.,0.,1.));
    #9=IFCLOCALPLACEMENT($,#6);#14=IFCDIRECTION((0.,1.));
    #15=IFCLOCALPLACEMENT(#9,#16);#16=IFCAXIS2PLACEMENT3D(#17,$,$);
    #17=IFCCARTESIANPOINT((0.,0.,3200.));
    #20=IFCSITE('site000000000000000001',$,'S',$,$,#9,$,$,.ELEMENT.,(22,33,0,500000),(113,-52,-30),
      12000.,$,$);
    #21=IFCBUILDING('building00000000000001',$,'B',$,$,#9,$,$,.ELEMENT.,$,$,$);
    #22=IFCBUILDINGSTOREY('storey0000000000000001',$,'1F',$,$,#15,$,$,.ELEMENT.,3200.);
    #23=IFCRELAGGREGATES('rel0000000000000000001',$,$,$,#1,(#20));
    #24=IFCRELAGGREGATES('rel0000000000000000002',$,$,$,#20,(#21));
    #25=IFCRELAGGREGATES('rel0000000000000000003',$,$,$,#21,(#22));
    #26=IFCRELAGGREGATES('rel0000000000000000004',$,$,$,#22,(#30));
    #30=IFCSPACE('space00000000000000001',$,'101',$,'classroom',#15,#31,'\\X2\\65595BA4\\X0\\',.ELEMENT.,
      .INTERNAL.,$);
    #31=IFCPRODUCTDEFINITIONSHAPE($,$,(#32));#32=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#33));
    #33=IFCEXTRUDEDAREASOLID(#34,#6,#8,3000.);#34=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,6000.,4000.);
    #40=IFCWALL('wall000000000000000001',$,'W',$,$,#15,#41,$,.STANDARD.);
    #41=IFCPRODUCTDEFINITIONSHAPE($,$,(#42));#42=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#43));
    #43=IFCEXTRUDEDAREASOLID(#44,#45,#8,3000.);#44=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,6000.,200.);
    #45=IFCAXIS2PLACEMENT3D(#46,$,$);#46=IFCCARTESIANPOINT((0.,2100.,0.));
    #50=IFCOPENINGELEMENT('opening000000000000001',$,$,$,$,#15,#51,$,.OPENING.);
    #51=IFCPRODUCTDEFINITIONSHAPE($,$,(#52));#52=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#53));
    #53=IFCEXTRUDEDAREASOLID(#54,#45,#8,2000.);#54=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1000.,200.);
    #55=IFCRELVOIDSELEMENT('rel0000000000000000005',$,$,$,#40,#50);
    #56=IFCRELFILLSELEMENT('rel0000000000000000006',$,$,$,#50,#57);
    #57=IFCDOOR('door000000000000000001',$,'D',$,$,#15,$,$,2000.,1000.,.DOOR.,$,$);
    #58=IFCRELCONTAINEDINSPATIALSTRUCTURE('rel0000000000000000007',$,$,$,(#40,#60),#22);
    #59=IFCRELSPACEBOUNDARY('rel0000000000000000008',$,$,$,#30,#40,$,.PHYSICAL.,.INTERNAL.);
    #60=IFCSENSOR('sensor0000000000000001',$,'S1',$,$,#61,$,$,$);
    #61=IFCLOCALPLACEMENT(#15,#62);#62=IFCAXIS2PLACEMENT3D(#63,$,$);
    #63=IFCCARTESIANPOINT((1000.,1000.,3000.));
    #64=IFCSENSORTYPE('sensortype000000000001',$,'T',$,$,(#66),$,$,$,.SMOKESENSOR.);
    #65=IFCRELDEFINESBYTYPE('rel0000000000000000009',$,$,$,(#60),#64);
    #66=IFCPROPERTYSET('pset000000000000000001',$,'Pset_SensorTypeSmokeSensor',$,(#67));
    #67=IFCPROPERTYSINGLEVALUE('CoverageArea',$,IFCAREAMEASURE(60.),$);
    #70=IFCBUILDINGELEMENTPROXY('proxy00000000000000001',$,'lost',$,$,#61,$,$,$);
    #80=IFCRELASSOCIATESMATERIAL('rel000000000000000000A',$,$,$,(#40),#81);
    #81=IFCMATERIALLAYERSETUSAGE(#82,.AXIS2.,.POSITIVE.,0.,$);
    #82=IFCMATERIALLAYERSET((#83,#84),$,$);#83=IFCMATERIALLAYER(#85,150.,$,$,$,$,$);
    #84=IFCMATERIALLAYER($,50.,.T.,$,$,$,$);#85=IFCMATERIAL('Concrete',$,$);
    #86=IFCPROPERTYSET('pset000000000000000002',$,'Pset_WallCommon',$,(#87,#88));
    #87=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$);
    #88=IFCPROPERTYSINGLEVALUE('Gap',$,IFCLENGTHMEASURE(50.),$);
    #89=IFCRELDEFINESBYPROPERTIES('rel000000000000000000B',$,$,$,(#40),#86);
    #90=IFCELEMENTQUANTITY('qset000000000000000001',$,'Qto_SpaceBaseQuantities',$,$,(#91));
    #91=IFCQUANTITYAREA('NetFloorArea',$,$,23.5,$);
    #92=IFCRELDEFINESBYPROPERTIES('rel000000000000000000C',$,$,$,(#30),#90);
    #93=IFCRELASSOCIATESCLASSIFICATION('rel000000000000000000D',$,$,$,(#30),#94);
    #94=IFCCLASSIFICATIONREFERENCE($,'R-1','Rooms',#95,$,$);
    #95=IFCCLASSIFICATION($,$,$,'GB',$,$,$);
    #96=IFCZONE('zone000000000000000001',$,'Z',$,$,$);
    #97=IFCRELASSIGNSTOGROUP('rel000000000000000000E',$,$,$,(#30),$,#96);
    """

  private func model() throws -> ImportedModel {
    try IFCImporter.read(text: Snippet.file(Self.data))
  }

  private func storey() throws -> Storey {
    try #require(model().buildings.first?.storeys.first)
  }

  @Test("gives its room a floor, a height, names and descriptions")
  func space() throws {
    let space = try #require(storey().spaces.first)
    #expect(space.longName == "教室")
    #expect(space.objectType == "classroom")
    #expect(abs((space.floorArea?.value ?? 0) - 24) < 1e-9)
    #expect(abs((space.height?.value ?? 0) - 3) < 1e-9)
    #expect(abs((space.volume?.value ?? 0) - 72) < 1e-9)
    #expect(abs(space.floorElevation.value - 3.2) < 1e-9)
    #expect(space.footprint.polygons.first?.outer.count == 4)
    #expect(abs(space.footprint.area.value - 24) < 1e-9)
    #expect(space.classifications == ["GB:R-1"])
    #expect(
      space.declaredQuantities == [
        Property(
          set: "Qto_SpaceBaseQuantities", name: "NetFloorArea", value: .number(23.5), unit: "m²")
      ])
    #expect(space.boundedBy == [GlobalID("wall000000000000000001")])
  }

  @Test("gives its wall layers, properties, an opening, and a body without the opening")
  func wall() throws {
    let wall = try #require(storey().elements.first { $0.kind == .wall })
    #expect(
      wall.layers == [
        MaterialLayer(material: "Concrete", thickness: 0.15),
        MaterialLayer(material: "", thickness: 0.05),
      ])
    #expect(wall.isExternal == true)
    #expect(
      wall.properties.contains(
        Property(set: "Pset_WallCommon", name: "Gap", value: .number(0.05), unit: "m")))
    let opening = try #require(wall.openings.first)
    #expect(opening.filledBy == GlobalID("door000000000000000001"))
    #expect(abs((opening.bounds?.max.z ?? 0) - 5.2) < 1e-9)
    let inspection = try ModelInspection.inspect(text: Snippet.file(Self.data))
    let row = try #require(inspection.products.first { $0.className == "IfcWall" })
    #expect(abs(row.volume - (6 * 3 - 1 * 2) * 0.2) < 1e-6)
  }

  @Test("puts a door into the storey of the wall it fills, with its declared size")
  func door() throws {
    let door = try #require(storey().elements.first { $0.kind == .door })
    #expect(door.overallWidth == 1)
    #expect(door.overallHeight == 2)
  }

  @Test("knows a smoke detector by its type, its place and its room")
  func device() throws {
    let device = try #require(storey().devices.first)
    #expect(device.kind == "smoke_detector")
    #expect(device.position == Point3(1, 1, 6.2))
    #expect(device.space == GlobalID("space00000000000000001"))
    #expect(
      device.properties == [
        Property(
          set: "Pset_SensorTypeSmokeSensor", name: "CoverageArea", value: .number(60), unit: "m²")
      ])
  }

  @Test("loses no element that is in no storey, and says so")
  func lost() throws {
    let model = try model()
    #expect(try storey().elements.contains { $0.name == "lost" })
    #expect(model.findings.contains { $0.code == "ifc.element.noStorey" })
  }

  @Test("has zones, a name and the site's latitude with its signs")
  func site() throws {
    let model = try model()
    #expect(model.projectName == "School")
    #expect(model.zones.map(\.spaces) == [[GlobalID("space00000000000000001")]])
    let site = try #require(model.site)
    #expect(abs(site.latitude.value - (22 + 33.0 / 60 + 0.5 / 3600)) < 1e-12)
    // Parts of either sign: the whole is west.
    #expect(abs(site.longitude.value + (113 + 52.0 / 60 + 30.0 / 3600)) < 1e-12)
    #expect(site.elevation == 12)
  }

  @Test("without building and storey gets one of each, with findings")
  func bare() throws {
    let model = try IFCImporter.read(
      text: Snippet.file(
        Snippet.frame + "#10=IFCWALL('0000000000000000000wal',$,$,$,$,#9,$,$,$);"))
    #expect(model.buildings.first?.storeys.first?.elements.count == 1)
    #expect(
      Set(model.findings.map(\.code)) == ["ifc.structure.noBuilding", "ifc.structure.noStoreys"])
  }

  @Test("keeps objects apart that share a GlobalId")
  func duplicates() throws {
    let model = try IFCImporter.read(
      text: Snippet.file(
        Snippet.frame + """
          #10=IFCWALL('wall000000000000000001',$,$,$,$,#9,$,$,$);
          #11=IFCWALL('wall000000000000000001',$,$,$,$,#9,$,$,$);
          """))
    let ids = model.buildings.flatMap(\.storeys).flatMap(\.elements).map(\.id.value)
    #expect(ids == ["wall000000000000000001", "wall000000000000000001#11"])
    #expect(model.findings.contains { $0.code == "ifc.guid.duplicate" })
  }
}
