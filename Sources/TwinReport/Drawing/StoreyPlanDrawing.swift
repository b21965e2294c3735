import Foundation
public import TwinModel

/// Draws one storey as a planner does: rooms by use with names and areas, walls, doors, windows,
/// devices, and a map of coverage under them when there is one.
public struct StoreyPlanDrawing: Sendable {
  /// What a drawing shows besides rooms and walls.
  public struct Layers: Sendable {
    /// Use of each room, for its colour.
    public var uses: [GlobalID: String]
    /// Devices to mark: of the model (filled) and proposed (hollow).
    public var devices: [Device]
    /// A map to lay under the rooms; nil for none.
    public var grid: GridFact?
    /// Floor that devices serve; where several kinds do, the shades add up.
    public var served: [PlanPolygon]
    /// Floor that no device can serve.
    public var blind: [PlanPolygon]

    /// Creates the layers.
    public init(
      uses: [GlobalID: String] = [:], devices: [Device] = [], grid: GridFact? = nil,
      served: [PlanPolygon] = [], blind: [PlanPolygon] = []
    ) {
      self.uses = uses
      self.devices = devices
      self.grid = grid
      self.served = served
      self.blind = blind
    }
  }

  private let plan: StoreyPlan
  private let layers: Layers
  private let low: PlanPoint
  private let high: PlanPoint

  /// Prepares the drawing of a plan; nil when the plan has nothing to draw.
  public init?(_ plan: StoreyPlan, layers: Layers = Layers()) {
    let outlines =
      plan.rooms.flatMap(\.outline) + plan.walls.flatMap(\.outline)
      + plan.obstacles.flatMap(\.outline) + plan.stairs.flatMap(\.outline)
    let leaves = plan.openings.filter { $0.kind == .door }.map { door in
      (min: Self.leafEnd(door), max: Self.leafEnd(door))
    }
    let boxes = outlines.map(\.bounds) + leaves
    guard let first = boxes.first else { return nil }
    self.plan = plan
    self.layers = layers
    low = boxes.reduce(first.min) { PlanPoint(min($0.x, $1.min.x), min($0.y, $1.min.y)) }
    high = boxes.reduce(first.max) { PlanPoint(max($0.x, $1.max.x), max($0.y, $1.max.y)) }
  }

  /// The picture, as an SVG element; one user unit is one centimetre, north is up.
  public func svg() -> String {
    let margin = 60.0
    let width = Double(high.x - low.x) / 10 + 2 * margin
    let height = Double(high.y - low.y) / 10 + 2 * margin + 60 + legendHeight
    var svg = SVG(width: width, height: height, label: "Plan of storey \(plan.name)", style: "plan")
    drawRooms(in: &svg)
    if let grid = layers.grid { drawGrid(grid, in: &svg) }
    svg.path(path(layers.served), "fill=\"\(Palette.green)\" opacity=\"0.25\"")
    svg.path(path(layers.blind), "fill=\"\(Palette.vermilion)\" opacity=\"0.6\"")
    svg.path(
      path(plan.stairs.flatMap(\.outline)),
      "fill=\"#e3e7eb\" stroke=\"#9aa5b0\" stroke-width=\"2\" fill-rule=\"nonzero\"")
    svg.path(
      path(plan.walls.filter { !$0.isCurtainWall }.flatMap(\.outline)),
      "fill=\"#3d4852\" fill-rule=\"nonzero\"")
    svg.path(
      path(plan.walls.filter(\.isCurtainWall).flatMap(\.outline)),
      "fill=\"\(Palette.sky)\" fill-rule=\"nonzero\"")
    svg.path(
      path(plan.obstacles.filter { $0.kind == .column }.flatMap(\.outline)), "fill=\"#3d4852\"")
    svg.path(
      path(plan.obstacles.filter { $0.kind != .column }.flatMap(\.outline)),
      "fill=\"none\" stroke=\"#b8c0c8\" stroke-width=\"2\"")
    drawOpenings(in: &svg)
    // A mark is never hidden by a name.
    drawNames(in: &svg)
    drawDevices(in: &svg)
    drawScale(width: width, height: height, in: &svg)
    if let grid = layers.grid {
      GridLegend(GridScale(grid.quantity), letters: max(36, leastTextSize))
        .draw(from: 60, at: height - legendHeight, width: width - 120, in: &svg)
    }
    return svg.closed
  }

  /// The picture as an SVG file of its own.
  public func document() -> String { SVG.standalone(svg()) }

  // MARK: - Layers

