/// CSG primitives, and solids combined of them.
extension SolidItem {
  static let primitives: [SolidItem] = [
    SolidItem(
      name: "a pyramid: 2·3·4/3",
      lines: "#100=IFCRECTANGULARPYRAMID(#6,2.,3.,4.);", volume: 8, box: [[0, 0, 0], [2, 3, 4]]),
    SolidItem(
      name: "a cone: π·1²·3/3",
      lines: "#100=IFCRIGHTCIRCULARCONE(#6,3.,1.);", volume: .pi, box: [[-1, -1, 0], [1, 1, 3]],
      chordShare: 0.001),
    SolidItem(
      name: "a cylinder: π·1²·2",
      lines: "#100=IFCRIGHTCIRCULARCYLINDER(#6,2.,1.);", volume: 2 * .pi,
      box: [[-1, -1, 0], [1, 1, 2]], chordShare: 0.001),
    SolidItem(
      name: "a sphere around (1, 0, 0): 4/3·π",
      lines: """
        #100=IFCSPHERE(#101,1.);#101=IFCAXIS2PLACEMENT3D(#102,$,$);
        #102=IFCCARTESIANPOINT((1.,0.,0.));
        """,
      volume: 4 * .pi / 3, box: [[0, -1, -1], [2, 1, 1]], chordShare: 0.003),
    SolidItem(
      name: "two blocks 2 × 2 × 2 with a corner of 1 in common: 8 + 8 − 1",
      lines: """
        #100=IFCBOOLEANRESULT(.UNION.,#101,#102);#101=IFCBLOCK(#6,2.,2.,2.);
        #102=IFCBLOCK(#103,2.,2.,2.);#103=IFCAXIS2PLACEMENT3D(#104,$,$);
        #104=IFCCARTESIANPOINT((1.,1.,1.));
        """,
      volume: 15, box: [[0, 0, 0], [3, 3, 3]], area: 2 * 24 - 6),
    SolidItem(
      name: "a tree of solids: (4 × 4 × 1 and 4 × 4 × 1 on top) less a cross of two blocks",
      // The cross: 4·1·2 + 4·1·2 − 1·1·2 = 14 through both.
      lines: """
        #100=IFCCSGSOLID(#101);#101=IFCBOOLEANRESULT(.DIFFERENCE.,#102,#103);
        #102=IFCBOOLEANRESULT(.UNION.,#104,#105);#103=IFCBOOLEANRESULT(.UNION.,#106,#107);
        #104=IFCBLOCK(#6,4.,4.,1.);#105=IFCBLOCK(#110,4.,4.,1.);#106=IFCBLOCK(#111,1.,4.,2.);
        #107=IFCBLOCK(#112,4.,1.,2.);#110=IFCAXIS2PLACEMENT3D(#120,$,$);
        #111=IFCAXIS2PLACEMENT3D(#121,$,$);#112=IFCAXIS2PLACEMENT3D(#122,$,$);
        #120=IFCCARTESIANPOINT((0.,0.,1.));#121=IFCCARTESIANPOINT((1.5,0.,0.));
        #122=IFCCARTESIANPOINT((0.,1.5,0.));
        """,
      volume: 32 - 14, box: [[0, 0, 0], [4, 4, 2]]),
    SolidItem(
      name: "a block less a ring turned about the z axis: 36 − 2π·2·1·0.5",
      lines: """
        #100=IFCBOOLEANRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#103,6.,6.,1.);
        #103=IFCAXIS2PLACEMENT3D(#104,$,$);#104=IFCCARTESIANPOINT((-3.,-3.,0.));
        #102=IFCREVOLVEDAREASOLID(#105,#106,#108,6.28318530717959);
        #105=IFCRECTANGLEPROFILEDEF(.AREA.,$,#107,1.,1.);
        #107=IFCAXIS2PLACEMENT2D(#109,$);#109=IFCCARTESIANPOINT((2.,0.));
        #106=IFCAXIS2PLACEMENT3D(#110,#111,#112);#110=IFCCARTESIANPOINT((0.,0.,1.));
        #111=IFCDIRECTION((0.,-1.,0.));#112=IFCDIRECTION((1.,0.,0.));
        #108=IFCAXIS1PLACEMENT(#7,#113);#113=IFCDIRECTION((0.,1.,0.));
        """,
      volume: 36 - 2 * .pi, box: [[-3, -3, 0], [3, 3, 1]], chordShare: 0.001),
    SolidItem(
      name: "a block less an L of faces flush with its sides",
      // The L takes 2·2 − 1·1 = 3 of the 9 of the plan, all 1 high.
      lines: """
        #100=IFCBOOLEANRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,3.,3.,1.);
        #102=IFCPOLYGONALFACESET(#103,.T.,(#110,#111,#112,#113,#114,#115,#116,#117),$);
        #103=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(2.,0.,0.),(2.,1.,0.),(1.,1.,0.),(1.,2.,0.),
          (0.,2.,0.),(0.,0.,1.),(2.,0.,1.),(2.,1.,1.),(1.,1.,1.),(1.,2.,1.),(0.,2.,1.)));
        #110=IFCINDEXEDPOLYGONALFACE((6,5,4,3,2,1));#111=IFCINDEXEDPOLYGONALFACE((7,8,9,10,11,12));
        #112=IFCINDEXEDPOLYGONALFACE((1,2,8,7));#113=IFCINDEXEDPOLYGONALFACE((2,3,9,8));
        #114=IFCINDEXEDPOLYGONALFACE((3,4,10,9));#115=IFCINDEXEDPOLYGONALFACE((4,5,11,10));
        #116=IFCINDEXEDPOLYGONALFACE((5,6,12,11));#117=IFCINDEXEDPOLYGONALFACE((6,1,7,12));
        """,
      volume: 6, box: [[0, 0, 0], [3, 3, 1]], area: 2 * 6 + 12),
    SolidItem(
      name: "what a block and an L have in common, the L half above it",
      lines: """
        #100=IFCBOOLEANRESULT(.INTERSECTION.,#101,#102);#101=IFCBLOCK(#6,4.,4.,1.);
        #102=IFCEXTRUDEDAREASOLID(#103,#104,#8,2.);
        #103=IFCLSHAPEPROFILEDEF(.AREA.,$,$,2.,2.,0.5,$,$,$);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((2.,2.,0.));
        """,
      volume: 1.75, box: [[1, 1, 0], [3, 3, 1]]),
    SolidItem(
      name: "a block less (the half space above z = 1 less a post of 1 × 1)",
      // Above z = 1 only the post is left: 2·3·1 + 1·1·3.
      lines: """
        #100=IFCBOOLEANRESULT(.DIFFERENCE.,#101,#110);#101=IFCBLOCK(#6,2.,3.,4.);
        #110=IFCBOOLEANRESULT(.DIFFERENCE.,#102,#111);
        #102=IFCHALFSPACESOLID(#103,.F.);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((0.,0.,1.));
        #111=IFCBLOCK(#112,1.,1.,9.);#112=IFCAXIS2PLACEMENT3D(#113,$,$);
        #113=IFCCARTESIANPOINT((0.5,1.,-1.));
        """,
      volume: 9, box: [[0, 0, 0], [2, 3, 4]]),
    SolidItem(
      name: "a block less a half space that an L bounds",
      // The L: 1·2 + 1·1 = 3 of the plan, 3 of the height.
      lines: """
        #100=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,3.,3.,4.);
        #102=IFCPOLYGONALBOUNDEDHALFSPACE(#103,.F.,#6,#106);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((0.,0.,1.));
        #106=IFCPOLYLINE((#107,#108,#109,#110,#111,#112,#107));#107=IFCCARTESIANPOINT((0.,0.));
        #108=IFCCARTESIANPOINT((2.,0.));#109=IFCCARTESIANPOINT((2.,1.));
        #110=IFCCARTESIANPOINT((1.,1.));#111=IFCCARTESIANPOINT((1.,2.));
        #112=IFCCARTESIANPOINT((0.,2.));
        """,
      volume: 36 - 9, box: [[0, 0, 0], [3, 3, 4]]),
    SolidItem(
      name: "a block less a half space that a circle bounds: 36 − π·1²·3",
      lines: """
        #100=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,3.,3.,4.);
        #102=IFCPOLYGONALBOUNDEDHALFSPACE(#103,.F.,#6,#106);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#105,$,$);#105=IFCCARTESIANPOINT((0.,0.,1.));
        #106=IFCCIRCLE(#107,1.);#107=IFCAXIS2PLACEMENT2D(#108,$);
        #108=IFCCARTESIANPOINT((1.5,1.5));
        """,
      volume: 36 - 3 * .pi, box: [[0, 0, 0], [3, 3, 4]], chordShare: 0.001),
    SolidItem(
      name: "a block less a boxed half space below a slope: half of it",
      lines: """
        #100=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#101,#102);#101=IFCBLOCK(#6,2.,3.,2.);
        #102=IFCBOXEDHALFSPACE(#103,.T.,#108);#103=IFCPLANE(#104);
        #104=IFCAXIS2PLACEMENT3D(#7,#105,#106);#105=IFCDIRECTION((-1.,0.,1.));
        #106=IFCDIRECTION((1.,0.,1.));#108=IFCBOUNDINGBOX(#7,2.,3.,2.);
        """,
      volume: 6, box: [[0, 0, 0], [2, 3, 2]]),
    SolidItem(
      name: "what a block and two half spaces have in common: a slice",
      lines: """
        #100=IFCBOOLEANRESULT(.INTERSECTION.,#110,#112);
        #110=IFCBOOLEANRESULT(.INTERSECTION.,#101,#111);#101=IFCBLOCK(#6,2.,3.,4.);
        #111=IFCHALFSPACESOLID(#120,.F.);#120=IFCPLANE(#121);
        #121=IFCAXIS2PLACEMENT3D(#122,$,$);#122=IFCCARTESIANPOINT((0.,0.,1.));
        #112=IFCHALFSPACESOLID(#130,.T.);#130=IFCPLANE(#131);
        #131=IFCAXIS2PLACEMENT3D(#132,$,$);#132=IFCCARTESIANPOINT((0.,0.,3.));
        """,
      volume: 12, box: [[0, 0, 1], [2, 3, 3]]),
    SolidItem(
      name: "a bounding box alone",
      lines: "#100=IFCBOUNDINGBOX(#7,2.,3.,4.);", volume: 24, box: [[0, 0, 0], [2, 3, 4]]),
  ]
}
