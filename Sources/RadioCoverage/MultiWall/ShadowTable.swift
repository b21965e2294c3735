import TwinModel

/// The shadows that the segments of several scenes cast from one transmitter, ready to be read row by
/// row.
///
/// Each border of a shadow is a straight line, so on row r it stands at p + q·r cells: a multiplication
/// for each border is all that a row costs. Where a border comes within ``nearness`` of a cell's centre
/// the cells are asked one by one (``SegmentShadow/settle(_:y:x0:step:count:)``), so that the rule for
/// ties and not the rounding decides.
struct ShadowTable {
  /// One segment's shadow.
  struct Entry {
    var shadow: SegmentShadow
    /// Index into ``curves``.
    var curve: Int
    var share: Double
    /// Loss (dB) where it does not depend on the angle; else nil.
    var constant: Double?
    /// Rows that the shadow can reach, as far as borders along rows bound it.
    var fromRow, toRow: Double
    /// Borders in ``lines``: lower ones from `lower`, upper ones from `upper` up to `end`.
    var lower, upper, end: Int
    /// Whether a border runs so nearly along the rows that each cell must be asked.
    var mustAsk: Bool
  }

  /// A border: its place along row r is p + q·r, in cells from the first centre.
  struct Line {
    var p, q: Double
  }

  let grid: CellGrid
  private(set) var entries: [Entry] = []
  private(set) var lines: [Line] = []
  private(set) var curves: [LossCurve] = []
  /// Whether some loss depends on the angle.
  private(set) var needsAngle = false

  /// Cells; above what rounding moves a border by, far below a cell.
  private static let nearness = 1e-5
  /// A border flatter than this against the rows is left to ``SegmentShadow/holds(_:_:)``.
  private static let flat = 1e-6

  init(
    _ scenes: [WallScene], from transmitter: Point3, receiverHeight: Double, grid: CellGrid
  ) {
    self.grid = grid
    let step = grid.cell.value
    let first = grid.centre(column: 0, row: 0)
    let (x0, y0) = (first.x - transmitter.x, first.y - transmitter.y)
    entries.reserveCapacity(scenes.reduce(0) { $0 + $1.segments.count })
    for scene in scenes {
      let base = curves.count
      curves += scene.curves
      for segment in scene.segments {
        let shadow = SegmentShadow(segment, from: transmitter, receiverHeight: receiverHeight)
        guard let planes = shadow.halfPlanes else { continue }
        let curve = scene.curves[segment.curve]
        if !curve.isConstant { needsAngle = true }
        var entry = Entry(
          shadow: shadow, curve: base + segment.curve, share: segment.share,
          constant: curve.isConstant ? curve.samples[0] * segment.share : nil,
          fromRow: -.infinity, toRow: .infinity, lower: lines.count, upper: 0, end: 0,
          mustAsk: planes.isEmpty)
        var upper: [Line] = []
        var isEmpty = false
        for plane in planes {
          let size = max(abs(plane.a), abs(plane.b))
          let here = plane.a * x0 + plane.b * y0 + plane.c
          if size == 0 {
            if plane.c < 0 { isEmpty = true }
            if plane.c == 0 { entry.mustAsk = true }
          } else if plane.a == 0 {
            let row = -here / (plane.b * step)
            if plane.b > 0 {
              entry.fromRow = max(entry.fromRow, row)
            } else {
              entry.toRow = min(entry.toRow, row)
            }
          } else if abs(plane.a) < Self.flat * size {
            entry.mustAsk = true
          } else {
            let line = Line(p: -here / (plane.a * step), q: -plane.b / plane.a)
            if plane.a > 0 { lines.append(line) } else { upper.append(line) }
          }
        }
        entry.upper = lines.count
        lines += upper
        entry.end = lines.count
        if !isEmpty, entry.fromRow <= Double(grid.rows), entry.toRow >= -1 {
          entries.append(entry)
        }
      }
    }
  }

  /// Calls `body` with each entry and the cells that it hides on a row; entries that hide none are left
  /// out.
  func forEach(row: Int, _ body: (Entry, Range<Int>) -> Void) {
    let r = Double(row)
    let last = Double(grid.columns) - 0.5
    lines.withUnsafeBufferPointer { lines in
      entries.withUnsafeBufferPointer { entries in
        for index in entries.indices {
          let entry = entries[index]
          if r < entry.fromRow - Self.nearness || r > entry.toRow + Self.nearness { continue }
          if entry.mustAsk || r < entry.fromRow + Self.nearness
            || r > entry.toRow - Self.nearness
          {
            let cells = settled(entry, 0..<grid.columns, row: row)
            if !cells.isEmpty { body(entry, cells) }
            continue
          }
          var (low, high) = (-0.5, last)
          for line in entry.lower..<entry.upper {
            low = max(low, lines[line].p + lines[line].q * r)
          }
          for line in entry.upper..<entry.end {
            high = min(high, lines[line].p + lines[line].q * r)
          }
          if low > high + Self.nearness { continue }
          (low, high) = (min(low, last), max(high, -0.5))
          let (first, end) = (Int(low + 1), Int(high + 1))
          let (before, behind) = (low + 1 - Double(first), high + 1 - Double(end))
          if min(before, behind) < Self.nearness || max(before, behind) > 1 - Self.nearness {
            let cells = settled(entry, first..<max(first, end), row: row)
            if !cells.isEmpty { body(entry, cells) }
          } else if first < end {
            body(entry, first..<end)
          }
        }
      }
    }
  }

  private func settled(_ entry: Entry, _ guess: Range<Int>, row: Int) -> Range<Int> {
    let centre = grid.centre(column: 0, row: row)
    return entry.shadow.settle(
      guess, y: centre.y, x0: centre.x, step: grid.cell.value, count: grid.columns)
  }
}
