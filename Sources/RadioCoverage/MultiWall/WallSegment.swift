public import TwinModel

/// A vertical rectangle that weakens rays through it: a wall by its centre-line, or one face of it.
public struct WallSegment: Hashable, Sendable {
  /// One end, in local metres.
  public var start: Point2
  /// The other end, in local metres.
  public var end: Point2
  /// Lower edge above the local zero.
  public var bottom: Metres
  /// Upper edge above the local zero; a ray at exactly this height passes above.
  public var top: Metres
  /// Which of ``WallScene/curves`` gives the loss by angle.
  public var curve: Int
  /// Share of the curve's loss that one crossing costs: 1 for a centre-line, ½ for a face.
  public var share: Double

  /// Creates a segment.
  public init(
    start: Point2, end: Point2, bottom: Metres, top: Metres, curve: Int, share: Double = 1
  ) {
    self.start = start
    self.end = end
    self.bottom = bottom
    self.top = top
    self.curve = curve
    self.share = share
  }
}
