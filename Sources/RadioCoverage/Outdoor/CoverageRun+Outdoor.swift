import Foundation
import TwinModel

extension CoverageRun {
  /// Adds the coverage between the buildings by the outdoor sites; nothing without such sites.
  func addOutdoors(_ outdoors: OutdoorSites, _ output: inout StudyOutput) {
    guard !outdoors.sites.isEmpty else { return }
    let subject = Subject.campus(input.campus.id)
    output.facts.append(
      fact(subject, "campus.nr_outdoor_sites", .number(Double(outdoors.sites.count)), [], ""))
    guard let ground = groundStorey, let grid = outdoorGrid(outdoors) else { return }
    let blockers = outdoors.buildings.map(\.blocker) + outdoors.surroundings
    let isOpen = (0..<grid.count).map { cell in
      let centre = grid.centre(column: cell % grid.columns, row: cell / grid.columns)
      return !blockers.contains { $0.contains(centre) }
    }
    let height = Metres(ground.elevation.value + parameters.outdoorHeight.value)
    let map = MultiWallMap(grid: grid, receiverHeight: height, frequency: parameters.frequency)
    let path = RoofPath(blockers: blockers, frequency: parameters.frequency)
    let levels = outdoors.sites.map { site in
      site.levels(
        path.pathLoss(from: site.place, over: grid, height: height, isOpen: isOpen), on: map)
    }
    let best = elements(levels).reduce([Float](repeating: -.infinity, count: grid.count)) {
      zip($0, $1).map { max($0, $1) }
    }
    let values = zip(best, isOpen).map { $1 ? $0 : Float.nan }
    let open = values.filter { !$0.isNaN }
    guard !open.isEmpty else { return }
    let covered = open.count { Double($0) >= parameters.rsrpThreshold.value }
    output.facts.append(
      fact(
        subject, "campus.nr_outdoor_coverage",
        .number(100 * Double(covered) / Double(open.count)), outdoors.sites.map(\.id),
        "\(open.count) cells, \(outdoors.surroundings.count) buildings around"))
    output.grids.append(
      GridFact(
        storey: ground.storey, quantity: "grid.outdoor_ss_rsrp", origin: grid.origin,
        cell: grid.cell, columns: grid.columns, rows: grid.rows, values: values,
        source: study.source))
  }

  /// The lowest storey above ground; the lowest of all when none is.
  private var groundStorey: StoreyPlan? {
    let plans = input.plans.filter { $0.number >= 1 }
    return (plans.isEmpty ? input.plans : plans).min { $0.elevation < $1.elevation }
  }

  /// Cells over the box of the campus' buildings and the margin; nil without buildings or with more than
  /// ``RoomCells/most`` cells.
  private func outdoorGrid(_ outdoors: OutdoorSites) -> CellGrid? {
    let boxes = outdoors.buildings.map(\.blocker)
    guard let west = boxes.map(\.low.x).min(), let south = boxes.map(\.low.y).min(),
      let east = boxes.map(\.high.x).max(), let north = boxes.map(\.high.y).max()
    else { return nil }
    let (margin, cell) = (parameters.outdoorMargin.value, parameters.outdoorCell)
    let columns = ((east - west + 2 * margin) / cell.value).rounded(.up)
    let rows = ((north - south + 2 * margin) / cell.value).rounded(.up)
    guard columns * rows <= Double(RoomCells.most), columns > 0, rows > 0 else { return nil }
    return CellGrid(
      origin: Point2(west - margin, south - margin), cell: cell, columns: Int(columns),
      rows: Int(rows))
  }
}
