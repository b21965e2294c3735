import BIMImport
import Testing
import TwinModel

/// One representation item with the volume and box that follow from its numbers.
struct SolidItem: CustomTestStringConvertible, Sendable {
  var name: String
  var lines: String
  var volume: Double
  var box: [[Double]]
  /// Area of the surface, where it tells more than the volume does.
  var area: Double?
  /// Share by which chords may make the volume of a curved body smaller.
  var chordShare = 0.0
  var schema = "IFC4"

  var testDescription: String { name }

  static let extrude = "#101=IFCEXTRUDEDAREASOLID(#102,#6,#8,4.);\n"

  static let all: [SolidItem] = [
    SolidItem(
      name: "a rectangle 2 × 3, extruded by 4",
      lines:
        "#100=IFCEXTRUDEDAREASOLID(#102,#6,#8,4.);#102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,2.,3.);",
      volume: 24, box: [[-1, -1.5, 0], [1, 1.5, 4]]),
    SolidItem(
      name: "a slanted extrusion",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#103,5.);#103=IFCDIRECTION((3.,0.,4.));
        #102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,2.,2.);
        """,
      volume: 16, box: [[-1, -1, 0], [4, 1, 4]]),
    SolidItem(
      name: "a hollow rectangle",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);
        #102=IFCRECTANGLEHOLLOWPROFILEDEF(.AREA.,$,$,2.,3.,0.5,$,$);
        """,
      volume: 4, box: [[-1, -1.5, 0], [1, 1.5, 1]]),
    SolidItem(
      name: "a hollow circle, π·(1 − 0.25)·2",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,2.);
        #102=IFCCIRCLEHOLLOWPROFILEDEF(.AREA.,$,$,1.,0.5);
        """,
      volume: 1.5 * .pi, box: [[-1, -1, 0], [1, 1, 2]], chordShare: 0.001),
    SolidItem(
      name: "an ellipse",
      lines:
        "#100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);#102=IFCELLIPSEPROFILEDEF(.AREA.,$,$,2.,1.);",
      volume: 2 * .pi, box: [[-2, -1, 0], [2, 1, 1]], chordShare: 0.001),
    SolidItem(
      name: "an I shape: two flanges 2 × 0.5 and a web 1 × 2",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);
        #102=IFCISHAPEPROFILEDEF(.AREA.,$,$,2.,3.,1.,0.5,$,$,$);
        """,
      volume: 4, box: [[-1, -1.5, 0], [1, 1.5, 1]]),
    SolidItem(
      name: "an L shape with a fillet, which adds r²·(1 − π/4)",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);
        #102=IFCLSHAPEPROFILEDEF(.AREA.,$,$,3.,2.,0.5,0.5,$,$);
        """,
      volume: 2.25 + 0.25 * (1 - .pi / 4), box: [[-1, -1.5, 0], [1, 1.5, 1]], chordShare: -0.001),
    SolidItem(
      name: "a strip along a centre line",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);#102=IFCCENTERLINEPROFILEDEF(.AREA.,$,#103,0.2);
        #103=IFCPOLYLINE((#104,#105,#106));#104=IFCCARTESIANPOINT((0.,0.));
        #105=IFCCARTESIANPOINT((2.,0.));#106=IFCCARTESIANPOINT((2.,2.));
        """,
      volume: 0.8, box: [[0, -0.1, 0], [2.1, 2, 1]]),
    SolidItem(
      name: "an area with a hole, drawn clockwise",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);
        #102=IFCARBITRARYPROFILEDEFWITHVOIDS(.AREA.,$,#103,(#104));
        #103=IFCPOLYLINE((#105,#106,#107,#108,#105));#105=IFCCARTESIANPOINT((0.,0.));
        #106=IFCCARTESIANPOINT((0.,4.));#107=IFCCARTESIANPOINT((4.,4.));
        #108=IFCCARTESIANPOINT((4.,0.));
        #104=IFCINDEXEDPOLYCURVE(#109,(IFCLINEINDEX((1,2,3,4,1))),$);
        #109=IFCCARTESIANPOINTLIST2D(((1.,1.),(3.,1.),(3.,3.),(1.,3.)));
        """,
      volume: 12, box: [[0, 0, 0], [4, 4, 1]]),
    SolidItem(
      name: "half a disc of a trimmed circle and a line",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);
        #102=IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);
        #103=IFCCOMPOSITECURVE((#104,#105),.F.);
        #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
        #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
        #106=IFCTRIMMEDCURVE(#108,(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(3.14159265358979)),
          .T.,.PARAMETER.);
        #108=IFCCIRCLE(#109,2.);#109=IFCAXIS2PLACEMENT2D(#110,$);#110=IFCCARTESIANPOINT((0.,0.));
        #107=IFCPOLYLINE((#111,#112));#111=IFCCARTESIANPOINT((-2.,0.));
        #112=IFCCARTESIANPOINT((2.,0.));
        """,
      volume: 2 * .pi, box: [[-2, 0, 0], [2, 2, 1]], chordShare: 0.001),
    SolidItem(
      name: "a taper from 2 × 2 to 1 × 1 over 3: (4 + 2 + 1)",
      lines: """
        #100=IFCEXTRUDEDAREASOLIDTAPERED(#102,#6,#8,3.,#103);
        #102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,2.,2.);
        #103=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,1.);
        """,
      volume: 7, box: [[-1, -1, 0], [1, 1, 3]]),
    SolidItem(
      name: "a ring of a square 1 × 1 turned about an axis 2 away: 2π·2 (Pappus)",
      lines: """
        #100=IFCREVOLVEDAREASOLID(#102,#6,#103,6.28318530717959);
        #102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,1.);
        #103=IFCAXIS1PLACEMENT(#104,#105);#104=IFCCARTESIANPOINT((2.,0.,0.));
        #105=IFCDIRECTION((0.,1.,0.));
        """,
      volume: 4 * .pi, box: [[-0.5, -0.5, -2.5], [4.5, 0.5, 2.5]], chordShare: 0.001),
    SolidItem(
      name: "a tube along a straight line",
      lines: """
        #100=IFCSWEPTDISKSOLID(#102,0.1,0.05,$,$);#102=IFCPOLYLINE((#7,#103));
        #103=IFCCARTESIANPOINT((3.,0.,0.));
        """,
      volume: 3 * 0.0075 * .pi, box: [[0, -0.1, -0.1], [3, 0.1, 0.1]], chordShare: 0.009),
    SolidItem(
      name: "a block less a half space above z = 1",
      lines: """
        #100=IFCBOOLEANRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,2.,3.,4.);
        #102=IFCHALFSPACESOLID(#103,.F.);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((0.,0.,1.));
        """,
      volume: 6, box: [[0, 0, 0], [2, 3, 1]]),
    SolidItem(
      name: "a block less a half space that a square of 1 × 1 bounds",
      lines: """
        #100=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,2.,3.,4.);
        #102=IFCPOLYGONALBOUNDEDHALFSPACE(#103,.F.,#6,#106);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((0.,0.,1.));
        #106=IFCPOLYLINE((#107,#108,#109,#110,#107));#107=IFCCARTESIANPOINT((0.5,0.5));
        #108=IFCCARTESIANPOINT((1.5,0.5));#109=IFCCARTESIANPOINT((1.5,1.5));
        #110=IFCCARTESIANPOINT((0.5,1.5));
        """,
      volume: 21, box: [[0, 0, 0], [2, 3, 4]]),
    SolidItem(
      name: "a block less an L-shaped prism through it",
      lines: """
        #100=IFCBOOLEANRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,4.,4.,1.);
        #102=IFCEXTRUDEDAREASOLID(#103,#104,#8,1.);#103=IFCLSHAPEPROFILEDEF(.AREA.,$,$,2.,2.,0.5,$,$,$);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((2.,2.,0.));
        """,
      volume: 14.25, box: [[0, 0, 0], [4, 4, 1]]),
    SolidItem(
      name: "what two blocks have in common",
      lines: """
        #100=IFCBOOLEANRESULT(.INTERSECTION.,#101,#102);#101=IFCBLOCK(#6,2.,2.,2.);
        #102=IFCBLOCK(#103,2.,2.,2.);#103=IFCAXIS2PLACEMENT3D(#104,$,$);
        #104=IFCCARTESIANPOINT((1.,1.,1.));
        """,
      volume: 1, box: [[1, 1, 1], [2, 2, 2]]),
    SolidItem(
      name: "a tetrahedron of triangles",
      lines: """
        #100=IFCTRIANGULATEDFACESET(#101,$,.T.,((1,3,2),(1,2,4),(2,3,4),(3,1,4)),$);
        #101=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(1.,0.,0.),(0.,1.,0.),(0.,0.,1.)));
        """,
      volume: 1.0 / 6, box: [[0, 0, 0], [1, 1, 1]]),
    SolidItem(
      name: "a cube of polygons, turned inside out",
      lines: """
        #100=IFCPOLYGONALFACESET(#101,.T.,(#102,#103,#104,#105,#106,#107),$);
        #101=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(1.,0.,0.),(1.,1.,0.),(0.,1.,0.),(0.,0.,1.),
          (1.,0.,1.),(1.,1.,1.),(0.,1.,1.)));
        #102=IFCINDEXEDPOLYGONALFACE((1,2,3,4));#103=IFCINDEXEDPOLYGONALFACE((5,8,7,6));
        #104=IFCINDEXEDPOLYGONALFACE((1,5,6,2));#105=IFCINDEXEDPOLYGONALFACE((2,6,7,3));
        #106=IFCINDEXEDPOLYGONALFACE((3,7,8,4));#107=IFCINDEXEDPOLYGONALFACE((4,8,5,1));
        """,
      volume: 1, box: [[0, 0, 0], [1, 1, 1]]),
    SolidItem(
      name: "a tetrahedron of faces",
      lines: """
        #100=IFCFACETEDBREP(#101);#101=IFCCLOSEDSHELL((#110,#111,#112,#113));
        #102=IFCCARTESIANPOINT((6.,0.,0.));#103=IFCCARTESIANPOINT((0.,6.,0.));
        #104=IFCCARTESIANPOINT((0.,0.,1.));
        #110=IFCFACE((#120));#120=IFCFACEOUTERBOUND(#130,.T.);#130=IFCPOLYLOOP((#7,#103,#102));
        #111=IFCFACE((#121));#121=IFCFACEOUTERBOUND(#131,.F.);#131=IFCPOLYLOOP((#104,#102,#7));
        #112=IFCFACE((#122));#122=IFCFACEOUTERBOUND(#132,.T.);#132=IFCPOLYLOOP((#102,#103,#104));
        #113=IFCFACE((#123));#123=IFCFACEOUTERBOUND(#133,.T.);#133=IFCPOLYLOOP((#103,#7,#104));
        """,
      volume: 6, box: [[0, 0, 0], [6, 6, 1]]),
    SolidItem(
      name: "a mapped block, mirrored and three times as high",
      lines: """
        #100=IFCMAPPEDITEM(#101,#102);#101=IFCREPRESENTATIONMAP(#6,#103);
        #103=IFCSHAPEREPRESENTATION(#5,'Body','CSG',(#104));#104=IFCBLOCK(#6,1.,2.,1.);
        #102=IFCCARTESIANTRANSFORMATIONOPERATOR3DNONUNIFORM(#105,#106,#107,2.,$,1.,3.);
        #105=IFCDIRECTION((1.,0.,0.));#106=IFCDIRECTION((0.,-1.,0.));
        #107=IFCCARTESIANPOINT((10.,0.,0.));
        """,
      volume: 12, box: [[10, -2, 0], [12, 0, 3]]),
  ]
}

