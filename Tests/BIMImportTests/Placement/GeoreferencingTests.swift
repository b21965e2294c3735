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
