/// Boundary representations on curved surfaces.
extension SolidItem {
  private static let z: [Double] = [0, 0, 1]
  private static let x: [Double] = [1, 0, 0]

  /// A cylinder of radius 1 and height 2; its side is one face with a seam, or has two loops.
  private static func cylinder(hasSeam: Bool) -> String {
    var text = BrepText([[1, 0, 0], [1, 0, 2]])
    let (low, high) = (text.frame([0, 0, 0], z, x), text.frame([0, 0, 2], z, x))
    let circles = [text.line("IFCCIRCLE(\(low),1.)"), text.line("IFCCIRCLE(\(high),1.)")]
    let bottom = text.edge(0, 0, on: circles[0])
    let top = text.edge(1, 1, on: circles[1])
    let side = text.line("IFCCYLINDRICALSURFACE(\(low),1.)")
    var bounds: [String]
    if hasSeam {
      let way = text.line("IFCDIRECTION((0.,0.,1.))")
      let vector = text.line("IFCVECTOR(\(way),1.)")
      let start = text.line("IFCCARTESIANPOINT((1.,0.,0.))")
      let seam = text.edge(0, 1, on: text.line("IFCLINE(\(start),\(vector))"))
      bounds = [text.bound([bottom.there, seam.there, top.back, seam.back], isOuter: true)]
    } else {
      bounds = [
        text.bound([bottom.there], isOuter: true), text.bound([top.back], isOuter: false),
      ]
    }
    var faces = [text.face(bounds, side)]
    faces.append(
      text.face(
        [text.bound([bottom.back], isOuter: true)], text.line("IFCPLANE(\(low))"), isSame: false))
    faces.append(
      text.face([text.bound([top.there], isOuter: true)], text.line("IFCPLANE(\(high))")))
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  private static var hemisphere: String {
    var text = BrepText([[1, 0, 0]])
    let frame = text.frame([0, 0, 0], z, x)
    let rim = text.edge(0, 0, on: text.line("IFCCIRCLE(\(frame),1.)"))
    let faces = [
      text.face(
        [text.bound([rim.there], isOuter: true)], text.line("IFCSPHERICALSURFACE(\(frame),1.)")),
      text.face(
        [text.bound([rim.back], isOuter: true)], text.line("IFCPLANE(\(frame))"), isSame: false),
    ]
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// Half a torus of radii 2 and 0.5, for y > 0.
  private static var halfTorus: String {
    var text = BrepText([[2.5, 0, 0], [-2.5, 0, 0]])
    let ends = [
      text.frame([2, 0, 0], [0, -1, 0], x), text.frame([-2, 0, 0], [0, 1, 0], [-1, 0, 0]),
    ]
    let first = text.edge(0, 0, on: text.line("IFCCIRCLE(\(ends[0]),0.5)"))
    let second = text.edge(1, 1, on: text.line("IFCCIRCLE(\(ends[1]),0.5)"))
    let torus = text.line("IFCTOROIDALSURFACE(\(text.frame([0, 0, 0], z, x)),2.,0.5)")
    let faces = [
      text.face(
        [text.bound([second.there], isOuter: true), text.bound([first.back], isOuter: false)], torus
      ),
      text.face(
        [text.bound([first.there], isOuter: true)], text.line("IFCPLANE(\(ends[0]))")),
      text.face(
        [text.bound([second.back], isOuter: true)], text.line("IFCPLANE(\(ends[1]))"),
        isSame: false),
    ]
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// A cone's frustum around the y axis from radius 2 to 1, 3 high.
  private static var frustum: String {
    var text = BrepText([[2, 0, 0], [1, 3, 0]])
    let y: [Double] = [0, 1, 0]
    let (low, high) = (text.frame([0, 0, 0], y, x), text.frame([0, 3, 0], y, x))
    let bottom = text.edge(0, 0, on: text.line("IFCCIRCLE(\(low),2.)"))
    let top = text.edge(1, 1, on: text.line("IFCCIRCLE(\(high),1.)"))
    let ends = [
      text.line("IFCCARTESIANPOINT((2.,0.))"), text.line("IFCCARTESIANPOINT((1.,3.))"),
    ]
    let curve = text.line("IFCPOLYLINE((\(ends[0]),\(ends[1])))")
    let profile = text.line("IFCARBITRARYOPENPROFILEDEF(.CURVE.,$,\(curve))")
    let up = text.line("IFCDIRECTION((0.,1.,0.))")
    let axis = text.line("IFCAXIS1PLACEMENT(#7,\(up))")
    let side = text.line("IFCSURFACEOFREVOLUTION(\(profile),#6,\(axis))")
    let faces = [
      text.face(
        [text.bound([bottom.there], isOuter: true), text.bound([top.back], isOuter: false)], side),
      text.face(
        [text.bound([bottom.back], isOuter: true)], text.line("IFCPLANE(\(low))"), isSame: false),
      text.face([text.bound([top.there], isOuter: true)], text.line("IFCPLANE(\(high))")),
    ]
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// A unit cube whose top is z = 1 + x·y.
  private static var saddle: String {
    var text = BrepText([
      [0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 2], [0, 1, 1],
    ])
    let points = [4, 7, 5, 6].map { corner in
      text.line(
        "IFCCARTESIANPOINT((\(text.corners[corner].map { "\($0)" }.joined(separator: ","))))")
    }
    let top = text.line(
      """
      IFCBSPLINESURFACEWITHKNOTS(1,1,((\(points[0]),\(points[1])),(\(points[2]),\(points[3]))),
      .UNSPECIFIED.,.F.,.F.,.F.,(2,2),(2,2),(0.,1.),(0.,1.),.UNSPECIFIED.)
      """)
    let faces = [
      BrepText.Face(loops: [[3, 2, 1, 0]]), .init(loops: [[0, 1, 5, 4]]),
      .init(loops: [[1, 2, 6, 5]]), .init(loops: [[2, 3, 7, 6]]), .init(loops: [[3, 0, 4, 7]]),
      .init(loops: [[4, 5, 6, 7]], surface: top),
    ].map { text.face($0) }
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// A quarter of a cylinder of radius and height 1, its side a rational B-spline.
  private static var quarter: String {
    var text = BrepText([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 1]])
    let (low, high) = (text.frame([0, 0, 0], z, x), text.frame([0, 0, 1], z, x))
    text.curves = [
      [1, 2]: text.line("IFCCIRCLE(\(low),1.)"), [4, 5]: text.line("IFCCIRCLE(\(high),1.)"),
    ]
    let rows = ["1.,0.", "1.,1.", "0.,1."].map { row in
      let ends = ["0.", "1."].map { text.line("IFCCARTESIANPOINT((\(row),\($0)))") }
      return "(\(ends[0]),\(ends[1]))"
    }
    let side = text.line(
      """
      IFCRATIONALBSPLINESURFACEWITHKNOTS(2,1,(\(rows.joined(separator: ","))),.UNSPECIFIED.,
      .F.,.F.,.F.,(3,3),(2,2),(0.,1.),(0.,1.),.UNSPECIFIED.,
      ((1.,1.),(0.707106781186548,0.707106781186548),(1.,1.)))
      """)
    let faces = [
      BrepText.Face(loops: [[0, 2, 1]]), .init(loops: [[3, 4, 5]]), .init(loops: [[0, 1, 4, 3]]),
      .init(loops: [[2, 0, 3, 5]]), .init(loops: [[1, 2, 5, 4]], surface: side),
    ].map { text.face($0) }
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// Half a cylinder of radius and height 1, its side a half circle drawn up.
  private static var half: String {
    var text = BrepText([[1, 0, 0], [-1, 0, 0], [1, 0, 1], [-1, 0, 1]])
    let (low, high) = (text.frame([0, 0, 0], z, x), text.frame([0, 0, 1], z, x))
    let arcs = [text.line("IFCCIRCLE(\(low),1.)"), text.line("IFCCIRCLE(\(high),1.)")]
    let bottom = text.edge(0, 1, on: arcs[0])
    let top = text.edge(2, 3, on: arcs[1])
    func line(_ a: Int, _ b: Int, _ text: inout BrepText) -> (there: String, back: String) {
      let ends = [a, b].map { corner in
        text.line(
          "IFCCARTESIANPOINT((\(text.corners[corner].map { "\($0)" }.joined(separator: ","))))")
      }
      return text.edge(a, b, on: text.line("IFCPOLYLINE((\(ends[0]),\(ends[1])))"))
    }
    let (right, left) = (line(0, 2, &text), line(1, 3, &text))
    let (back, backTop) = (line(1, 0, &text), line(3, 2, &text))
    let origin = text.line("IFCCARTESIANPOINT((0.,0.))")
    let circle = text.line("IFCCIRCLE(\(text.line("IFCAXIS2PLACEMENT2D(\(origin),$)")),1.)")
    let curve = text.line(
      "IFCTRIMMEDCURVE(\(circle),(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(3.14159265358979)),.T.,.PARAMETER.)"
    )
    let profile = text.line("IFCARBITRARYOPENPROFILEDEF(.CURVE.,$,\(curve))")
    let side = text.line("IFCSURFACEOFLINEAREXTRUSION(\(profile),#6,#8,1.)")
    let flat = text.frame([0, 0, 0], [0, -1, 0], x)
    let faces = [
      text.face(
        [text.bound([bottom.there, left.there, top.back, right.back], isOuter: true)], side),
      text.face(
        [text.bound([back.there, right.there, backTop.back, left.back], isOuter: true)],
        text.line("IFCPLANE(\(flat))")),
      text.face(
        [text.bound([bottom.back, back.back], isOuter: true)], text.line("IFCPLANE(\(low))"),
        isSame: false),
      text.face(
        [text.bound([top.there, backTop.there], isOuter: true)], text.line("IFCPLANE(\(high))")),
    ]
    let shell = text.shell(faces)
    return text.solid(shell)
  }

  /// A cube of side 3 with a void of side 1 in its middle.
  private static var hollow: String {
    func cube(_ low: Double, _ high: Double) -> [[Double]] {
      [
        [low, low, low], [high, low, low], [high, high, low], [low, high, low], [low, low, high],
        [high, low, high], [high, high, high], [low, high, high],
      ]
    }
    var text = BrepText(cube(0, 3) + cube(1, 2))
    let loops = [
      [3, 2, 1, 0], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7],
    ]
    let outer = loops.map { text.face(.init(loops: [$0])) }
    let inner = loops.map { loop in text.face(.init(loops: [loop.reversed().map { $0 + 8 }])) }
    let (shell, void) = (text.shell(outer), text.shell(inner))
    return text.solid(shell, voids: [void])
  }

  static let breps: [SolidItem] = [
    SolidItem(
      name: "a cylinder whose side has a seam", lines: cylinder(hasSeam: true), volume: 2 * .pi,
      box: [[-1, -1, 0], [1, 1, 2]], chordShare: 0.001),
    SolidItem(
      name: "a cylinder whose side has two loops", lines: cylinder(hasSeam: false),
      volume: 2 * .pi, box: [[-1, -1, 0], [1, 1, 2]], chordShare: 0.001),
    SolidItem(
      name: "half a ball: 2/3·π", lines: hemisphere, volume: 2 * .pi / 3,
      box: [[-1, -1, 0], [1, 1, 1]], chordShare: 0.003),
    SolidItem(
      name: "half a torus: π²·R·r² (Pappus)", lines: halfTorus, volume: .pi * .pi / 2,
      box: [[-2.5, 0, -0.5], [2.5, 2.5, 0.5]], chordShare: 0.005),
    SolidItem(
      name: "a frustum on a surface of revolution: π·3/3·(4 + 2 + 1)", lines: frustum,
      volume: 7 * .pi, box: [[-2, 0, -2], [2, 3, 2]], chordShare: 0.002),
    SolidItem(
      name: "a cube under z = 1 + x·y: 1 + 1/4", lines: saddle, volume: 1.25,
      box: [[0, 0, 0], [1, 1, 2]], chordShare: 0.001),
    SolidItem(
      name: "a quarter of a cylinder on a rational B-spline", lines: quarter, volume: .pi / 4,
      box: [[0, 0, 0], [1, 1, 1]], chordShare: 0.001),
    SolidItem(
      name: "half a cylinder on a surface of linear extrusion", lines: half, volume: .pi / 2,
      box: [[-1, 0, 0], [1, 1, 1]], chordShare: 0.001),
    SolidItem(
      name: "a cube with a void: 27 − 1", lines: hollow, volume: 26, box: [[0, 0, 0], [3, 3, 3]],
      area: 54 + 6),
    SolidItem(
      name: "a slab of polygons with a hole through it: 9 − 1",
      lines: """
        #100=IFCPOLYGONALFACESET(#101,.T.,(#110,#111,#112,#113,#114,#115,#116,#117,#118,#119),$);
        #101=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(3.,0.,0.),(3.,3.,0.),(0.,3.,0.),(0.,0.,1.),
          (3.,0.,1.),(3.,3.,1.),(0.,3.,1.),(1.,1.,0.),(2.,1.,0.),(2.,2.,0.),(1.,2.,0.),(1.,1.,1.),
          (2.,1.,1.),(2.,2.,1.),(1.,2.,1.)));
        #110=IFCINDEXEDPOLYGONALFACEWITHVOIDS((4,3,2,1),((9,10,11,12)));
        #111=IFCINDEXEDPOLYGONALFACEWITHVOIDS((5,6,7,8),((16,15,14,13)));
        #112=IFCINDEXEDPOLYGONALFACE((1,2,6,5));#113=IFCINDEXEDPOLYGONALFACE((2,3,7,6));
        #114=IFCINDEXEDPOLYGONALFACE((3,4,8,7));#115=IFCINDEXEDPOLYGONALFACE((4,1,5,8));
        #116=IFCINDEXEDPOLYGONALFACE((10,9,13,14));#117=IFCINDEXEDPOLYGONALFACE((11,10,14,15));
        #118=IFCINDEXEDPOLYGONALFACE((12,11,15,16));#119=IFCINDEXEDPOLYGONALFACE((9,12,16,13));
        """,
      volume: 8, box: [[0, 0, 0], [3, 3, 1]], area: 16 + 12 + 4),
  ]
}
