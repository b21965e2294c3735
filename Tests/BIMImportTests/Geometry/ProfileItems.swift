/// Profiles given by dimensions, extruded by 1, so that the volume is the area.
extension SolidItem {
  private static func profile(
    _ name: String, _ profile: String, area: Double, box: [[Double]], chordShare: Double = 0,
    schema: String = "IFC4"
  ) -> SolidItem {
    SolidItem(
      name: name, lines: "#100=IFCEXTRUDEDAREASOLID(#102,#6,#8,1.);\n#102=" + profile,
      volume: area, box: [box[0] + [0], box[1] + [1]], chordShare: chordShare, schema: schema)
  }

  static let profiles: [SolidItem] = [
    profile(
      "a trapezium of 4 and 2, 3 high, the top 0.5 from the left: 9",
      "IFCTRAPEZIUMPROFILEDEF(.AREA.,$,$,4.,2.,3.,0.5);", area: 9, box: [[-2, -1.5], [2, 1.5]]),
    profile(
      "a rectangle with round corners: 6 − 0.25·(4 − π)",
      "IFCROUNDEDRECTANGLEPROFILEDEF(.AREA.,$,$,2.,3.,0.5);", area: 6 - 0.25 * (4 - .pi),
      box: [[-1, -1.5], [1, 1.5]], chordShare: 0.001),
    profile(
      "a hollow rectangle with round corners, 6 − 0.25·(4 − π) less 1·2 − 0.01·(4 − π)",
      "IFCRECTANGLEHOLLOWPROFILEDEF(.AREA.,$,$,2.,3.,0.5,0.1,0.5);",
      area: 4 - 0.24 * (4 - .pi), box: [[-1, -1.5], [1, 1.5]], chordShare: 0.001),
    profile(
      "a T: a flange 2 × 0.5 above a web 0.4 × 2.5",
      "IFCTSHAPEPROFILEDEF(.AREA.,$,$,3.,2.,0.4,0.5,$,$,$,$,$);", area: 2,
      box: [[-1, -1.5], [1, 1.5]]),
    profile(
      "a U: a web 3 × 0.4 and two flanges 1.6 × 0.5",
      "IFCUSHAPEPROFILEDEF(.AREA.,$,$,3.,2.,0.4,0.5,$,$,$);", area: 1.2 + 1.6,
      box: [[-1, -1.5], [1, 1.5]]),
    profile(
      "a C: web 3, two lips 1 of 2, two ends 0.8 beyond the flanges, all 0.2 thick",
      // Outer 2 × 3 less inner 1.6 × 2.6 less the gap 0.2 × (3 − 2·0.8).
      "IFCCSHAPEPROFILEDEF(.AREA.,$,$,3.,2.,0.2,0.8,$);", area: 6 - 1.6 * 2.6 - 0.2 * 1.4,
      box: [[-1, -1.5], [1, 1.5]]),
    profile(
      "a Z: two flanges 1 × 0.25 and a web 0.2 between them, 2 high",
      // The flanges overlap above the web: 2·1 − 0.2 wide.
      "IFCZSHAPEPROFILEDEF(.AREA.,$,$,2.,1.,0.2,0.25,$,$);", area: 0.5 + 0.3,
      box: [[-0.9, -1], [0.9, 1]]),
    profile(
      "a crane rail of form A, 10 high: foot 8 and 4, web 1, head 4",
      // By height: 8·0.5, (8 + 4)/2·0.5, (4 + 1)/2·1, 1·5, (1 + 4)/2·1, 4·2.
      "IFCCRANERAILASHAPEPROFILEDEF(.AREA.,$,$,10.,8.,$,4.,3.,2.,1.,4.,0.5,2.,1.,$);",
      area: 4 + 3 + 2.5 + 5 + 2.5 + 8, box: [[-4, -5], [4, 5]], schema: "IFC2X3"),
    profile(
      "a crane rail of form F, 10 high: foot and head 4, web 1, the head round at the top",
      // 4·0.5, (4 + 1)/2·1.5, 1·5, (1 + 4)/2·1, 4·2 less two of r²·(1 − π/4).
      "IFCCRANERAILFSHAPEPROFILEDEF(.AREA.,$,$,10.,4.,0.5,3.,2.,1.,0.5,2.,$);",
      area: 2 + 3.75 + 5 + 2.5 + 8 - 2 * 0.25 * (1 - .pi / 4), box: [[-2, -5], [2, 5]],
      chordShare: 0.001, schema: "IFC2X3"),
    profile(
      "an I with unlike flanges: 3 × 0.5 below, 1 × 0.25 above, a web of 0.2",
      "IFCASYMMETRICISHAPEPROFILEDEF(.AREA.,$,$,3.,4.,0.2,0.5,$,1.,0.25,$,$,$,$,$);",
      area: 1.5 + 0.25 + 3.25 * 0.2, box: [[-1.5, -2], [1.5, 2]]),
    profile(
      "an I with unlike flanges as IFC2x3 writes it",
      "IFCASYMMETRICISHAPEPROFILEDEF(.AREA.,$,$,3.,4.,0.2,0.5,$,1.,0.25,$,$);",
      area: 1.5 + 0.25 + 3.25 * 0.2, box: [[-1.5, -2], [1.5, 2]], schema: "IFC2X3"),
    profile(
      "an I with fillets: 4 and four corners of r²·(1 − π/4)",
      "IFCISHAPEPROFILEDEF(.AREA.,$,$,2.,3.,1.,0.5,0.25,$,$);",
      area: 4 + 4 * 0.0625 * (1 - .pi / 4), box: [[-1, -1.5], [1, 1.5]], chordShare: -0.001),
    profile(
      "an I whose flanges get thinner by 0.1 a metre, 0.4 thick halfway",
      // Four half flanges beside the web: 0.9 wide, 0.4 − 0.1·(0.55 − 0.5) thick on average; the web of
      // 0.2 through the whole depth.
      "IFCISHAPEPROFILEDEF(.AREA.,$,$,2.,3.,0.2,0.4,$,$,0.0996686524911620);",
      area: 4 * 0.9 * 0.395 + 0.2 * 3, box: [[-1, -1.5], [1, 1.5]]),
    profile(
      "an I with round flange edges: 2.04 less four of r²·(1 − π/4)",
      "IFCISHAPEPROFILEDEF(.AREA.,$,$,2.,3.,0.2,0.4,$,0.1,$);",
      area: 2.04 - 4 * 0.01 * (1 - .pi / 4), box: [[-1, -1.5], [1, 1.5]], chordShare: 0.001),
    profile(
      "an L of 2 × 2 whose legs get thinner by 0.1 a metre, 0.4 thick in their middle",
      // With the inner corner c = (−1 + 0.4 + 0.1·0.6)/0.99 and ends 0.3 thick: twice the leg from the
      // diagonal on, the quadrilateral (−1,−1), (1,−1), (1,−0.7), (c,c).
      "IFCLSHAPEPROFILEDEF(.AREA.,$,$,2.,2.,0.4,$,$,0.0996686524911620);",
      area: 2 * (2 * (1 - 0.54 / 0.99) + 0.3 * (1 + 0.54 / 0.99)) / 2, box: [[-1, -1], [1, 1]]),
    profile(
      "a T whose flange gets thinner by 0.1 a metre, 0.4 thick halfway to its ends",
      // Beside the web: 2 half flanges 0.9 wide, 0.395 thick on average.
      "IFCTSHAPEPROFILEDEF(.AREA.,$,$,3.,2.,0.2,0.4,$,$,$,$,0.0996686524911620);",
      area: 2 * 0.9 * 0.395 + 0.2 * 3, box: [[-1, -1.5], [1, 1.5]]),
    profile(
      "two areas side by side",
      """
      IFCCOMPOSITEPROFILEDEF(.AREA.,$,(#103,#104),$);#103=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,2.);
      #104=IFCRECTANGLEPROFILEDEF(.AREA.,$,#105,1.,1.);#105=IFCAXIS2PLACEMENT2D(#106,$);
      #106=IFCCARTESIANPOINT((3.,0.));
      """,
      area: 3, box: [[-0.5, -1], [3.5, 1]]),
    profile(
      "a rectangle 1 × 2, twice as large, a quarter turned and moved",
      """
      IFCDERIVEDPROFILEDEF(.AREA.,$,#103,#104,$);#103=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,2.);
      #104=IFCCARTESIANTRANSFORMATIONOPERATOR2D(#105,#106,#107,2.);#105=IFCDIRECTION((0.,1.));
      #106=IFCDIRECTION((-1.,0.));#107=IFCCARTESIANPOINT((10.,0.));
      """,
      area: 8, box: [[8, -1], [12, 1]]),
    profile(
      "a rectangle right of the y axis, mirrored to its left",
      """
      IFCMIRROREDPROFILEDEF(.AREA.,$,#103,*,$);#103=IFCRECTANGLEPROFILEDEF(.AREA.,$,#104,1.,2.);
      #104=IFCAXIS2PLACEMENT2D(#105,$);#105=IFCCARTESIANPOINT((2.,0.));
      """,
      area: 2, box: [[-2.5, -1], [-1.5, 1]]),
    profile(
      "a square whose right side is an arc of radius 0.5: 1 + π/8",
      """
      IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);
      #103=IFCINDEXEDPOLYCURVE(#104,(IFCARCINDEX((2,5,3)),IFCLINEINDEX((3,4,1,2))),$);
      #104=IFCCARTESIANPOINTLIST2D(((0.,0.),(1.,0.),(1.,1.),(0.,1.),(1.5,0.5)));
      """,
      area: 1 + .pi / 8, box: [[0, 0], [1.5, 1]], chordShare: 0.001),
    profile(
      "half a disc whose arc has degrees where the file says radians, and points: π/2",
      """
      IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);#103=IFCCOMPOSITECURVE((#104,#105),.F.);
      #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
      #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
      #106=IFCTRIMMEDCURVE(#108,(IFCPARAMETERVALUE(0.),#112),(IFCPARAMETERVALUE(180.),#111),.T.,
        .PARAMETER.);
      #108=IFCCIRCLE(#109,1.);#109=IFCAXIS2PLACEMENT2D(#110,$);#110=IFCCARTESIANPOINT((0.,0.));
      #107=IFCPOLYLINE((#111,#112));#111=IFCCARTESIANPOINT((-1.,0.));
      #112=IFCCARTESIANPOINT((1.,0.));
      """,
      area: .pi / 2, box: [[-1, 0], [1, 1]], chordShare: 0.001),
    profile(
      "an area under a parabola of degree 2 from (0,0) over (1,2) to (2,0): 4/3",
      """
      IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);#103=IFCCOMPOSITECURVE((#104,#105),.F.);
      #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#106);
      #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
      #106=IFCBSPLINECURVEWITHKNOTS(2,(#110,#111,#112),.UNSPECIFIED.,.F.,.F.,(3,3),(0.,1.),
        .UNSPECIFIED.);
      #107=IFCPOLYLINE((#112,#110));#110=IFCCARTESIANPOINT((0.,0.));
      #111=IFCCARTESIANPOINT((1.,2.));#112=IFCCARTESIANPOINT((2.,0.));
      """,
      area: 4.0 / 3, box: [[0, 0], [2, 1]], chordShare: 0.001),
    profile(
      "half of that parabola: its first half by parameter",
      // ∫ of y = 2x − x² from 0 to 1.
      """
      IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#103);#103=IFCCOMPOSITECURVE((#104,#105),.F.);
      #104=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#108);
      #105=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#107);
      #108=IFCTRIMMEDCURVE(#106,(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(0.5)),.T.,.PARAMETER.);
      #106=IFCBSPLINECURVEWITHKNOTS(2,(#110,#111,#112),.UNSPECIFIED.,.F.,.F.,(3,3),(0.,1.),
        .UNSPECIFIED.);
      #107=IFCPOLYLINE((#113,#114,#110));#110=IFCCARTESIANPOINT((0.,0.));
      #111=IFCCARTESIANPOINT((1.,2.));#112=IFCCARTESIANPOINT((2.,0.));
      #113=IFCCARTESIANPOINT((1.,1.));#114=IFCCARTESIANPOINT((1.,0.));
      """,
      area: 2.0 / 3, box: [[0, 0], [1, 1]], chordShare: 0.001),
    profile(
      "a strip along a line 0.5 to the left of an angle",
      // The line runs from (0, 0.5) over (1.5, 0.5) to (1.5, 2): 0.2·3.
      """
      IFCCENTERLINEPROFILEDEF(.AREA.,$,#103,0.2);#103=IFCOFFSETCURVE2D(#107,0.5,.F.);
      #107=IFCPOLYLINE((#104,#105,#106));#104=IFCCARTESIANPOINT((0.,0.));
      #105=IFCCARTESIANPOINT((2.,0.));#106=IFCCARTESIANPOINT((2.,2.));
      """,
      area: 0.6, box: [[0, 0.4], [1.6, 2]]),
  ]
}
