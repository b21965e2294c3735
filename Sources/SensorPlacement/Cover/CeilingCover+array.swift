import TwinModel

extension CeilingCover {
  /// Places in even rows and columns over a rectangle, as few as serve all of it; nil when the area is
  /// no axis-parallel rectangle, is too narrow for the clearance, or has columns in the way of every
  /// array tried.
  func regularArray() -> [PlanPoint]? {
    guard fixed.isEmpty, let box = area.rectangle else { return nil }
    let (width, depth) = (box.max.x - box.min.x, box.max.y - box.min.y)
    guard width >= 2 * clearance, depth >= 2 * clearance else { return nil }
    let first = max(1, minimum)
    // A place serves at least the square in its circle, but for what is left over at the walls.
    let square = Int(1.4 * Double(radius))
    let most = (Int(width) / square + 1) * (Int(depth) / square + 1)
    let isFree = area.isConvex && keepOff.isEmpty
    for count in first...max(first, isFree ? most : min(most, first + 8)) {
      if let places = array(of: count, in: box) { return places }
    }
    return nil
  }

  /// The array of `count` places whose farthest corner is nearest; nil when none serves all.
  private func array(
    of count: Int, in box: (min: PlanPoint, max: PlanPoint)
  ) -> [PlanPoint]? {
    var best: (reach: Int64, places: [PlanPoint])?
    for columns in 1...count where count % columns == 0 {
      let xs = Self.middles(box.min.x, box.max.x, columns)
      let ys = Self.middles(box.min.y, box.max.y, count / columns)
      let places = xs.flatMap { x in ys.map { PlanPoint(x, $0) } }
      guard xs[0] - box.min.x >= clearance, ys[0] - box.min.y >= clearance else { continue }
      let (dx, dy) = (
        Self.halfGap(xs, box.min.x, box.max.x), Self.halfGap(ys, box.min.y, box.max.y)
      )
      let reach = dx * dx + dy * dy
      if reach <= radius * radius, reach < best?.reach ?? .max, isServed(by: places) {
        best = (reach, places)
      }
    }
    return best?.places
  }

  /// Whether columns leave every place its clearance and all floor its sight.
  private func isServed(by places: [PlanPoint]) -> Bool {
    if area.isConvex && keepOff.isEmpty { return true }
    let margin = Double(clearance)
    guard places.allSatisfy({ area.contains($0) && clearance(of: $0) >= margin }) else {
      return false
    }
    let check = PlanCheck(self, places: places, ignoring: [])
    return check.missed.isEmpty && check.unshownArea == 0
  }

  private static func middles(_ low: Int64, _ high: Int64, _ count: Int) -> [Int64] {
    (0..<count).map { low + (high - low) * Int64(2 * $0 + 1) / Int64(2 * count) }
  }

  /// The farthest that a point between `low` and `high` is from the nearest line, rounded up.
  private static func halfGap(_ lines: [Int64], _ low: Int64, _ high: Int64) -> Int64 {
    let inner = zip(lines, lines.dropFirst()).map { ($1 - $0 + 1) / 2 }
    return max(lines[0] - low, high - lines[lines.count - 1], inner.max() ?? 0)
  }
}
