import BIMImport
import Testing
import TwinModel

@Suite("A georeference")
struct GeoreferencingTests {
  private func read(_ lines: String, schema: String = "IFC4", prefix: String = "$") throws
    -> ImportedModel
  {
    let frame = Snippet.frame.replacing(
      "IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)", with: "IFCSIUNIT(*,.LENGTHUNIT.,\(prefix),.METRE.)")
    return try IFCImporter.read(text: Snippet.file(frame + lines, schema: schema))
  }

  @Test("comes from IfcMapConversion, with its scale between millimetres and metres")
  func mapConversion() throws {
    let model = try read(
      """
      #50=IFCMAPCONVERSION(#5,#51,500000.,2500000.,10.,0.,2.,0.001);
      #51=IFCPROJECTEDCRS('EPSG:4547',$,$,$,$,$,#52);#52=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
      """, prefix: ".MILLI.")
    #expect(
      model.georeference
        == Georeference(
          epsg: 4547, eastings: 500_000, northings: 2_500_000, height: 10, abscissa: 0, ordinate: 1,
          scale: 1, source: .mapConversion))
    #expect(!model.findings.contains { $0.code == "ifc.georeference.scale" })
  }

  @Test("without a scale leaves lengths as they are, and says so")
  func noScale() throws {
    let model = try read(
      """
      #50=IFCMAPCONVERSION(#5,#51,1.,2.,3.,$,$,$);
      #51=IFCPROJECTEDCRS('EPSG:4547',$,$,$,$,$,#52);#52=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
      """, prefix: ".MILLI.")
    #expect(model.georeference?.scale == 1)
    #expect(model.findings.contains { $0.code == "ifc.georeference.scale" })
  }

  @Test("turns US survey feet of the map into metres")
  func surveyFeet() throws {
    let model = try read(
      """
      #50=IFCMAPCONVERSION(#5,#51,3937.,0.,0.,1.,0.,3.28083333333333);
      #51=IFCPROJECTEDCRS('EPSG:2263',$,$,$,$,$,#52);
      #52=IFCCONVERSIONBASEDUNIT(#53,.LENGTHUNIT.,'US SURVEY FOOT',#54);
      #53=IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0);
      #54=IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.304800609601219),#3);
      """)
    #expect(abs((model.georeference?.eastings.value ?? 0) - 1200) < 1e-6)
    #expect(abs((model.georeference?.scale ?? 0) - 1) < 1e-6)
  }

  @Test("comes from ePSet_MapConversion in any case")
  func propertySet() throws {
    let model = try read(
      """
      #60=IFCPROPERTYSET('pset000000000000000001',$,'ePset_mapConversion',$,(#61,#62,#63));
      #61=IFCPROPERTYSINGLEVALUE('Eastings',$,IFCLENGTHMEASURE(100.),$);
      #62=IFCPROPERTYSINGLEVALUE('Northings',$,IFCLENGTHMEASURE(200.),$);
      #63=IFCPROPERTYSINGLEVALUE('TargetCRS',$,IFCLABEL('EPSG:28992'),$);
      """, schema: "IFC2X3")
    #expect(model.georeference?.epsg == 28992)
    #expect(model.georeference?.northings == 200)
    #expect(model.georeference?.source == .propertySet)
  }

  @Test("is nil for a projection without a code, and says so")
  func unnamed() throws {
    let model = try read(
      "#50=IFCMAPCONVERSION(#5,#51,1.,2.,3.,$,$,$);#51=IFCPROJECTEDCRS('local',$,$,$,$,$,$);")
    #expect(model.georeference == nil)
    #expect(model.findings.contains { $0.code == "ifc.georeference.crs" })
  }
}

@Suite("A georeference that is said in an unusual way")
struct UnusualGeoreferenceTests {
  private func read(_ lines: String, schema: String = "IFC4X3_ADD2") throws -> ImportedModel {
    try IFCImporter.read(text: Snippet.file(Snippet.frame + lines, schema: schema))
  }

  @Test("counts once when the site stands at map coordinates already")
  func twice() throws {
    let model = try read(
      """
      #50=IFCMAPCONVERSION(#5,#51,480000.,2490000.,12.,0.,1.,1.);
      #51=IFCPROJECTEDCRS('EPSG:4547',$,$,$,$,$,$);
      #53=IFCSITE('0000000000000000000009',$,$,$,$,#54,$,$,$,$,$,$,$,$);
      #54=IFCLOCALPLACEMENT($,#55);#55=IFCAXIS2PLACEMENT3D(#56,$,$);
      #56=IFCCARTESIANPOINT((480100.,2490100.,12.));
      """)
    let place = try #require(model.georeference)
    #expect(place.map(Point2(480_100, 2_490_100)) == Point2(480_100, 2_490_100))
    #expect(place.height == 0, "the site has its height already")
    #expect(model.findings.contains { $0.code == "ifc.georeference.twice" })
  }