@Suite("A representation item")
struct SolidItemTests {
  @Test(
    "has the volume and the box of its numbers",
    arguments:
      SolidItem.all + SolidItem.primitives + SolidItem.sweeps + SolidItem.profiles
      + SolidItem.breps + SolidItem.curves
  )
  func measures(_ item: SolidItem) throws {
    let result = try Snippet.inspect(item.lines, schema: item.schema)
    let product = try #require(result.products.first, "\(result.findings)")
    #expect(product.closed)
    let slack = abs(item.chordShare) * item.volume + 1e-6
    #expect(abs(product.volume - item.volume) <= slack)
    for (corner, wanted) in zip(product.box, item.box) {
      for (value, expected) in zip(corner, wanted) {
        #expect(abs(value - expected) < (item.chordShare == 0 ? 1e-6 : 5e-4))
      }
    }
    if let area = item.area { #expect(abs(product.area - area) <= 1e-5) }
    #expect(result.findings.isEmpty)
  }

  @Test("that is not supported is counted by name")
  func unsupported() throws {
    let result = try Snippet.inspect("#100=IFCPOLYLINE((#7,#7));")
    #expect(result.products.isEmpty)
    let finding = try #require(result.findings.first)
    #expect(finding.code == "ifc.geometry.unsupported")
    #expect(finding.message.contains("IfcPolyline"))
    #expect(finding.subject == "0000000000000000000002")
  }

  @Test(
    "that refers to itself ends in a finding",
    arguments: [
      "#100=IFCBOOLEANRESULT(.DIFFERENCE.,#100,#100);",
      "#100=IFCMAPPEDITEM(#101,$);#101=IFCREPRESENTATIONMAP(#6,#12);",
      "#100=IFCEXTRUDEDAREASOLID(#101,#6,#8,1.);#101=IFCDERIVEDPROFILEDEF(.AREA.,$,#101,$,$);",
      "#100=IFCEXTRUDEDAREASOLID(#101,#6,#8,1.);#101=IFCCOMPOSITEPROFILEDEF(.AREA.,$,(#101,#101),$);",
      """
      #100=IFCSWEPTDISKSOLID(#101,1.,$,$,$);#101=IFCCOMPOSITECURVE((#102,#102),.F.);
      #102=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#101);
      """,
    ])
  func cycle(_ lines: String) throws {
    let result = try Snippet.inspect(lines)
    #expect(result.products.isEmpty)
    #expect(result.findings.contains { $0.code == "ifc.geometry.broken" })
  }
}
