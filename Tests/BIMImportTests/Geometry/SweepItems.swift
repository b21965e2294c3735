/// Areas along curves, and skins over sections.
extension SolidItem {
  static let sweeps: [SolidItem] = [
    SolidItem(
      name: "0.2 × 0.4 along a bend of 3 + 3 with the x axis up: 0.08·6",
      // The y axis lies to the right of the way: the corner's outside is at 3.2, −0.2.
      lines: """
        #100=IFCFIXEDREFERENCESWEPTAREASOLID(#101,#6,#102,$,$,#8);
        #101=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,0.2,0.4);#102=IFCPOLYLINE((#7,#103,#104));
        #103=IFCCARTESIANPOINT((3.,0.,0.));#104=IFCCARTESIANPOINT((3.,3.,0.));
        """,
      volume: 0.48, box: [[0, -0.2, -0.1], [3.2, 3, 0.1]]),
    SolidItem(
      name:
        "0.2 × 0.4 along a bend on a plane, from the middle of its first piece to that of its last",
      lines: """
        #100=IFCSURFACECURVESWEPTAREASOLID(#101,#6,#102,0.5,1.5,#105);
        #101=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,0.2,0.4);#102=IFCPOLYLINE((#7,#103,#104));
        #103=IFCCARTESIANPOINT((3.,0.,0.));#104=IFCCARTESIANPOINT((3.,3.,0.));
        #105=IFCPLANE(#6);
        """,
      volume: 0.24, box: [[1.5, -0.2, -0.1], [3.2, 1.5, 0.1]]),
    SolidItem(
      name: "a ring of 0.2 × 0.4 along a circle of radius 2 on a cylinder: 0.08·4π (Pappus)",
      // The surface's normal points outward, so that the 0.2 lies across.
      lines: """
        #100=IFCSURFACECURVESWEPTAREASOLID(#101,#6,#102,$,$,#105);
        #101=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,0.2,0.4);#102=IFCCIRCLE(#6,2.);
        #105=IFCCYLINDRICALSURFACE(#6,2.);
        """,
      volume: 0.32 * .pi, box: [[-2.1, -2.1, -0.2], [2.1, 2.1, 0.2]], chordShare: 0.002),
    SolidItem(
      name: "from 1 × 1 to 1 × 3 over a quarter turn 2 away: 2·(π/2)·2",
      lines: """
        #100=IFCREVOLVEDAREASOLIDTAPERED(#101,#6,#103,1.5707963267949,#102);
        #101=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,1.);
        #102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,3.);
        #103=IFCAXIS1PLACEMENT(#104,#105);#104=IFCCARTESIANPOINT((2.,0.,0.));
        #105=IFCDIRECTION((0.,1.,0.));
        """,
      volume: 2 * .pi, box: [[-0.5, -1.5, 0], [2, 1.5, 2.5]], chordShare: 0.002),
    SolidItem(
      name: "a rod with a rounded corner: π·0.01·(4 − 2·0.5 + 0.5·π/2)",
      lines: """
        #100=IFCSWEPTDISKSOLIDPOLYGONAL(#102,0.1,$,$,$,0.5);#102=IFCPOLYLINE((#7,#103,#104));
        #103=IFCCARTESIANPOINT((2.,0.,0.));#104=IFCCARTESIANPOINT((2.,2.,0.));
        """,
      volume: .pi * 0.01 * (3 + .pi / 4), box: [[0, -0.1, -0.1], [2.1, 2, 0.1]],
      chordShare: 0.01),
    SolidItem(
      name: "a rod along half of either piece of its line",
      lines: """
        #100=IFCSWEPTDISKSOLID(#102,0.1,$,0.5,1.5);#102=IFCPOLYLINE((#7,#103,#104));
        #103=IFCCARTESIANPOINT((2.,0.,0.));#104=IFCCARTESIANPOINT((4.,0.,0.));
        """,
      volume: .pi * 0.01 * 2, box: [[1, -0.1, -0.1], [3, 0.1, 0.1]], chordShare: 0.01),
    SolidItem(
      name: "a spine with 1 × 1, 1 × 1 and 2 × 2, 2 apart: 2 + 2·(1 + 2 + 4)/3",
      lines: """
        #100=IFCSECTIONEDSPINE(#101,(#102,#102,#103),(#6,#104,#105));
        #101=IFCCOMPOSITECURVE((#110),.F.);#110=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#111);
        #111=IFCPOLYLINE((#7,#106,#107));#102=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,1.,1.);
        #103=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,2.,2.);#104=IFCAXIS2PLACEMENT3D(#106,$,$);
        #105=IFCAXIS2PLACEMENT3D(#107,$,$);#106=IFCCARTESIANPOINT((0.,0.,2.));
        #107=IFCCARTESIANPOINT((0.,0.,4.));
        """,
      volume: 2 + 14.0 / 3, box: [[-1, -1, 0], [1, 1, 4]]),
  ]
}
