import BIMImport
import Testing
import TwinModel

@Suite("A product's placement")
struct PlacementItemTests {
  /// The box of a cube of side 1 whose base has its middle at the placement #20.
  private func box(_ lines: String, schema: String = "IFC4") throws -> [[Double]] {
    let result = try ModelInspection.inspect(
      text: Snippet.file(
        Snippet.frame + """

          #10=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#20,#11,$,$);
          #11=IFCPRODUCTDEFINITIONSHAPE($,$,(#12));
          #12=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#13));
          #13=IFCEXTRUDEDAREASOLID(#14,#6,#8,1.);#14=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,1.);

          """ + lines, schema: schema))
    #expect(!result.findings.contains { $0.code == "ifc.placement.unsupported" })
    return try #require(result.products.first).box
  }

  private func expect(_ box: [[Double]], _ wanted: [[Double]], within slack: Double = 1e-6) {
    for (corner, other) in zip(box, wanted) {
      for (value, expected) in zip(corner, other) { #expect(abs(value - expected) < slack) }
    }
  }

  @Test("on a grid is where two axes meet, moved by their offsets, in the grid's own place")
  func grid() throws {
    // x = 4 and y = 3 in a grid at (10, 20, 0); 1 left of the axis up is x − 1, 0.5 left of the one to
    // the right y + 0.5.
    let result = try box(
      """
      #20=IFCGRIDPLACEMENT(#21,$);#21=IFCVIRTUALGRIDINTERSECTION((#22,#23),(1.,0.5,2.));
      #22=IFCGRIDAXIS('A',#24,.T.);#23=IFCGRIDAXIS('1',#25,.T.);
      #24=IFCPOLYLINE((#26,#27));#25=IFCPOLYLINE((#28,#29));
      #26=IFCCARTESIANPOINT((4.,0.));#27=IFCCARTESIANPOINT((4.,9.));
      #28=IFCCARTESIANPOINT((0.,3.));#29=IFCCARTESIANPOINT((9.,3.));
      #30=IFCGRID('0000000000000000000005',$,$,$,$,#31,$,(#22),(#23),$,$);
      #31=IFCLOCALPLACEMENT($,#32);#32=IFCAXIS2PLACEMENT3D(#33,$,$);
      #33=IFCCARTESIANPOINT((10.,20.,0.));
      """)
    expect(result, [[12.5, 23, 2], [13.5, 24, 3]])
  }

  /// 10 straight on, then a bend to the left of radius 10 for a quarter turn; level, 5 high.
  private let alignment = """
    #40=IFCGRADIENTCURVE((#60,#64),.F.,#41,$);#41=IFCCOMPOSITECURVE((#42,#50),.F.);
    #42=IFCCURVESEGMENT(.CONTINUOUS.,#43,IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(10.),#45);
    #43=IFCAXIS2PLACEMENT2D(#44,$);#44=IFCCARTESIANPOINT((0.,0.));
    #45=IFCLINE(#44,#46);#46=IFCVECTOR(#47,1.);#47=IFCDIRECTION((1.,0.));
    #50=IFCCURVESEGMENT(.CONTINUOUS.,#51,IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(15.707963267949),#53);
    #51=IFCAXIS2PLACEMENT2D(#52,$);#52=IFCCARTESIANPOINT((10.,0.));#53=IFCCIRCLE(#43,10.);
    #60=IFCCURVESEGMENT(.CONTINUOUS.,#61,IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(30.),#45);
    #61=IFCAXIS2PLACEMENT2D(#62,#63);#62=IFCCARTESIANPOINT((0.,5.));#63=IFCDIRECTION((10.,0.));
    #64=IFCCURVESEGMENT(.DISCONTINUOUS.,#65,IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(0.),#45);
    #65=IFCAXIS2PLACEMENT2D(#66,#63);#66=IFCCARTESIANPOINT((30.,5.));
    """

  @Test("along an alignment is at its distance, beside it, turned as it goes")
  func linear() throws {
    // At the end of the quarter turn: (20, 10), looking along y; 2 to the left is x − 2.
    let result = try box(
      """
      #20=IFCLINEARPLACEMENT($,#21,$);#21=IFCAXIS2PLACEMENTLINEAR(#22,$,$);
      #22=IFCPOINTBYDISTANCEEXPRESSION(IFCLENGTHMEASURE(25.7079),2.,1.,$,#40);

      """ + alignment, schema: "IFC4X3_ADD2")
    expect(result, [[17.5, 9.5, 6], [18.5, 10.5, 7]], within: 0.01)
  }

  @Test(
    "does not matter to a section along an alignment: 2·1 along 10 + 5π, its middle on the line")
  func sectioned() throws {
    let result = try Snippet.inspect(
      """
      #100=IFCSECTIONEDSOLIDHORIZONTAL(#40,(#101,#101),(#102,#104));
      #101=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,2.,1.);
      #102=IFCAXIS2PLACEMENTLINEAR(#103,$,$);
      #103=IFCPOINTBYDISTANCEEXPRESSION(IFCLENGTHMEASURE(0.),$,$,$,#40);
      #104=IFCAXIS2PLACEMENTLINEAR(#105,$,$);
      #105=IFCPOINTBYDISTANCEEXPRESSION(IFCLENGTHMEASURE(25.707963),$,$,$,#40);

      """ + alignment, schema: "IFC4X3_ADD2")
    let product = try #require(result.products.first)
    #expect(product.closed)
    #expect(abs(product.volume - 2 * (10 + 5 * .pi)) < 0.005)
    // The outer edge of the bend lies at x = 21.
    expect(product.box, [[0, -1, 4.5], [21, 10, 5.5]], within: 0.005)
  }
}
