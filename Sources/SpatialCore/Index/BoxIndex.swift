package import TwinModel

/// Which of many boxes lie somewhere: a packed R-tree, made once and never changed.
///
/// Boxes are named by their index in the array given. Answers are in rising order, so that they never
/// depend on the tree.
///
/// Source: Leutenegger, Lopez, Edgington, “STR: A simple and efficient algorithm for R-tree packing”,
/// ICDE 1997.
package struct BoxIndex: Sendable {
  /// Boxes in tree order; level by level, the leaves first.
  private var boxes: [Box2] = []
  /// For a leaf the index of the box given, else where its children begin in ``boxes``.
  private var targets: [Int] = []
  /// Where each level begins in ``boxes``, and the end of the last.
  private var levels: [Int] = [0]
  private static let fanOut = 8

  /// Packs the boxes.
  ///
  /// - Complexity: O(n log n).
  package init(_ items: [Box2]) {
    boxes.reserveCapacity(items.count * 8 / 7 + 8)
    for index in Self.tiled(items) {
      boxes.append(items[index])
      targets.append(index)
    }
    levels.append(boxes.count)
    var children = 0..<boxes.count
    while children.count > 1 {
      for first in stride(from: children.lowerBound, to: children.upperBound, by: Self.fanOut) {
        let group = first..<min(first + Self.fanOut, children.upperBound)
        boxes.append(group.dropFirst().reduce(boxes[first]) { $0.union(boxes[$1]) })
        targets.append(first)
      }
      children = children.upperBound..<boxes.count
      levels.append(boxes.count)
    }
  }

  /// The boxes that share at least a point with `box`, in rising order of their index.
  ///
  /// - Complexity: O(log n + k) for k answers in usual data.
  package func indices(intersecting box: Box2) -> [Int] {
    var found: [Int] = []
    visit(level: levels.count - 2, node: boxes.count - 1) { candidate in
      candidate.intersects(box)
    } leaf: {
      found.append($0)
    }
    return found.sorted()
  }

  /// The boxes that hold a point, in rising order of their index; borders count.
  package func indices(at point: Point2) -> [Int] {
    indices(intersecting: Box2(min: point, max: point))
  }

  /// The item nearest to `point`; nil when there are no boxes or none lies within `limit`.
  ///
  /// `distance` is never less than the distance to the item's box. The first of equals wins.
  package func nearest(
    to point: Point2, within limit: Double = .infinity, distance: (Int) -> Double
  ) -> (index: Int, distance: Double)? {
    var best: (index: Int, distance: Double)?
    visit(level: levels.count - 2, node: boxes.count - 1) { candidate in
      candidate.squaredDistance(to: point).squareRoot() <= best?.distance ?? limit
    } leaf: { index in
      let found = distance(index)
      guard found <= limit else { return }
      if let known = best, (known.distance, known.index) <= (found, index) { return }
      best = (index, found)
    }
    return best
  }

  // MARK: - Walking and packing

  private func visit(
    level: Int, node: Int, enter: (Box2) -> Bool, leaf: (Int) -> Void
  ) {
    guard boxes.indices.contains(node), enter(boxes[node]) else { return }
    guard level > 0 else { return leaf(targets[node]) }
    for child in targets[node]..<min(targets[node] + Self.fanOut, levels[level]) {
      visit(level: level - 1, node: child, enter: enter, leaf: leaf)
    }
  }

  /// The boxes in vertical slices from left to right, each from the bottom up.
  private static func tiled(_ items: [Box2]) -> [Int] {
    let byX = items.indices.sorted {
      (items[$0].centre.x, $0) < (items[$1].centre.x, $1)
    }
    let leaves = (items.count + fanOut - 1) / fanOut
    let slices = max(1, Int(Double(leaves).squareRoot().rounded(.up)))
    let perSlice = max(1, slices * fanOut)
    return stride(from: 0, to: byX.count, by: perSlice).flatMap { first in
      byX[first..<min(first + perSlice, byX.count)].sorted {
        (items[$0].centre.y, $0) < (items[$1].centre.y, $1)
      }
    }
  }
}
