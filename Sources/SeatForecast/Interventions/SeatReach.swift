public import TwinModel

/// How far pupils may be sent from a place to seats that an option adds elsewhere.
public struct SeatReach: Hashable, Sendable {
  /// Where places stand (m); a place without a position neither sends nor takes pupils.
  public var positions: [Subject: Point2]
  /// The longest way from a place to another, by stage; seats of a stage without one cannot be shared.
  public var farthest: [Stage: Metres]
  /// Walking metres for a metre of straight line; 1 or more.
  public var detour: Double
  /// Whether seats that are free without any option may be taken, too.
  public var sharesFree: Bool

  /// Creates a reach.
  public init(
    positions: [Subject: Point2], farthest: [Stage: Metres], detour: Double = 1.3,
    sharesFree: Bool = false
  ) {
    self.positions = positions
    self.farthest = farthest
    self.detour = detour
    self.sharesFree = sharesFree
  }

  /// Walking metres between two points.
  func way(_ from: Point2, _ to: Point2) -> Double {
    let (east, north) = (from.x - to.x, from.y - to.y)
    return detour * (east * east + north * north).squareRoot()
  }

  /// The first rule that it breaks; nil when it is sound.
  var fault: ForecastError? {
    guard detour >= 1, detour <= 100 else {
      return ForecastError(reason: "the detour is \(detour), but must be from 1 to 100")
    }
    for (stage, metres) in farthest.sorted(by: { $0.key < $1.key })
    where !(metres.value >= 0 && metres.value <= 1_000_000) {
      return ForecastError(
        reason: "the reach of \(stage.rawValue) schools is \(metres.value) m, but must be from 0 "
          + "to 1000000 m")
    }
    for (place, point) in positions.sorted(by: { $0.key < $1.key })
    where !(abs(point.x) < 1e9 && abs(point.y) < 1e9) {
      return ForecastError(
        reason: "\(place.id) stands at \(point.x), \(point.y); expected metres up to a billion")
    }
    return nil
  }
}
