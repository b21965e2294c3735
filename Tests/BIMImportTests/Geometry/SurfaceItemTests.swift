import BIMImport
import Testing
import TwinModel

/// A surface with the area and box that follow from its numbers.
struct SurfaceItem: CustomTestStringConvertible, Sendable {
  var name: String
  var lines: String
  var area: Double
  var box: [[Double]]
  /// Share by which chords may make the area smaller.
  var chordShare = 0.0
  var schema = "IFC4"

  var testDescription: String { name }

  static let all: [SurfaceItem] = [
    SurfaceItem(
      name: "a square of 4 with a hole of 1 in the plane x = 2",
      lines: """
        #100=IFCCURVEBOUNDEDPLANE(#101,#110,(#111));#101=IFCPLANE(#102);
        #102=IFCAXIS2PLACEMENT3D(#103,#104,#105);#103=IFCCARTESIANPOINT((2.,0.,0.));
        #104=IFCDIRECTION((1.,0.,0.));#105=IFCDIRECTION((0.,1.,0.));
        #110=IFCPOLYLINE((#120,#121,#122,#123,#120));#111=IFCPOLYLINE((#124,#125,#126,#127,#124));
        #120=IFCCARTESIANPOINT((0.,0.));#121=IFCCARTESIANPOINT((4.,0.));
        #122=IFCCARTESIANPOINT((4.,4.));#123=IFCCARTESIANPOINT((0.,4.));
        #124=IFCCARTESIANPOINT((1.,1.));#125=IFCCARTESIANPOINT((2.,1.));
        #126=IFCCARTESIANPOINT((2.,2.));#127=IFCCARTESIANPOINT((1.,2.));
        """,
      area: 15, box: [[2, 0, 0], [2, 4, 4]]),
    SurfaceItem(
      name: "an angle of 2 + 1 drawn 3 up",
      lines: """
        #100=IFCSURFACEOFLINEAREXTRUSION(#101,#6,#8,3.);
        #101=IFCARBITRARYOPENPROFILEDEF(.CURVE.,$,#102);#102=IFCPOLYLINE((#103,#104,#105));
        #103=IFCCARTESIANPOINT((0.,0.));#104=IFCCARTESIANPOINT((2.,0.));
        #105=IFCCARTESIANPOINT((2.,1.));
        """,
      area: 9, box: [[0, 0, 0], [2, 1, 3]]),
    SurfaceItem(
      name: "a rectangle of a plane",
      lines: "#100=IFCRECTANGULARTRIMMEDSURFACE(#101,1.,2.,4.,3.,.T.,.T.);#101=IFCPLANE(#6);",
      area: 3, box: [[1, 2, 0], [4, 3, 0]]),
    SurfaceItem(
      name: "a quarter of a cylinder of radius 2, from 270° to 360°, 3 high: 3·π",
      lines: """
        #100=IFCRECTANGULARTRIMMEDSURFACE(#101,4.71238898038469,0.,0.,3.,.T.,.T.);
        #101=IFCCYLINDRICALSURFACE(#6,2.);
        """,
      area: 3 * .pi, box: [[0, -2, 0], [2, 0, 3]], chordShare: 0.001),
    SurfaceItem(
      name: "a patch of a cylinder of radius 2, bound in its parameters: 2·π/2·3 − 2·0.5·1",
      lines: """
        #100=IFCCURVEBOUNDEDSURFACE(#101,(#102,#103),.F.);#101=IFCCYLINDRICALSURFACE(#6,2.);
        #102=IFCOUTERBOUNDARYCURVE((#104),.F.);#103=IFCBOUNDARYCURVE((#105),.F.);
        #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
        #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
        #106=IFCPCURVE(#101,#108);#107=IFCPCURVE(#101,#109);
        #108=IFCPOLYLINE((#110,#111,#112,#113,#110));#109=IFCPOLYLINE((#114,#115,#116,#117,#114));
        #110=IFCCARTESIANPOINT((0.,0.));#111=IFCCARTESIANPOINT((1.5707963267949,0.));
        #112=IFCCARTESIANPOINT((1.5707963267949,3.));#113=IFCCARTESIANPOINT((0.,3.));
        #114=IFCCARTESIANPOINT((0.5,1.));#115=IFCCARTESIANPOINT((1.,1.));
        #116=IFCCARTESIANPOINT((1.,2.));#117=IFCCARTESIANPOINT((0.5,2.));
        """,
      area: 3 * .pi - 1, box: [[0, 0, 0], [2, 2, 3]], chordShare: 0.001),
    SurfaceItem(
      name: "two faces of a face-based model",
      lines: """
        #100=IFCFACEBASEDSURFACEMODEL((#101));#101=IFCCONNECTEDFACESET((#110,#111));
        #110=IFCFACE((#120));#120=IFCFACEOUTERBOUND(#130,.T.);#130=IFCPOLYLOOP((#7,#102,#103));
        #111=IFCFACE((#121));#121=IFCFACEOUTERBOUND(#131,.T.);#131=IFCPOLYLOOP((#7,#103,#104));
        #102=IFCCARTESIANPOINT((2.,0.,0.));#103=IFCCARTESIANPOINT((2.,2.,0.));
        #104=IFCCARTESIANPOINT((0.,2.,0.));
        """,
      area: 4, box: [[0, 0, 0], [2, 2, 0]]),
    SurfaceItem(
      name: "a face with a plane, in a geometric set with a curve",
      lines: """
        #100=IFCGEOMETRICSET((#101,#109));#109=IFCPOLYLINE((#7,#102));
        #101=IFCCURVEBOUNDEDPLANE(#110,#111,());#110=IFCPLANE(#6);
        #111=IFCPOLYLINE((#7,#102,#103,#7));#102=IFCCARTESIANPOINT((2.,0.,0.));
        #103=IFCCARTESIANPOINT((2.,2.,0.));
        """,
      area: 2, box: [[0, 0, 0], [2, 2, 0]]),
    SurfaceItem(
      name: "a network of two triangles",
      lines: """
        #100=IFCTRIANGULATEDIRREGULARNETWORK(#101,$,.F.,((1,2,3),(1,3,4)),$,(0,0));
        #101=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(3.,0.,4.),(3.,1.,4.),(0.,1.,0.)),$);
        """,
      area: 5, box: [[0, 0, 0], [3, 1, 4]], schema: "IFC4X3"),
  ]
}

@Suite("A surface")
struct SurfaceItemTests {
  @Test("has the area and the box of its numbers", arguments: SurfaceItem.all)
  func measures(_ item: SurfaceItem) throws {
    let result = try Snippet.inspect(item.lines, schema: item.schema)
    let product = try #require(result.products.first)
    #expect(!product.closed)
    #expect(abs(product.area - item.area) <= item.chordShare * item.area + 1e-6)
    for (corner, wanted) in zip(product.box, item.box) {
      for (value, expected) in zip(corner, wanted) {
        #expect(abs(value - expected) < (item.chordShare == 0 ? 1e-6 : 5e-4))
      }
    }
    #expect(result.findings.isEmpty)
  }
}
