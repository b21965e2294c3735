import TwinModel

/// A possible place with its clearance as ``CeilingCover/clearance(of:)`` gives it, in millimetres.
private struct WidePlace {
  let place: PlanPoint
  let clearance: Double
}

extension CoverIncidence {
  /// For points that no candidate serves: places between the candidates that keep the clearance, or,
  /// where none does, the widest places that serve the point, which is the middle of a passage.
  mutating func admitFurtherPlaces() {
    var isServed = [Bool](repeating: false, count: points.count)
    for list in served { for point in list { isServed[point] = true } }
    guard isServed.contains(false) else { return }
    let (all, task, points) = (furtherPlaces(), task, points)
    let margin = Double(task.clearance)
    for point in points.indices where !isServed[point] {
      let reach = task.radius * task.radius
      let near = all.filter { squaredDistance($0.place, points[point]) <= reach }
      let wide = near.lazy.filter { $0.clearance >= margin }
        .filter { task.area.sees($0.place, points[point]) }
        .min { squaredDistance($0.place, points[point]) < squaredDistance($1.place, points[point]) }
      let entries = wide.map { [$0] } ?? widest(of: near, for: points[point])
      for entry in entries where !candidates.contains(entry.place) {
        admit(entry.place, isClear: entry.clearance >= margin)
        for other in served[served.count - 1] { isServed[other] = true }
      }
    }
  }

  /// The widest places that see a point, a dozen at most, spread over all of them.
  private func widest(of places: [WidePlace], for point: PlanPoint) -> [WidePlace] {
    var result: [WidePlace] = []
    for entry in places.sorted(by: { $0.clearance > $1.clearance }) {
      if let first = result.first, entry.clearance < first.clearance - 1 { break }
      if task.area.sees(entry.place, point) { result.append(entry) }
    }
    result.sort { $0.place < $1.place }
    let stride = max(1, (result.count + 11) / 12)
    // Counted from the middle one, so that it is among them.
    let offset = result.count / 2 % stride
    return result.enumerated().filter { $0.offset % stride == offset }.map(\.element)
  }

  private func furtherPlaces() -> [WidePlace] {
    let grid = FloorGrid(task.area, step: task.step)
    func withMiddles(_ lines: [Int64]) -> [Int64] {
      Set(lines + zip(lines, lines.dropFirst()).map { ($0 + $1) / 2 }).sorted()
    }
    let xs = withMiddles(grid.xs)
    return withMiddles(grid.ys).flatMap { y in
      xs.compactMap { x -> WidePlace? in
        let place = PlanPoint(x, y)
        guard task.area.contains(place) else { return nil }
        let clearance = task.clearance(of: place)
        return task.area.clearance(of: place) > 0
          ? WidePlace(place: place, clearance: clearance) : nil
      }
    }
  }
}