  private func drawRooms(in svg: inout SVG) {
    for room in plan.rooms {
      let fill = Palette.room(layers.uses[room.id] ?? "")
      svg.path(
        path(room.outline),
        "fill=\"\(fill)\" stroke=\"#c3ccd4\" stroke-width=\"2\" fill-rule=\"nonzero\"")
    }
  }

  /// Runs of cells of one class as one path a class: small, and sharp at any size.
  private func drawGrid(_ grid: GridFact, in svg: inout SVG) {
    let scale = GridScale(grid.quantity)
    var paths = [String](repeating: "", count: scale.colours.count)
    let cell = grid.cell.value * 100
    for row in 0..<grid.rows {
      var column = 0
      while column < grid.columns {
        let value = grid.values[row * grid.columns + column]
        var end = column + 1
        guard let level = scale.level(value) else {
          column = end
          continue
        }
        while end < grid.columns, scale.level(grid.values[row * grid.columns + end]) == level {
          end += 1
        }
        let corner = Point2(
          grid.origin.x + Double(column) * grid.cell.value,
          grid.origin.y + Double(row + 1) * grid.cell.value)
        let at = place(corner)
        paths[level] +=
          "M\(SVG.number(at.x)) \(SVG.number(at.y))h\(SVG.number(Double(end - column) * cell))"
          + "v\(SVG.number(cell))h\(SVG.number(-Double(end - column) * cell))z"
        column = end
      }
    }
    for (path, colour) in zip(paths, scale.colours) {
      svg.path(path, "fill=\"\(colour)\" opacity=\"0.75\"")
    }
  }

  private func drawOpenings(in svg: inout SVG) {
    var thicknesses: [GlobalID: Double] = [:]
    for wall in plan.walls { thicknesses[wall.id] = Double(wall.thickness) / 10 }
    for opening in plan.openings {
      let (a, b) = (place(opening.start), place(opening.end))
      // Through the whole wall; where no wall is known, as thick as a light one.
      let thickness = opening.wall.flatMap { thicknesses[$0] } ?? 12
      svg.line(
        a.x, a.y, b.x, b.y, "stroke=\"#ffffff\" stroke-width=\"\(SVG.number(thickness + 1))\"")
      switch opening.kind {
      case .window:
        svg.line(
          a.x, a.y, b.x, b.y,
          "stroke=\"\(Palette.sky)\" stroke-width=\"\(SVG.number(max(thickness * 0.5, 5)))\"")
      case .door:
        // The leaf, half open, so that a door reads as a door.
        let end = place(Self.leafEnd(opening))
        svg.line(a.x, a.y, end.x, end.y, "stroke=\"\(Palette.ink)\" stroke-width=\"4\"")
      case .hole:
        // One that starts above the knee is no way through: its edges stay.
        guard opening.sill > 300 else { break }
        svg.line(
          a.x, a.y, b.x, b.y,
          "stroke=\"#b8c0c8\" stroke-width=\"\(SVG.number(max(thickness * 0.5, 5)))\"")
      }
    }
  }

  /// Where the leaf of a door ends when it stands open by 45°.
  private static func leafEnd(_ door: PlanOpening) -> PlanPoint {
    let (x, y) = (Double(door.end.x - door.start.x), Double(door.end.y - door.start.y))
    let half = 0.5.squareRoot()
    return PlanPoint(
      door.start.x + Int64(((x - y) * half).rounded()),
      door.start.y + Int64(((x + y) * half).rounded()))
  }

  private func drawDevices(in svg: inout SVG) {
    for device in layers.devices {
      guard let position = device.position else { continue }
      let at = place(position.plan)
      // Those that the equipment catalogue does not know keep the name of their class.
      let isKnown = !device.kind.hasPrefix("Ifc")
      let colour = isKnown ? Palette.device(device.kind) : Palette.grey
      drawHeading(of: device, from: at, colour, in: &svg)
      let fill = device.origin == .model ? colour : "#ffffff"
      svg.circle(
        at.x, at.y, device.kind == "smoke_detector" ? 16 : isKnown ? 24 : 8,
        "fill=\"\(fill)\" stroke=\"\(colour)\" stroke-width=\"\(isKnown ? 6 : 2)\"",
        title: "\(device.kind) \(device.name) \(device.id)")
    }
  }

  /// A line where a camera or detector looks, a metre long.
  private func drawHeading(
    of device: Device, from at: Point2, _ colour: String, in svg: inout SVG
  ) {
    guard
      case .number(let heading) = device.properties.first(where: { $0.name == "Heading" })?.value
    else { return }
    let angle = heading * .pi / 180
    svg.line(
      at.x, at.y, at.x + 100 * cos(angle), at.y - 100 * sin(angle),
      "stroke=\"\(colour)\" stroke-width=\"8\"")
  }

