import TwinModel

extension CoverIncidence {
  /// Adds the candidates farthest from those chosen until there are `count`.
  func spread(_ chosen: inout [Int], to count: Int) {
    while chosen.count < count {
      let distances = candidates.indices.map { candidate in
        chosen.map { squaredDistance(candidates[candidate], candidates[$0]) }.min() ?? 0
      }
      let free = candidates.indices.filter { !chosen.contains($0) }
      guard let next = free.max(by: { (distances[$0], $1) < (distances[$1], $0) }) else { return }
      chosen.append(next)
    }
  }

  /// Adds places, those that serve most first, until every one of `missed` that can be is served.
  func serve(_ missed: [PlanPoint], with chosen: inout [Int]) {
    let wanted = Set(missed)
    var open = Set(points.indices.filter { wanted.contains(points[$0]) })
    for place in chosen { open.subtract(served[place]) }
    while !open.isEmpty {
      let gains = served.map { list in list.count { open.contains($0) } }
      guard let best = gains.indices.max(by: { (gains[$0], $1) < (gains[$1], $0) }),
        gains[best] > 0
      else { return }
      chosen.append(best)
      open.subtract(served[best])
    }
  }

  /// Moves the chosen places, one after the other, to where the floor is nearest to them, while every
  /// point stays served: the same number of places, but in the middle of what they serve.
  func tidy(_ chosen: inout [Int]) {
    let weights = pointCounts(chosen)
    var counts = weights
    for _ in 0..<4 {
      var hasMoved = false
      for index in chosen.indices {
        for point in served[chosen[index]] { counts[point] -= 1 }
        let best = bestPlace(for: index, of: chosen, counts: counts)
        hasMoved = hasMoved || best != chosen[index]
        chosen[index] = best
        for point in served[best] { counts[point] += 1 }
      }
      if !hasMoved { return }
    }
  }

  private func pointCounts(_ chosen: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: points.count)
    for place in chosen { for point in served[place] { counts[point] += 1 } }
    return counts
  }

  /// The candidate that serves all points only this place serves, with the least sum over all points
  /// of the square of the distance to the nearest place that serves them.
  private func bestPlace(for index: Int, of chosen: [Int], counts: [Int]) -> Int {
    var nearest = [Int64](repeating: .max, count: points.count)
    for (other, place) in chosen.enumerated() where other != index {
      for point in served[place] {
        nearest[point] = min(nearest[point], squaredDistance(candidates[place], points[point]))
      }
    }
    let needed = served[chosen[index]].count { counts[$0] == 0 }
    // The squares of a school fit 64 bits many times over.
    let others = nearest.reduce(Int64(0)) { $1 == .max ? $0 : $0 + $1 }
    var best = chosen[index]
    var least = Int64.max
    for candidate in candidates.indices
    where candidate == chosen[index] || !chosen.contains(candidate) {
      // A place without clearance stays the exception that it is.
      if !isClear[candidate], isClear[chosen[index]] { continue }
      var sum = others
      var answered = 0
      for point in served[candidate] {
        let square = squaredDistance(candidates[candidate], points[point])
        if nearest[point] == .max {
          answered += counts[point] == 0 ? 1 : 0
          sum += square
        } else if square < nearest[point] {
          sum += square - nearest[point]
        }
      }
      if answered >= needed, sum < least || (sum == least && candidate == chosen[index]) {
        least = sum
        best = candidate
      }
    }
    return best
  }
}
