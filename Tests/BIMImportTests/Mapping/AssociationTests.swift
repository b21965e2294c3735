import BIMImport
import Testing
import TwinModel

@Suite("What is associated with objects")
struct AssociationTests {
  private func element(_ lines: String, schema: String = "IFC4") throws -> Element {
    let model = try read(lines, schema: schema)
    return try #require(model.buildings.first?.storeys.first?.elements.first)
  }

  private func read(_ lines: String, schema: String = "IFC4") throws -> ImportedModel {
    try IFCImporter.read(
      text: Snippet.file(
        Snippet.frame + """

          #10=IFCWALL('0000000000000000000002',$,'x',$,$,#9,$,$\(schema == "IFC4" ? ",$" : ""));
          #11=IFCRELASSOCIATESMATERIAL('0000000000000000000003',$,$,$,(#10),#20);

          """ + lines, schema: schema))
  }

  @Test("are layers with thickness and the words for what they are")
  func layers() throws {
    let element = try element(
      """
      #20=IFCMATERIALLAYERSETUSAGE(#21,.AXIS2.,.POSITIVE.,0.,$);
      #21=IFCMATERIALLAYERSET((#22,#23,#24),$,$);
      #22=IFCMATERIALLAYER(#25,0.2,$,'core',$,'LoadBearing',$);
      #23=IFCMATERIALLAYER(#26,0.1,$,'shell',$,$,$);#24=IFCMATERIALLAYER($,0.04,.T.,$,$,$,$);
      #25=IFCMATERIAL('concrete',$,'Concrete');#26=IFCMATERIAL('wool',$,'Insulation');
      """)
    #expect(
      element.layers == [
        MaterialLayer(material: "concrete", thickness: 0.2, category: "LoadBearing"),
        MaterialLayer(material: "wool", thickness: 0.1, category: "shell"),
        MaterialLayer(material: "", thickness: 0.04),
      ])
  }

  @Test(
    "are constituents, profiles and lists of materials",
    arguments: [
      (
        "#20=IFCMATERIALCONSTITUENTSET($,$,(#21,#22));#21=IFCMATERIALCONSTITUENT('frame',$,#25,$,$);"
          + "#22=IFCMATERIALCONSTITUENT($,$,#26,$,'Glazing');", ["frame", "Glazing"]
      ),
      (
        "#20=IFCMATERIALPROFILESETUSAGE(#21,$,$);#21=IFCMATERIALPROFILESET($,$,(#22,#23),$);"
          + "#22=IFCMATERIALPROFILE('web',$,#25,$,$,$);#23=IFCMATERIALPROFILE($,$,#26,$,$,$);",
        ["web", "Glass"]
      ),
      ("#20=IFCMATERIALLIST((#25,#26));", ["Metal", "Glass"]),
    ])
  func sets(lines: String, categories: [String]) throws {
    let element = try element(
      lines + "#25=IFCMATERIAL('steel',$,'Metal');#26=IFCMATERIAL('pane',$,'Glass');")
    #expect(element.layers.map(\.material) == ["steel", "pane"])
    #expect(element.layers.map(\.category) == categories)
    #expect(element.layers.allSatisfy { $0.thickness == nil })
  }

  @Test("are classifications of the object and its type, in the system that the project names")
  func classifications() throws {
    let element = try element(
      """
      #20=IFCMATERIAL('m',$,$);
      #30=IFCRELASSOCIATESCLASSIFICATION('0000000000000000000004',$,$,$,(#1),#31);
      #31=IFCCLASSIFICATION($,$,$,'Uniclass',$,$,$);
      #32=IFCRELASSOCIATESCLASSIFICATION('0000000000000000000005',$,$,$,(#10),#33);
      #33=IFCCLASSIFICATIONREFERENCE($,'EF_25_10','Walls',$,$,$);
      #34=IFCWALLTYPE('0000000000000000000006',$,'T',$,$,$,$,$,$,.STANDARD.);
      #35=IFCRELDEFINESBYTYPE('0000000000000000000007',$,$,$,(#10),#34);
      #36=IFCRELASSOCIATESCLASSIFICATION('0000000000000000000008',$,$,$,(#34),#37);
      #37=IFCCLASSIFICATIONREFERENCE($,'330','Aussenwaende',#38,$,$);
      #38=IFCCLASSIFICATIONREFERENCE($,'300','Bauwerk',#39,$,$);
      #39=IFCCLASSIFICATION($,$,$,'DIN 276',$,$,$);
      """)
    #expect(element.classifications == ["DIN 276:330", "Uniclass:EF_25_10"])
  }

  @Test("are notations of IFC2X3")
  func notation() throws {
    let element = try element(
      """
      #20=IFCMATERIAL('m');
      #30=IFCRELASSOCIATESCLASSIFICATION('0000000000000000000004',$,$,$,(#10),#31);
      #31=IFCCLASSIFICATIONNOTATION((#32,#33));
      #32=IFCCLASSIFICATIONNOTATIONFACET('EF');#33=IFCCLASSIFICATIONNOTATIONFACET('25');
      """, schema: "IFC2X3")
    #expect(element.classifications == ["EF.25"])
  }

  @Test("are systems with what belongs to them and what they serve")
  func groups() throws {
    let model = try read(
      """
      #20=IFCMATERIAL('m',$,$);
      #30=IFCDISTRIBUTIONSYSTEM('0000000000000000000004',$,'AHU 1',$,'air',$,.VENTILATION.);
      #31=IFCRELASSIGNSTOGROUP('0000000000000000000005',$,$,$,(#10),$,#30);
      #32=IFCBUILDING('0000000000000000000006',$,'B',$,$,#9,$,$,.ELEMENT.,$,$,$);
      #33=IFCRELSERVICESBUILDINGS('0000000000000000000007',$,$,$,#30,(#32));
      #34=IFCGROUP('0000000000000000000008',$,'G',$,'by hand');
      #35=IFCZONE('0000000000000000000009',$,'Z',$,$,$);
      """)
    func id(_ text: String) -> GlobalID { GlobalID(text) }
    #expect(
      model.groups == [
        ObjectGroup(
          id: id("0000000000000000000004"), sourceClass: "IfcDistributionSystem", name: "AHU 1",
          purpose: "VENTILATION", members: [id("0000000000000000000002")],
          serves: [id("0000000000000000000006")]),
        ObjectGroup(
          id: id("0000000000000000000008"), sourceClass: "IfcGroup", name: "G",
          purpose: "by hand", members: []),
      ])
    #expect(model.zones.map(\.name) == ["Z"])
  }

  @Test("end where they go round in circles", .timeLimit(.minutes(1)))
  func circles() throws {
    let many = Array(repeating: "#20", count: 200).joined(separator: ",")
    let zones = Array(repeating: "#30", count: 200).joined(separator: ",")
    let properties = Array(repeating: "#41", count: 200).joined(separator: ",")
    let model = try read(
      """
      #20=IFCMATERIALLIST((\(many)));
      #30=IFCZONE('0000000000000000000004',$,'Z',$,$,$);
      #31=IFCRELASSIGNSTOGROUP('0000000000000000000005',$,$,$,(\(zones)),$,#30);
      #40=IFCPROPERTYSET('0000000000000000000006',$,'P',$,(#41,#42));
      #41=IFCCOMPLEXPROPERTY('c',$,'use',(\(properties)));
      #42=IFCPROPERTYSINGLEVALUE('s',$,IFCREAL(1.),#43);
      #43=IFCDERIVEDUNIT((\(Array(repeating: "#44", count: 50).joined(separator: ","))),.USERDEFINED.,$);
      #44=IFCDERIVEDUNITELEMENT(#43,1);
      #45=IFCRELDEFINESBYPROPERTIES('0000000000000000000007',$,$,$,(#10),#40);
      """)
    let element = try #require(model.buildings.first?.storeys.first?.elements.first)
    #expect(element.layers == [])
    #expect(element.properties.map(\.name) == ["s"])
    #expect(model.zones.map(\.spaces) == [[]])
  }
}
