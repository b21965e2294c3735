/// Whether some corners of a polygon together see all of it; exact.
///
/// What a corner sees ends at walls and at its sight lines. Walls and the sight lines of all guards cut
/// the polygon into cells that each guard sees either wholly or not at all. So one point inside each
/// cell is enough: the plane is cut into upright strips at all crossings, in the middle of each strip
/// the lines are sorted by height, and between each two of them one point is looked at. Every cell is
/// met, since it reaches over at least one strip.
package struct GuardCoverage {
  private let polygon: ExactPolygon
  private let guards: [Int]
  private let lines: [Line]

  /// A wall or a sight line, from left to right.
  private struct Line {
    let left: ExactPoint
    let right: ExactPoint
    let whole: ExactLine
    let isWall: Bool

    init(_ a: ExactPoint, _ b: ExactPoint, isWall: Bool) {
      (left, right) = ExactPoint.order(a, b) < 0 ? (a, b) : (b, a)
      whole = ExactLine(left, right)
      self.isWall = isWall
    }
  }

  /// Prepares the check of `guards`, as numbers of corners.
  package init(_ polygon: ExactPolygon, guards: [Int]) {
    self.polygon = polygon
    self.guards = guards
    let walls = polygon.corners.indices.map {
      Line(polygon.corners[$0], polygon.corners[polygon.next[$0]], isWall: true)
    }
    lines =
      walls
      + guards.flatMap { viewer in
        SightLine.lines(of: viewer, in: polygon).map { Line($0.start, $0.end, isWall: false) }
      }
  }

  /// Points inside the cells that no guard sees, from left to right.
  ///
  /// - Parameter limit: So many points are enough.
  /// - Returns: At least one point for each unseen cell within the limit; empty when the guards see
  ///   everything.
  package func unseenPoints(upTo limit: Int = .max) -> [ExactPoint] {
    var found: [ExactPoint] = []
    let cuts = self.cuts()
    // The lines that reach over the strip at hand, updated from strip to strip.
    let order = lines.indices.sorted { ExactPoint.order(lines[$0].left, lines[$1].left) < 0 }
    var waiting = order[...]
    var active: [Int] = []
    var lastSeer = guards.first ?? 0
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let x = Self.between(from, to)
      while let line = waiting.first, Self.order(lines[line].left, x) < 0 {
        active.append(line)
        waiting = waiting.dropFirst()
      }
      active.removeAll { Self.order(lines[$0].right, x) < 0 }
      for y in heights(of: active, at: x) {
        let point = ExactPoint(x, y)
        if polygon.sees(lastSeer, point) { continue }
        if let seer = guards.first(where: { polygon.sees($0, point) }) {
          lastSeer = seer
        } else {
          found.append(point)
          if found.count >= limit { return found }
        }
      }
    }
    return found
  }

  /// Where lines begin, end or cross, from left to right, each once.
  private func cuts() -> [ExactNumber] {
    var cuts = lines.flatMap { [$0.left.coordinates.x, $0.right.coordinates.x] }
    for (index, first) in lines.enumerated() {
      for second in lines[(index + 1)...] {
        // Walls do not cross each other.
        if first.isWall, second.isWall || Self.misses(first, second) { continue }
        if !first.isWall, Self.misses(first, second) { continue }
        let a = orientation(first.left, first.right, second.left)
        let b = orientation(first.left, first.right, second.right)
        guard a * b < 0,
          orientation(second.left, second.right, first.left)
            * orientation(second.left, second.right, first.right) < 0,
          let point = first.whole.crossing(second.whole)
        else { continue }
        cuts.append(point.coordinates.x)
      }
    }
    cuts.sort { ExactNumber.order($0, $1) < 0 }
    var result: [ExactNumber] = []
    for cut in cuts {
      if let last = result.last, ExactNumber.order(last, cut) == 0 { continue }
      result.append(cut)
    }
    return result
  }

  /// Whether two lines lie apart by their boxes, with room for what doubles lose.
  private static func misses(_ a: Line, _ b: Line) -> Bool {
    func isApart(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Bool {
      let room = 0x1p-40 * max(abs(a.upperBound), abs(b.upperBound), abs(a.lowerBound))
      return a.upperBound + room < b.lowerBound || b.upperBound + room < a.lowerBound
    }
    func range(_ a: Double, _ b: Double) -> ClosedRange<Double> { min(a, b)...max(a, b) }
    return isApart(range(a.left.nearX, a.right.nearX), range(b.left.nearX, b.right.nearX))
      || isApart(range(a.left.nearY, a.right.nearY), range(b.left.nearY, b.right.nearY))
  }

  /// A height between each two neighbours of `active` at `x` that have the inside between them.
  private func heights(of active: [Int], at x: ExactNumber) -> [ExactNumber] {
    let sorted = active.filter { !lines[$0].whole.isVertical }
      .map { (height: lines[$0].whole.height(at: x), isWall: lines[$0].isWall) }
      .sorted { ExactNumber.order($0.height, $1.height) < 0 }
    var result: [ExactNumber] = []
    var isInside = false
    for (below, above) in zip(sorted, sorted.dropFirst()) {
      if below.isWall { isInside.toggle() }
      guard isInside, ExactNumber.order(below.height, above.height) < 0 else { continue }
      result.append(Self.between(below.height, above.height))
    }
    return result
  }

  /// A number strictly between two, short where there is room for one.
  private static func between(_ a: ExactNumber, _ b: ExactNumber) -> ExactNumber {
    let (low, high) = (a.approximate, b.approximate)
    let gap = high - low
    guard gap > 0x1p-30 * max(abs(low), abs(high)), gap > 1e-300 else { return .middle(a, b) }
    let unit = Double(sign: .plus, exponent: Int(gap.exponent) - 6, significand: 1)
    return ExactNumber(((low + gap / 2) / unit).rounded() * unit)
  }

  private static func order(_ point: ExactPoint, _ x: ExactNumber) -> Int {
    let difference = point.nearX - x.approximate
    if abs(difference) > 0x1p-48 * max(abs(point.nearX), abs(x.approximate)) {
      return difference < 0 ? -1 : 1
    }
    return (point.x * x.denominator - x.numerator * point.w).sign
  }
}
