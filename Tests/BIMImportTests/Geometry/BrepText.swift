/// Writes the lines of an advanced boundary representation.
struct BrepText {
  /// A face: its loops as numbers of corners, the outer one first, and its surface; plane when there is
  /// none.
  struct Face {
    var loops: [[Int]]
    var surface: String?
    var isSame = true
  }

  var corners: [[Double]]
  /// Curves of edges, by the numbers of their ends; straight when there is none.
  var curves: [[Int]: String] = [:]
  private var next = 1000
  private(set) var lines: [String] = []
  private var points: [Int: Int] = [:]
  private var edges: [[Int]: Int] = [:]

  init(_ corners: [[Double]], curves: [[Int]: String] = [:]) {
    self.corners = corners
    self.curves = curves
  }

  private mutating func add(_ text: String) -> Int {
    next += 1
    lines.append("#\(next)=\(text);")
    return next
  }

  private func list(_ numbers: [Double]) -> String {
    "(" + numbers.map { "\($0)" }.joined(separator: ",") + ")"
  }

  private mutating func vertex(_ corner: Int) -> Int {
    if let known = points[corner] { return known }
    let point = add("IFCCARTESIANPOINT(\(list(corners[corner])))")
    points[corner] = add("IFCVERTEXPOINT(#\(point))")
    return points[corner] ?? 0
  }

  private mutating func edge(_ a: Int, _ b: Int) -> String {
    let isForward = edges[[a, b]] != nil || (edges[[b, a]] == nil && curves[[b, a]] == nil)
    let ends = isForward ? [a, b] : [b, a]
    if edges[ends] == nil {
      let (start, end) = (vertex(ends[0]), vertex(ends[1]))
      var curve = curves[ends]
      if curve == nil {
        let from = add("IFCCARTESIANPOINT(\(list(corners[ends[0]])))")
        let to = add("IFCCARTESIANPOINT(\(list(corners[ends[1]])))")
        curve = "#\(add("IFCPOLYLINE((#\(from),#\(to)))"))"
      }
      edges[ends] = add("IFCEDGECURVE(#\(start),#\(end),\(curve ?? "$"),.T.)")
    }
    return "#\(add("IFCORIENTEDEDGE(*,*,#\(edges[ends] ?? 0),\(isForward ? ".T." : ".F."))"))"
  }

  /// A bound of edges as they are written, such as `#12` of ``oriented(_:_:_:)``.
  mutating func bound(_ edges: [String], isOuter: Bool) -> String {
    let loop = add("IFCEDGELOOP((\(edges.joined(separator: ","))))")
    return "#\(add("IFCFACE\(isOuter ? "OUTER" : "")BOUND(#\(loop),.T.)"))"
  }

  /// An edge on a curve, and its two directions.
  mutating func edge(_ a: Int, _ b: Int, on curve: String) -> (there: String, back: String) {
    let edge = add("IFCEDGECURVE(#\(vertex(a)),#\(vertex(b)),\(curve),.T.)")
    return (
      "#\(add("IFCORIENTEDEDGE(*,*,#\(edge),.T.)"))", "#\(add("IFCORIENTEDEDGE(*,*,#\(edge),.F.)"))"
    )
  }

  /// A face with bounds as they are written.
  mutating func face(_ bounds: [String], _ surface: String, isSame: Bool = true) -> String {
    "#\(add("IFCADVANCEDFACE((\(bounds.joined(separator: ","))),\(surface),\(isSame ? ".T." : ".F."))"))"
  }

  /// A face with straight or known edges.
  mutating func face(_ face: Face) -> String {
    var bounds: [String] = []
    for (index, loop) in face.loops.enumerated() {
      let edges = loop.indices.map { edge(loop[$0], loop[($0 + 1) % loop.count]) }
      bounds.append(bound(edges, isOuter: index == 0))
    }
    return self.face(bounds, face.surface ?? plane(face.loops[0]), isSame: face.isSame)
  }

  private mutating func plane(_ loop: [Int]) -> String {
    func minus(_ a: Int, _ b: Int) -> [Double] { (0...2).map { corners[a][$0] - corners[b][$0] } }
    let (u, v) = (minus(loop[1], loop[0]), minus(loop[2], loop[1]))
    let normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
    let point = add("IFCCARTESIANPOINT(\(list(corners[loop[0]])))")
    let (axis, way) = (add("IFCDIRECTION(\(list(normal)))"), add("IFCDIRECTION(\(list(u)))"))
    return "#\(add("IFCPLANE(#\(add("IFCAXIS2PLACEMENT3D(#\(point),#\(axis),#\(way))")))"))"
  }

  /// A frame by its origin, axis and x axis.
  mutating func frame(_ origin: [Double], _ axis: [Double], _ x: [Double]) -> String {
    let point = add("IFCCARTESIANPOINT(\(list(origin)))")
    let (axis, way) = (add("IFCDIRECTION(\(list(axis)))"), add("IFCDIRECTION(\(list(x)))"))
    return "#\(add("IFCAXIS2PLACEMENT3D(#\(point),#\(axis),#\(way))"))"
  }

  /// Any line; gives its reference.
  mutating func line(_ text: String) -> String { "#\(add(text))" }

  mutating func shell(_ faces: [String]) -> String {
    line("IFCCLOSEDSHELL((\(faces.joined(separator: ","))))")
  }

  /// All lines, with the solid as #100.
  func solid(_ shell: String, voids: [String] = []) -> String {
    let item =
      voids.isEmpty
      ? "IFCADVANCEDBREP(\(shell))"
      : "IFCADVANCEDBREPWITHVOIDS(\(shell),(\(voids.joined(separator: ","))))"
    return (lines + ["#100=\(item);"]).joined(separator: "\n")
  }
}
