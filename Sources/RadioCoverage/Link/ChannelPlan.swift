/// A channel for each access point, so that those that hear one another use different ones.
///
/// The points are coloured in the order of saturation (DSATUR): the next is the one that sees most
/// channels around it, then the one with most conflict, then the first; it takes the channel on which it
/// hears least. Then single points move while that lowers the conflict. With few channels some is left.
///
/// Source: Brélaz: New methods to color the vertices of a graph, Communications of the ACM 22 (1979).
public struct ChannelPlan: Hashable, Sendable {
  /// Channel of each point, 0 up to the number of channels.
  public let channels: [Int]
  /// Sum of the conflicts between points on the same channel.
  public let conflict: Double

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - conflicts: How much two points disturb one another on the same channel: not negative,
  ///     symmetric, a row for each point.
  ///   - count: Channels, at least one.
  public init(conflicts: [[Double]], channels count: Int) {
    precondition(count > 0, "a plan has at least one channel")
    precondition(
      conflicts.allSatisfy { $0.count == conflicts.count }, "as many columns as points")
    var plan = [Int?](repeating: nil, count: conflicts.count)

    func heard(by point: Int, on channel: Int) -> Double {
      conflicts.indices.reduce(0) { sum, other in
        other != point && plan[other] == channel ? sum + conflicts[point][other] : sum
      }
    }
    func quietest(for point: Int) -> Int {
      (0..<count).min { heard(by: point, on: $0) < heard(by: point, on: $1) } ?? 0
    }

    let totals = conflicts.map { $0.reduce(0, +) }
    for _ in conflicts.indices {
      var best: (point: Int, seen: Int)?
      for point in conflicts.indices where plan[point] == nil {
        let seen = Set(
          conflicts.indices.compactMap { conflicts[point][$0] > 0 && $0 != point ? plan[$0] : nil })
        if let known = best,
          (known.seen, totals[known.point]) >= (seen.count, totals[point])
        {
          continue
        }
        best = (point, seen.count)
      }
      if let best { plan[best.point] = quietest(for: best.point) }
    }
    var isMoving = true
    while isMoving {
      isMoving = false
      for point in conflicts.indices {
        let channel = quietest(for: point)
        let (here, there) = (
          heard(by: point, on: plan[point] ?? 0), heard(by: point, on: channel)
        )
        // More than rounding, so that the sum falls at each move and the loop ends.
        if there < here - 1e-9 * here {
          plan[point] = channel
          isMoving = true
        }
      }
    }
    channels = plan.map { $0 ?? 0 }
    conflict = conflicts.indices.reduce(0) { $0 + heard(by: $1, on: plan[$1] ?? 0) } / 2
  }
}