  private func drawNames(in svg: inout SVG) {
    // Small rooms first: where rooms lie over one another, the whole has more places for its name.
    let rooms = plan.rooms.enumerated().sorted {
      ($0.element.area.value, $0.offset) < ($1.element.area.value, $1.offset)
    }
    var taken: [RoomLabel.Box] = []
    let marks = layers.devices.compactMap { $0.position.map { place($0.plan) } }
    for (_, room) in rooms {
      guard let part = room.outline.max(by: { $0.area < $1.area }),
        let widest = RoomLabel(room, part: part, least: leastTextSize)
      else { continue }
      let middle = place(widest.middle)
      let (label, box) = clearLabel(widest, around: middle, of: marks)
      guard !taken.contains(where: { $0.overlaps(box) }) else { continue }
      taken.append(box)
      for (line, words) in label.lines.enumerated() {
        let isArea = line + 1 == label.lines.count && label.hasArea
        svg.words(
          words, middle.x, box.top + label.size * (0.95 + 1.15 * Double(line)),
          "text-anchor=\"middle\" font-size=\"\(SVG.number(label.size))\""
            + " stroke=\"#ffffff\" stroke-width=\"\(SVG.number(label.size * 0.16))\""
            + " stroke-linejoin=\"round\" paint-order=\"stroke\""
            + (isArea ? " fill=\"#5a6570\"" : ""))
      }
    }
  }

  /// The label in the largest letters in which it covers no mark of a device, with its box; as it is when
  /// none does.
  private func clearLabel(
    _ label: RoomLabel, around middle: Point2, of marks: [Point2]
  ) -> (RoomLabel, RoomLabel.Box) {
    for factor in [1, 0.8, 0.65, 0.5] {
      let smaller = label.shrunk(by: factor)
      guard smaller.size >= leastTextSize else { break }
      let box = clearBox(smaller, around: middle, of: marks)
      if !marks.contains(where: box.holds) { return (smaller, box) }
    }
    return (label, clearBox(label, around: middle, of: marks))
  }

  /// The box of a label that covers no mark of a device, moved up or down within its room when that
  /// helps; the one around `middle` when nothing does.
  private func clearBox(
    _ label: RoomLabel, around middle: Point2, of marks: [Point2]
  ) -> RoomLabel.Box {
    let box = label.box(around: middle)
    let near = marks.filter { abs($0.x - middle.x) < 2000 && abs($0.y - middle.y) < 2000 }
    guard near.contains(where: box.holds), label.play > 0 else { return box }
    let moved = [-1.0, 1, -0.5, 0.5].map { share in
      label.box(around: Point2(middle.x, middle.y + share * label.play))
    }
    return moved.first { box in !near.contains(where: box.holds) } ?? box
  }

  /// The least size of letters that can be read when the whole picture is looked at, in centimetres
  /// of the plan: 1/150 of its greater side, and no less than 12.
  private var leastTextSize: Double {
    max(12, Double(max(high.x - low.x, high.y - low.y)) / 10 / 150)
  }

  /// Room for the legend of a map under the scale, in centimetres; none without a map.
  private var legendHeight: Double { layers.grid == nil ? 0 : max(36, leastTextSize) * 3.4 }

  private func drawScale(width: Double, height: Double, in svg: inout SVG) {
    let metres = [50.0, 20, 10, 5, 2].first { $0 * 100 <= width * 0.4 } ?? 1
    let (x, y) = (60.0, height - legendHeight - 40)
    svg.line(x, y, x + metres * 100, y, "stroke=\"\(Palette.ink)\" stroke-width=\"6\"")
    let size = max(36, leastTextSize)
    svg.words(
      "\(SVG.number(metres)) m", x + metres * 100 + 20, y + size / 3,
      "font-size=\"\(SVG.number(size))\"")
  }

  // MARK: - From millimetres of the plan to centimetres of the picture

  private func place(_ point: PlanPoint) -> Point2 {
    Point2(Double(point.x - low.x) / 10 + 60, Double(high.y - point.y) / 10 + 60)
  }

  private func place(_ local: Point2) -> Point2 {
    Point2(
      ((local.x - plan.origin.x) * 1000 - Double(low.x)) / 10 + 60,
      (Double(high.y) - (local.y - plan.origin.y) * 1000) / 10 + 60)
  }

  private func path(_ polygons: [PlanPolygon]) -> String {
    polygons.flatMap(\.rings).map { ring in
      let points = ring.map { place($0) }
      return "M"
        + points.map { "\(SVG.number($0.x)) \(SVG.number($0.y))" }.joined(separator: "L") + "Z"
    }.joined()
  }
}
