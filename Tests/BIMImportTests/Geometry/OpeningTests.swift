import BIMImport
import Testing
import TwinModel

@Suite("A wall with an opening")
struct OpeningTests {
  /// A wall of 5 × 0.2 × 3 from the origin of `place`, with the body #30 as its opening.
  private func wall(_ opening: String, place: String = "0.,0.,0.") throws -> ModelInspection {
    try ModelInspection.inspect(
      text: Snippet.file(
        Snippet.frame + """

          #10=IFCWALL('0000000000000000000002',$,'w',$,$,#11,#14,$,$);
          #11=IFCLOCALPLACEMENT($,#12);#12=IFCAXIS2PLACEMENT3D(#13,$,$);
          #13=IFCCARTESIANPOINT((\(place)));
          #14=IFCPRODUCTDEFINITIONSHAPE($,$,(#15));
          #15=IFCSHAPEREPRESENTATION(#5,'Body','CSG',(#16));#16=IFCBLOCK(#6,5.,0.2,3.);
          #20=IFCOPENINGELEMENT('0000000000000000000003',$,'o',$,$,#21,#22,$,$);
          #21=IFCLOCALPLACEMENT(#11,#6);#22=IFCPRODUCTDEFINITIONSHAPE($,$,(#23));
          #23=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#30));
          #24=IFCRELVOIDSELEMENT('0000000000000000000004',$,$,$,#10,#20);

          """ + opening))
  }

  /// An L of 2 × 2 less 1 × 1 in the wall's plane, from (1, 0.5), through the wall.
  private let angle = """
    #30=IFCEXTRUDEDAREASOLID(#31,#32,#8,0.2);#31=IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#33);
    #32=IFCAXIS2PLACEMENT3D(#34,#35,#36);#34=IFCCARTESIANPOINT((1.,0.2,0.5));
    #35=IFCDIRECTION((0.,-1.,0.));#36=IFCDIRECTION((1.,0.,0.));
    #33=IFCPOLYLINE((#41,#42,#43,#44,#45,#46,#41));#41=IFCCARTESIANPOINT((0.,0.));
    #42=IFCCARTESIANPOINT((2.,0.));#43=IFCCARTESIANPOINT((2.,1.));
    #44=IFCCARTESIANPOINT((1.,1.));#45=IFCCARTESIANPOINT((1.,2.));
    #46=IFCCARTESIANPOINT((0.,2.));
    """

  private func expect(_ result: ModelInspection, volume: Double, area: Double? = nil) throws {
    let product = try #require(result.products.first)
    #expect(abs(product.volume - volume) < 1e-5)
    if let area { #expect(abs(product.area - area) < 1e-4) }
    #expect(product.closed)
    #expect(!result.findings.contains { $0.code == "ifc.geometry.uncut" })
  }

  @Test("in the shape of an L, flush with both its sides, gets the hole")
  func flushAngle() throws {
    // Two sides of 15 − 3, four narrow ones, and the hole's 8 m of reveal.
    try expect(try wall(angle), volume: 12 * 0.2, area: 24 + 16 * 0.2 + 8 * 0.2)
  }

  @Test("far from the origin of the map gets the same hole")
  func far() throws {
    let result = try wall(angle, place: "3456789.123,5678901.456,432.1")
    try expect(result, volume: 12 * 0.2, area: 24 + 16 * 0.2 + 8 * 0.2)
  }

  @Test("in the shape of a tube loses only the tube: π·(0.5² − 0.25²)·0.2")
  func tube() throws {
    let result = try wall(
      """
      #30=IFCEXTRUDEDAREASOLID(#31,#32,#8,0.4);
      #31=IFCCIRCLEHOLLOWPROFILEDEF(.AREA.,$,$,0.5,0.25);
      #32=IFCAXIS2PLACEMENT3D(#34,#35,#36);#34=IFCCARTESIANPOINT((2.,0.3,1.5));
      #35=IFCDIRECTION((0.,-1.,0.));#36=IFCDIRECTION((1.,0.,0.));
      """)
    let product = try #require(result.products.first)
    #expect(abs(product.volume - (3 - 0.1875 * .pi * 0.2)) < 2e-4)
    #expect(product.closed)
  }

  @Test("made of faces that reach into half its thickness gets a niche")
  func niche() throws {
    // The L from y = −0.1 to 0.1.
    let result = try wall(
      """
      #30=IFCPOLYGONALFACESET(#31,.T.,(#40,#41,#42,#43,#44,#45,#46,#47),$);
      #31=IFCCARTESIANPOINTLIST3D(((1.,-0.1,1.),(3.,-0.1,1.),(3.,-0.1,2.),(2.,-0.1,2.),
        (2.,-0.1,2.5),(1.,-0.1,2.5),(1.,0.1,1.),(3.,0.1,1.),(3.,0.1,2.),(2.,0.1,2.),(2.,0.1,2.5),
        (1.,0.1,2.5)));
      #40=IFCINDEXEDPOLYGONALFACE((1,2,3,4,5,6));#41=IFCINDEXEDPOLYGONALFACE((12,11,10,9,8,7));
      #42=IFCINDEXEDPOLYGONALFACE((7,8,2,1));#43=IFCINDEXEDPOLYGONALFACE((8,9,3,2));
      #44=IFCINDEXEDPOLYGONALFACE((9,10,4,3));#45=IFCINDEXEDPOLYGONALFACE((10,11,5,4));
      #46=IFCINDEXEDPOLYGONALFACE((11,12,6,5));#47=IFCINDEXEDPOLYGONALFACE((12,7,1,6));
      """)
    try expect(result, volume: 3 - 2.5 * 0.1)
  }

  @Test("that is no closed solid stays as it is, with a finding")
  func open() throws {
    let result = try wall(
      """
      #30=IFCSHELLBASEDSURFACEMODEL((#31));#31=IFCOPENSHELL((#32));
      #32=IFCFACE((#33));#33=IFCFACEOUTERBOUND(#34,.T.);#34=IFCPOLYLOOP((#35,#36,#37));
      #35=IFCCARTESIANPOINT((1.,0.1,1.));#36=IFCCARTESIANPOINT((2.,0.1,1.));
      #37=IFCCARTESIANPOINT((2.,0.15,2.));
      """)
    let product = try #require(result.products.first)
    #expect(abs(product.volume - 3) < 1e-6)
    #expect(result.findings.contains { $0.code == "ifc.geometry.uncut" })
  }
}
