import BIMImport
import Foundation
import Testing
import TwinModel
import TwinTestSupport

@Suite("The codes of findings")
struct FindingCodesTests {
  /// The codes in the table of `docs/findings.md`.
  private func documented() throws -> Set<String> {
    let page = try String(
      contentsOf: Checkout.root.appendingPathComponent("docs/findings.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").compactMap { $0.firstMatch(of: /^\| `([^`]+)` \|/) }
    return Set(rows.map { String($0.output.1) })
  }

  @Test("stand in docs/findings.md, and no others do")
  func table() throws {
    let sources = Checkout.root.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"((?:ifc|plan|cim|layer|devices)\.[a-z][A-Za-z_.]*)"/) {
        used.insert(String(match.output.1))
      }
    }
    #expect(used.subtracting(try documented()).sorted() == [], "without a line in the table")
    #expect(try documented().subtracting(used).sorted() == [], "in the table, but made by nobody")
  }

  @Test("of IFC files are each produced by a file that has what they name", arguments: causes)
  func produced(code: String, text: String) throws {
    let found = try IFCImporter.read(text: text).findings.filter { $0.code == code }
    #expect(found.isEmpty == false)
    #expect(found.allSatisfy { !$0.message.isEmpty })
  }

  @Test("of IFC files have all a file that produces them")
  func complete() throws {
    // The first needs a map projection, and the program makes it; the others an archive, and
    // PackedModelTests make one.
    let elsewhere: Set = ["ifc.site.place", "ifc.archive.damaged", "ifc.archive.several"]
    let ifc = try documented().filter { $0.hasPrefix("ifc.") }.subtracting(elsewhere)
    #expect(ifc.subtracting(Self.causes.map(\.0)).sorted() == [])
  }

  // MARK: - Files with one fault each

  static let causes: [(String, String)] =
    fileCauses + placeCauses + structureCauses + roomCauses + bodyCauses

  private static func small(_ lines: String, schema: String = "IFC4") -> String {
    Snippet.file(Snippet.frame + "\n" + lines, schema: schema)
  }

  private static func wall(_ id: String, rest: String = ",$") -> String {
    "IFCWALL(\(id),$,$,$,$,#9,$,$\(rest));"
  }

  private static let fileCauses: [(String, String)] = [
    ("ifc.step.syntax", small("#10=IFCWALL('x',$,;\n#11=IFCPERSON($,$,$,$,$,$,$,$);")),
    ("ifc.step.value", small("#10=IFCSPACE('0000000000000000000002',$,?,$,$,$,$,$,$,$,$);")),
    ("ifc.step.duplicateNumber", small("#10=IFCDIRECTION((1.,0.));\n#10=IFCDIRECTION((1.,0.));")),
    (
      "ifc.step.incomplete",
      small("#10=IFCDIRECTION((1.,0.));").replacing(
        "ENDSEC;\nEND-ISO-10303-21;", with: "")
    ),
    ("ifc.schema.nearest", small("", schema: "IFC2X_FINAL")),
    ("ifc.class.unknown", small("#10=IFCNOSUCHTHING($);")),
    ("ifc.attribute.type", small("#10=IFCWALL('0000000000000000000002',$,5,$,$,#9,$,$,$);")),
    ("ifc.attribute.count", small("#10=" + wall("'0000000000000000000002'", rest: ""))),
    ("ifc.reference.dangling", small("#10=IFCWALL('0000000000000000000002',$,$,$,$,#99,$,$,$);")),
    (
      "ifc.reference.type",
      small(
        "#10=IFCRELVOIDSELEMENT('0000000000000000000002',$,$,$,#1,#11);"
          + "#11=IFCOPENINGELEMENT('0000000000000000000003',$,$,$,$,#9,$,$,$);")
    ),
    ("ifc.guid.missing", small("#10=" + wall("$"))),
    ("ifc.guid.invalid", small("#10=" + wall("'no identity'"))),
    (
      "ifc.guid.duplicate",
      small("#10=\(wall("'0000000000000000000002'"))#11=\(wall("'0000000000000000000002'"))")
    ),
  ]

  private static func conversion(
    _ numbers: String, crs: String = "'EPSG:4547',$,$,$,$,$,#52", prefix: String = "$",
    site: String = "(0.,0.,0.)", keyword: String = "IFCMAPCONVERSION"
  ) -> String {
    small(
      """
      #50=\(keyword)(#5,#51,\(numbers));#51=IFCPROJECTEDCRS(\(crs));
      #52=IFCSIUNIT(*,.LENGTHUNIT.,\(prefix),.METRE.);
      #53=IFCSITE('0000000000000000000009',$,$,$,$,#54,$,$,$,$,$,$,$,$);
      #54=IFCLOCALPLACEMENT($,#55);#55=IFCAXIS2PLACEMENT3D(#56,$,$);#56=IFCCARTESIANPOINT(\(site));
      """, schema: keyword == "IFCMAPCONVERSION" ? "IFC4" : "IFC4X3_ADD2")
  }

  private static func site(_ latitude: String, _ longitude: String) -> String {
    small(
      "#10=IFCSITE('0000000000000000000002',$,$,$,$,#9,$,$,$,\(latitude),\(longitude),$,$,$);")
  }

  private static let placeCauses: [(String, String)] = [
    ("ifc.unit.missing", Snippet.file("#1=IFCPROJECT('0000000000000000000001',$,$,$,$,$,$,$,$);")),
    ("ifc.unit.unknown", small("").replacing(".METRE.", with: ".CUBIT.")),
    ("ifc.georeference.crs", conversion("1.,2.,3.,$,$,$", crs: "'local',$,$,$,$,$,$")),
    (
      "ifc.georeference.unit",
      small(
        """
        #50=IFCPROPERTYSET('0000000000000000000002',$,'ePset_MapConversion',$,(#51));
        #51=IFCPROPERTYSINGLEVALUE('Eastings',$,IFCLENGTHMEASURE(1.),$);
        #52=IFCPROPERTYSET('0000000000000000000003',$,'EPSET_PROJECTEDCRS',$,(#53,#54));
        #53=IFCPROPERTYSINGLEVALUE('Name',$,IFCLABEL('EPSG:4547'),$);
        #54=IFCPROPERTYSINGLEVALUE('MapUnit',$,IFCLABEL('CUBIT'),$);
        """)
    ),
    ("ifc.georeference.scale", conversion("1.,2.,3.,$,$,$", prefix: ".KILO.")),
    (
      "ifc.georeference.factors",
      conversion("1.,2.,3.,$,$,1.,0.9,1.1,1.", keyword: "IFCMAPCONVERSIONSCALED")
    ),
    (
      "ifc.georeference.twice",
      conversion("480000.,2490000.,3.,$,$,1.", site: "(480100.,2490100.,0.)")
    ),
    ("ifc.georeference.range", conversion("1.E12,2.,3.,$,$,1.")),
    ("ifc.site.range", site("(122,0,0)", "(114,0,0)")),
    ("ifc.site.zero", site("(0,0,0)", "(0,0,0,0)")),
  ]

  private static let structureCauses: [(String, String)] = {
    var places = RoomSnippet()
    places.product(100, "IFCWALL", "lost", (0, 0, 0), (1, 1, 1), rest: ",$,$", in: nil)
    places.product(110, "IFCWALL", "high", (0, 0, 0), (1, 1, 1), rest: ",$,$", in: 20)
    places.product(120, "IFCOPENINGELEMENT", "hole", (0, 0, 0), (1, 1, 1), rest: ",$,$", in: nil)
    places.room(130, "room", (0, 0, 0), (4, 3, 2.8), in: nil)
    let bare = small("#10=" + wall("'0000000000000000000002'"))
    return [
      ("ifc.structure.noBuilding", bare), ("ifc.structure.noStoreys", bare),
      ("ifc.element.noStorey", places.text), ("ifc.element.inBuilding", places.text),
      ("ifc.opening.voidsNothing", places.text), ("ifc.space.noStorey", places.text),
    ]
  }()

  private static let roomCauses: [(String, String)] = {
    let guid = RoomSnippet.guid
    var rooms = RoomSnippet.twoRooms()
    rooms.room(160, "over", (3, 0, 0), (4, 3, 2.8))
    rooms.room(170, "high", (20, 0, 3), (24, 3, 5.8))
    rooms.product(180, "IFCDOOR", "lost", (50, 0, 0), (51, 0.1, 2), rest: ",$,2.,1.,$,$,$")
    rooms.add(
      """
      #300=IFCSPACE('\(guid("none"))',$,$,$,$,#9,$,$,.ELEMENT.,.INTERNAL.,$);
      #301=IFCSPACE('\(guid("flat"))',$,$,$,$,#9,#303,$,.ELEMENT.,.INTERNAL.,$);
      #302=IFCSPACE('\(guid("lean"))',$,$,$,$,#9,#304,$,.ELEMENT.,.INTERNAL.,$);
      #305=IFCRELAGGREGATES('\(guid("in"))',$,$,$,#21,(#300,#301,#302));
      #306=IFCRELSPACEBOUNDARY('\(guid("bound"))',$,$,$,#100,#120,#307,.PHYSICAL.,.INTERNAL.);
      #307=IFCCONNECTIONSURFACEGEOMETRY(#7,$);
      """)
    // Upright faces: 20 × 1 m without floor, and 20 × 20 m that lean by a millimetre.
    for (number, lean, height) in [(303, 0.0, 1.0), (304, -0.001, 20.0)] {
      let first = number * 10
      rooms.add(
        """
        #\(number)=IFCPRODUCTDEFINITIONSHAPE($,$,(#\(first)));
        #\(first)=IFCSHAPEREPRESENTATION(#5,'Body','SurfaceModel',(#\(first + 1)));
        #\(first + 1)=IFCFACEBASEDSURFACEMODEL((#\(first + 2)));
        #\(first + 2)=IFCCONNECTEDFACESET((#\(first + 3)));
        #\(first + 3)=IFCFACE((#\(first + 4)));#\(first + 4)=IFCFACEOUTERBOUND(#\(first + 5),.T.);
        #\(first + 5)=IFCPOLYLOOP((#\(first + 6),#\(first + 7),#\(first + 8),#\(first + 9)));
        #\(first + 6)=IFCCARTESIANPOINT((0.,90.,0.));
        #\(first + 7)=IFCCARTESIANPOINT((20.,90.,0.));
        #\(first + 8)=IFCCARTESIANPOINT((20.,\(90 + lean),\(height)));
        #\(first + 9)=IFCCARTESIANPOINT((0.,\(90 + lean),\(height)));
        """)
    }
    var gross = RoomSnippet()
    for index in 0..<3 {
      let x = Double(index) * 4
      gross.room(100 + index * 10, "r\(index)", (x, 0, 0), (x + 4, 3, 2.8))
    }
    gross.room(130, "gross", (0, 0, 0), (12, 3, 2.8))
    let codes = [
      "ifc.space.noBody", "ifc.space.noArea", "ifc.space.noOutline", "ifc.space.outsideStorey",
      "ifc.space.overlap", "ifc.door.joinsNothing", "ifc.boundary.surface",
    ]
    return codes.map { ($0, rooms.text) } + [("ifc.space.encloses", gross.text)]
  }()

  private static let bodyCauses: [(String, String)] = {
    func body(_ lines: String) -> String {
      small(
        """
        #10=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#9,#11,$,$);
        #11=IFCPRODUCTDEFINITIONSHAPE($,$,(#12));
        #12=IFCSHAPEREPRESENTATION(#5,'Body','Solid',(#100));
        \(lines)
        """)
    }
    let block = "#100=IFCBLOCK(#6,1.,1.,1.);"
    func hole(_ item: String) -> String {
      """
      \(block)#13=IFCOPENINGELEMENT('0000000000000000000003',$,$,$,$,#9,#14,$,$);
      #14=IFCPRODUCTDEFINITIONSHAPE($,$,(#15));#15=IFCSHAPEREPRESENTATION(#5,'Body','Solid',(#110));
      #16=IFCRELVOIDSELEMENT('0000000000000000000004',$,$,$,#10,#13);#110=\(item);
      """
    }
    return [
      ("ifc.geometry.broken", body("#100=IFCBLOCK(#6,-1.,1.,1.);")),
      ("ifc.geometry.unsupported", body("#100=IFCTEXTLITERAL('x',#6,.LEFT.);")),
      ("ifc.geometry.uncut", body(hole("IFCTEXTLITERAL('x',#6,.LEFT.)"))),
      (
        "ifc.geometry.nothingLeft",
        body(
          hole("IFCBLOCK(#120,3.,3.,3.)")
            + "#120=IFCAXIS2PLACEMENT3D(#121,$,$);#121=IFCCARTESIANPOINT((-1.,-1.,-1.));")
      ),
      (
        "ifc.placement.cycle",
        small(
          "#10=IFCWALL('0000000000000000000002',$,$,$,$,#11,$,$,$);"
            + "#11=IFCLOCALPLACEMENT(#12,#6);#12=IFCLOCALPLACEMENT(#11,#6);")
      ),
      (
        "ifc.placement.unsupported",
        small("#10=IFCWALL('0000000000000000000002',$,$,$,$,#8,$,$,$);")
      ),
    ]
  }()
}
