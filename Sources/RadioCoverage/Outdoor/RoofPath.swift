public import TwinModel

/// The way from one outdoor point to another over the roofs between them.
///
/// Loss = free space + knife edges where the straight line in plan meets an outline, each as high as its
/// building's roof edge, by Deygout. The way round a corner and reflections at other houses are left
/// out, so that the answer is careful in yards and streets.
///
/// Source: ITU-R P.526-15, §4.5.2, by ``EdgeProfile``; ITU-R P.525-4.
public struct RoofPath: Sendable {
  /// The buildings.
  public var blockers: [OutdoorBlocker]
  /// Carrier.
  public var frequency: Gigahertz

  /// Creates ways between `blockers`.
  public init(blockers: [OutdoorBlocker], frequency: Gigahertz) {
    self.blockers = blockers
    self.frequency = frequency
  }

  /// Loss of all roof edges on the way, beyond free space.
  ///
  /// - Complexity: O(edges of the blockers near the way).
  public func edgeLoss(from start: Point3, to end: Point3) -> Decibels {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return Decibels(0) }
    let edges = blockers.flatMap { blocker in
      blocker.crossings(from: start.plan, to: end.plan).compactMap { share -> EdgeProfile.Edge? in
        let distance = share * length
        guard distance > 0, distance < length else { return nil }
        return EdgeProfile.Edge(distance: Metres(distance), height: blocker.top)
      }
    }
    guard !edges.isEmpty else { return Decibels(0) }
    // Never refused: every edge stands between the antennas.
    let profile = try? EdgeProfile(
      edges: edges, length: Metres(length), transmitter: Metres(start.z), receiver: Metres(end.z))
    return profile?.loss(frequency: frequency, by: .deygout) ?? Decibels(0)
  }

  /// Path losses (dB) from `transmitter` to the cells of `grid` at `height`; NaN where `isOpen` is false.
  public func pathLoss(
    from transmitter: Point3, over grid: CellGrid, height: Metres, isOpen: [Bool]
  ) -> [Float] {
    (0..<grid.count).map { cell in
      guard isOpen[cell] else { return .nan }
      let centre = grid.centre(column: cell % grid.columns, row: cell / grid.columns)
      let end = Point3(centre.x, centre.y, height.value)
      let distance = transmitter.distance(to: end)
      return Float(
        FreeSpace.loss(distance: Metres(distance), frequency: frequency).value
          + edgeLoss(from: transmitter, to: end).value)
    }
  }
}

extension Point3 {
  /// Length of the straight line to another point, in metres.
  func distance(to other: Point3) -> Double {
    let (dx, dy, dz) = (other.x - x, other.y - y, other.z - z)
    return (dx * dx + dy * dy + dz * dz).squareRoot()
  }
}
