import BIMImport
import Testing
import TwinModel

@Suite("The STEP layer")
struct STEPReadingTests {
  @Test(
    "decodes texts",
    arguments: [
      ("It''s", "It's"), (#"\X2\6559\X0\"#, "教"), (#"\X2\6559 5BA4\X0\"#, #"\X2\6559 5BA4\X0\"#),
      (#"\X2\65595BA4\X0\ 1"#, "教室 1"), (#"\X4\0001F3EB\X0\"#, "🏫"), (#"K\X\FCche"#, "Küche"),
      (#"K\S\|che"#, "Küche"), (#"\PE\\S\:"#, "К"), (#"a\\b"#, #"a\b"#), ("Küche", "Küche"),
      ("a;b)(#1=", "a;b)(#1="), ("/* no comment */", "/* no comment */"),
    ])
  func texts(_ pair: (written: String, meant: String)) throws {
    let model = try IFCImporter.read(
      text: Snippet.file("#1=IFCPROJECT('0000000000000000000001',$,'\(pair.written)',$,$,$,$,$,$);")
    )
    #expect(model.projectName == pair.meant)
  }

  @Test("reads instances over several lines, with comments and without blanks")
  func layout() throws {
    let result = try ModelInspection.inspect(
      text: Snippet.file(
        "/* a */#1 = IFCPROJECT ( '0000000000000000000001' ,$ /* b; */ ,\r\n'P',$,$,$\n,$,$,$)\r\n;#2=IFCDIRECTION((1.,0.));"
      ))
    #expect(result.entityTotal == 2)
    #expect(result.counts == ["IfcProject": 1, "IfcDirection": 1])
    #expect(result.authoringTool == "author 1.0")
  }

  @Test("leaves out a broken instance, says where, and reads the rest")
  func broken() throws {
    let result = try ModelInspection.inspect(
      text: Snippet.file(
        """
        #1=IFCDIRECTION((1.,0.));
        #2=IFCPERSON('no end,$);
        #3=IFCDIRECTION((1.,0.));
        #4 IFCDIRECTION((1.,0.));
        #5=IFCDIRECTION((1.,0.));
        """))
    #expect(result.counts == ["IfcDirection": 3])
    let messages = result.findings.filter { $0.code == "ifc.step.syntax" }.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.first?.hasPrefix("line 9, column 1: #2 ") == true)
    #expect(messages.last?.hasPrefix("line 11, column ") == true)
  }

  @Test("says when a file is cut off")
  func incomplete() throws {
    // Without the last two lines, the second instance has no end.
    let whole = Snippet.file("#1=IFCDIRECTION((1.,0.));\n#2=IFCDIRECTION((0.,")
    let text = whole.split(separator: "\n").dropLast(2).joined(separator: "\n")
    let result = try ModelInspection.inspect(text: text)
    #expect(result.entityTotal == 1)
    #expect(result.findings.contains { $0.code == "ifc.step.incomplete" })
  }

  @Test("refuses what is not STEP with one sentence", arguments: ["", "PK\u{3}\u{4}", "<ifcXML/>"])
  func refuses(_ text: String) {
    #expect(throws: ImportError.self) { try IFCImporter.read(text: text) }
  }

  @Test("refuses a file without DATA and says so")
  func noData() {
    do {
      _ = try IFCImporter.read(text: "ISO-10303-21;\nHEADER;\nENDSEC;\n")
      Issue.record("a file without DATA was read")
    } catch {
      #expect("\(error)".contains("no DATA section"))
    }
  }

  @Test("reports a reference that leads nowhere, once")
  func dangling() throws {
    let model = try IFCImporter.read(
      text: Snippet.file(
        Snippet.frame + """

          #20=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#99,#98,$,$);
          #21=IFCBUILDINGELEMENTPROXY('0000000000000000000003',$,'y',$,$,#99,#98,$,$);
          """))
    let dangling = model.findings.filter { $0.code == "ifc.reference.dangling" }
    #expect(
      dangling.map(\.message) == [
        "2 × a reference leads to an instance that the file does not have"
      ])
    #expect(model.buildings.flatMap(\.storeys).flatMap(\.elements).count == 2)
  }

  @Test(
    "reads numbers as they were meant",
    arguments: [
      ("1.", 1), ("-2.5E-1", -0.25), ("1.E3", 1000),
      ("123456789012.345678901", 123_456_789_012.345678901),
      ("0.1", 0.1), ("5.3199999999999994", 5.3199999999999994), ("7", 7),
    ])
  func numbers(_ pair: (written: String, value: Double)) throws {
    let result = try ModelInspection.inspect(
      text: Snippet.file(
        Snippet.frame + """

          #20=IFCBUILDINGSTOREY('0000000000000000000002',$,'S',$,$,#21,$,$,.ELEMENT.,$);
          #21=IFCLOCALPLACEMENT($,#22);#22=IFCAXIS2PLACEMENT3D(#23,$,$);
          #23=IFCCARTESIANPOINT((0.,0.,\(pair.written)));
          """))
    #expect(
      abs((result.storeys.first?.elevation ?? .nan) - pair.value) < 1e-6
        * max(1, abs(pair.value) * 1e-6))
  }

  @Test(
    "knows the end of an instance behind comments, also with parentheses in them",
    arguments: [
      ("#1=IFCX((1,2)) /* a (b); */ ;", 1), ("#1=IFCX('a)') /* x */ /* y ) */;", 1),
      ("#1=IFCX(1/* ) */);", 1), ("#1=IFCX(1) more;", 0), ("#1=IFCX(1) /* a */ more;", 0),
    ])
  func comments(line: String, count: Int) throws {
    let text = "ISO-10303-21;HEADER;ENDSEC;DATA;\n\(line)\nENDSEC;END-ISO-10303-21;"
    #expect(try ReadingStages(bytes: Array(text.utf8)).instanceCount == count)
  }
}
