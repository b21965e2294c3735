import TwinModel

/// The lowest and highest point of something, in metres above the local zero.
struct HeightRange {
  private(set) var low: Double?
  private(set) var high: Double?

  mutating func include(_ height: Double) {
    guard height.isFinite else { return }
    low = min(low ?? height, height)
    high = max(high ?? height, height)
  }

  mutating func include(_ other: HeightRange) {
    if let low = other.low { include(low) }
    if let high = other.high { include(high) }
  }

  /// A space from its floor to its clear height.
  init(of space: Space) {
    include(space.floorElevation.value)
    if let height = space.height { include(space.floorElevation.value + height.value) }
  }

  /// What a body spans.
  init(of body: PlacedShape?) {
    guard let bounds = body?.bounds else { return }
    include(bounds.min.z)
    include(bounds.max.z)
  }

  init() {}
}
