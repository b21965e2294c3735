import Foundation
public import TwinModel

/// The walls that rays of a storey may meet.
///
/// A ray crosses a segment when the ends of the ray lie on different sides of the segment's line, the
/// ends of the segment on different sides of the ray's line, and the ray's height there is at least
/// the segment's bottom and below its top. **Ties**, decided without rounding by the same comparison
/// everywhere: a point exactly on a line counts as on its right-hand side. It follows that
/// - a ray through the **joint** of two segments that go on past each other (jamb of a door, wall cut
///   into pieces) meets exactly one of them;
/// - a ray through the free end of a segment that **abuts** another meets the other once, and the one
///   that ends there or not by the side on which it lies;
/// - a ray that **touches** a corner without going round it (both segments on one side) meets none or
///   both;
/// - a ray **along** a segment, or a receiver's end exactly **on** one, lies on the right of it;
/// - a ray exactly at the **head** of an opening meets what is above it, at the sill what is above it.
public struct WallScene: Hashable, Sendable {
  /// The segments.
  public var segments: [WallSegment]
  /// Loss curves that segments refer to.
  public var curves: [LossCurve]

  /// Creates a scene; each segment's curve is an index into `curves`.
  public init(segments: [WallSegment] = [], curves: [LossCurve] = []) {
    precondition(segments.allSatisfy { curves.indices.contains($0.curve) }, "unknown loss curve")
    self.segments = segments
    self.curves = curves
  }

  /// Sum of the losses of all segments that the straight ray from `start` to `end` crosses.
  ///
  /// The plain way, segment by segment; ``MultiWallMap`` gives the same numbers for whole storeys.
  ///
  /// - Complexity: O(segments).
  public func wallLoss(from start: Point3, to end: Point3) -> Decibels {
    var sum = 0.0
    for segment in segments {
      let shadow = SegmentShadow(segment, from: start, receiverHeight: end.z)
      guard shadow.holds(end.x, end.y) else { continue }
      let (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
      let distance = (dx * dx + dy * dy + dz * dz).squareRoot()
      sum +=
        segment.share
        * curves[segment.curve].lossDB(cosine: shadow.cosine(end.x, end.y, distance: distance))
    }
    return Decibels(sum)
  }
}