  @Test("is applied when the site stands far from where it leads")
  func offsetSite() throws {
    let model = try read(
      """
      #50=IFCMAPCONVERSION(#5,#51,480000.,2490000.,12.,1.,0.,1.);
      #51=IFCPROJECTEDCRS('urn:ogc:def:crs:EPSG::4547',$,$,$,$,$,$);
      #53=IFCSITE('0000000000000000000009',$,$,$,$,#54,$,$,$,$,$,$,$,$);
      #54=IFCLOCALPLACEMENT($,#55);#55=IFCAXIS2PLACEMENT3D(#56,$,$);
      #56=IFCCARTESIANPOINT((1000.,2000.,0.));
      """)
    #expect(model.georeference?.epsg == 4547)
    #expect(model.georeference?.map(Point2(1000, 2000)) == Point2(481_000, 2_492_000))
  }

  @Test("has the factor of IfcMapConversionScaled on top of the scale")
  func scaled() throws {
    let model = try read(
      "#50=IFCMAPCONVERSIONSCALED(#5,#51,1.,2.,3.,1.,0.,1.,0.9996,0.9996,1.);"
        + "#51=IFCPROJECTEDCRS('EPSG:32650',$,$,$,$,$,$);")
    #expect(abs((model.georeference?.scale ?? 0) - 0.9996) < 1e-12)
  }

  @Test("moves without turning by IfcRigidOperation")
  func rigid() throws {
    let model = try read(
      "#50=IFCRIGIDOPERATION(#5,#51,IFCLENGTHMEASURE(500.),IFCLENGTHMEASURE(700.),9.);"
        + "#51=IFCPROJECTEDCRS('EPSG:4547',$,$,$,$,$,$);")
    #expect(
      model.georeference
        == Georeference(
          epsg: 4547, eastings: 500, northings: 700, height: 9, source: .mapConversion))
  }

  @Test("is latitude and longitude by IfcRigidOperation to a geographic system")
  func geographic() throws {
    let model = try read(
      "#50=IFCRIGIDOPERATION(#5,#51,IFCPLANEANGLEMEASURE(113.9),IFCPLANEANGLEMEASURE(22.55),9.);"
        + "#51=IFCGEOGRAPHICCRS('EPSG:4490',$,$,$,$,$);")
    #expect(model.georeference == nil)
    #expect(model.site?.latitude == 22.55)
    #expect(model.site?.longitude == 113.9)
    #expect(model.site?.elevation == 9)
  }

  @Test("of a property set may be in feet by name")
  func feet() throws {
    let model = try read(
      """
      #60=IFCPROPERTYSET('0000000000000000000002',$,'EPset_MapConversion',$,(#61));
      #61=IFCPROPERTYSINGLEVALUE('Eastings',$,IFCREAL(3937.),$);
      #62=IFCPROPERTYSET('0000000000000000000003',$,'ePSet_ProjectedCRS',$,(#63,#64));
      #63=IFCPROPERTYSINGLEVALUE('Name',$,IFCLABEL('EPSG:2263'),$);
      #64=IFCPROPERTYSINGLEVALUE('MapUnit',$,IFCIDENTIFIER('US survey foot'),$);
      """, schema: "IFC2X3")
    #expect(abs((model.georeference?.eastings.value ?? 0) - 1200) < 1e-9)
  }

  @Test("has a latitude with negative parts in three or four pieces")
  func latitude() throws {
    func site(_ latitude: String) throws -> Double? {
      try read(
        "#10=IFCSITE('0000000000000000000002',$,$,$,$,#9,$,$,$,\(latitude),(1,0,0),$,$,$);"
      ).site?.latitude.value
    }
    #expect(try abs((site("(-33,-51,-36)") ?? 0) + 33.86) < 1e-9)  // 51′36″ are 0.86°
    #expect(try abs((site("(-33,51,36,0)") ?? 0) + 33.86) < 1e-9)
    #expect(try abs((site("(33,51,35,1000000)") ?? 0) - 33.86) < 1e-9)
  }
}
