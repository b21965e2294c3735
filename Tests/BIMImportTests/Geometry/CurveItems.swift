/// Bodies along or within curves that are given by other curves, or by how they bend.
extension SolidItem {
  static let curves: [SolidItem] = [
    SolidItem(
      name: "under a Bézier arch of 2, its control point 2 up: 2/3 of the triangle of 2",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);#102=IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);
        #103=IFCCOMPOSITECURVE((#104,#105),.F.);
        #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
        #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
        #106=IFCBEZIERCURVE(2,(#110,#111,#112),.UNSPECIFIED.,.F.,.F.);
        #107=IFCPOLYLINE((#112,#110));#110=IFCCARTESIANPOINT((0.,0.));
        #111=IFCCARTESIANPOINT((1.,2.));#112=IFCCARTESIANPOINT((2.,0.));
        """,
      volume: 4.0 / 3, box: [[0, 0, 0], [2, 1, 1]], chordShare: 0.001, schema: "IFC2X3"),
    SolidItem(
      name: "a quarter of a disk within a rational Bézier curve: π/4",
      lines: """
        #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);#102=IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);
        #103=IFCCOMPOSITECURVE((#104,#105),.F.);
        #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
        #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
        #106=IFCRATIONALBEZIERCURVE(2,(#110,#111,#112),.UNSPECIFIED.,.F.,.F.,
          (1.,0.707106781186548,1.));
        #107=IFCPOLYLINE((#112,#113,#110));#110=IFCCARTESIANPOINT((1.,0.));
        #111=IFCCARTESIANPOINT((1.,1.));#112=IFCCARTESIANPOINT((0.,1.));
        #113=IFCCARTESIANPOINT((0.,0.));
        """,
      volume: .pi / 4, box: [[0, 0, 0], [1, 1, 1]], chordShare: 0.001, schema: "IFC2X3"),
    SolidItem(
      name: "a rectangle 2 × 3 drawn counter-clockwise and moved 0.5 to the left: 1 × 2",
      lines: offsetRectangle(0.5), volume: 2, box: [[0.5, 0.5, 0], [1.5, 2.5, 1]]),
    SolidItem(
      name: "the same moved to the right: 3 × 4",
      lines: offsetRectangle(-0.5), volume: 12, box: [[-0.5, -0.5, 0], [2.5, 3.5, 1]]),
    SolidItem(
      name: "a rod 1 to the left of a bend of 4 + 4: π·0.01·(3 + 3)",
      lines: """
        #100=IFCSWEPTDISKSOLID(#102,0.1,$,$,$);#102=IFCOFFSETCURVE3D(#103,1.,.F.,#8);
        #103=IFCPOLYLINE((#7,#104,#105));#104=IFCCARTESIANPOINT((4.,0.,0.));
        #105=IFCCARTESIANPOINT((4.,4.,0.));
        """,
      volume: .pi * 0.01 * 6, box: [[0, 0.9, -0.1], [3.1, 4, 0.1]], chordShare: 0.01),
    SolidItem(
      name: "a rod straight up on a cylinder of radius 2: π·0.0001·3",
      lines: parameterCurve("0.,0.", "0.,3."), volume: .pi * 0.0003,
      box: [[1.99, -0.01, 0], [2.01, 0.01, 3]], chordShare: 0.01),
    SolidItem(
      name: "a rod a quarter around a cylinder of radius 2: π·0.0001·π",
      lines: parameterCurve("0.,0.", "1.5707963267949,0."), volume: .pi * 0.0001 * .pi,
      box: [[0, 0, -0.01], [2.01, 2.01, 0.01]], chordShare: 0.01),
    // The end is at ∫cos(s²/8) and ∫sin(s²/8) from 0 to 2, by their series: (1.950575, 0.327428), and
    // runs in the direction 2²/8 = 0.5.
    SolidItem(
      name: "a rod along a clothoid of constant 2, from straight to a bend of 1/2",
      lines: segment("#110=IFCCLOTHOID(#111,2.);", from: 0, length: 2),
      volume: .pi * 0.0001 * 2, box: [[0, -0.01, -0.01], [1.955369, 0.336204, 0.01]],
      chordShare: 0.01, schema: "IFC4X3"),
    // From 0 to x the curve y = x²/4 is ½·(x/2·√(1 + x²/4)·2 + ln(…)): for x = 2, √2 + asinh 1; the rod's
    // end turns by 45°.
    SolidItem(
      name: "a rod along the parabola y = x²/4 from 0 to 2: π·r²·(√2 + asinh 1)",
      lines: segment(
        "#110=IFCPOLYNOMIALCURVE(#111,(0.,1.),(0.,0.,0.25),$);", from: 0,
        length: 2.295587149392638),
      volume: .pi * 0.0001 * 2.295587149392638,
      box: [[0, -0.01, -0.01], [2.007071, 1.007071, 0.01]], chordShare: 0.01, schema: "IFC4X3"),
  ]

  private static func offsetRectangle(_ distance: Double) -> String {
    """
    #100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);#102=IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);
    #103=IFCOFFSETCURVE2D(#104,\(distance),.F.);#104=IFCPOLYLINE((#110,#111,#112,#113,#110));
    #110=IFCCARTESIANPOINT((0.,0.));#111=IFCCARTESIANPOINT((2.,0.));
    #112=IFCCARTESIANPOINT((2.,3.));#113=IFCCARTESIANPOINT((0.,3.));
    """
  }

  /// A rod of radius 0.01 along a straight line of parameters, on a cylinder of radius 2.
  private static func parameterCurve(_ start: String, _ end: String) -> String {
    """
    #100=IFCSWEPTDISKSOLID(#102,0.01,$,$,$);#102=IFCPCURVE(#103,#104);
    #103=IFCCYLINDRICALSURFACE(#6,2.);#104=IFCPOLYLINE((#105,#106));
    #105=IFCCARTESIANPOINT((\(start)));#106=IFCCARTESIANPOINT((\(end)));
    """
  }

  /// A rod of radius 0.01 along a segment of the curve #110, which lies in the frame #111.
  private static func segment(_ curve: String, from start: Double, length: Double) -> String {
    """
    #100=IFCSWEPTDISKSOLID(#102,0.01,$,$,$);#102=IFCCOMPOSITECURVE((#103),.F.);
    #103=IFCCURVESEGMENT(.CONTINUOUS.,#111,IFCLENGTHMEASURE(\(start)),IFCLENGTHMEASURE(\(length)),#110);
    \(curve)#111=IFCAXIS2PLACEMENT2D(#112,$);#112=IFCCARTESIANPOINT((0.,0.));
    """
  }
}
