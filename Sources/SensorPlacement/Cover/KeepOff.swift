import TwinModel

/// Something on the ceiling that detectors keep away from, without blocking sight or taking floor.
///
/// A beam (GB 50116-2013 6.2.5) or an air outlet (6.2.8).
struct KeepOff: Hashable {
  /// Its outline; a single point for an outlet.
  let ring: [PlanPoint]
  /// Least distance of a place to it, in millimetres.
  let distance: Int64

  /// How much farther than asked a place is (mm); negative when it is too near.
  func spare(of place: PlanPoint) -> Double {
    if ring.count > 2, position(of: place, in: ring) != .outside { return -Double(distance) }
    let nearest = ring.indices.reduce(Double.infinity) { least, index in
      let edge = DetectionArea.Edge(
        start: ring[index], end: ring[index + 1 == ring.endIndex ? 0 : index + 1])
      return min(least, edge.distance(to: place))
    }
    return nearest - Double(distance)
  }

  /// The box around all places that are too near, or just not.
  var reach: (min: PlanPoint, max: PlanPoint) {
    let box = PlanPolygon(outer: ring).bounds
    return (
      PlanPoint(box.min.x - distance, box.min.y - distance),
      PlanPoint(box.max.x + distance, box.max.y + distance)
    )
  }

  /// The same, moved by (−x, −y).
  func moved(by origin: PlanPoint) -> KeepOff {
    KeepOff(
      ring: ring.map { PlanPoint($0.x - origin.x, $0.y - origin.y) }, distance: distance)
  }
}
