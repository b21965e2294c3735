import Foundation
public import TwinModel

extension Georeference {
  /// The same place in another projected system, EPSG:4547 for the store.
  ///
  /// Origin, direction and scale are carried over at the local origin; between conformal projections
  /// the rest of a campus of a kilometre then lies within millimetres of its true place. Heights stay.
  ///
  /// - Throws: ``GeometryError/unknownSystem(_:reason:)``,
  ///   ``GeometryError/cannotTransform(x:y:from:to:reason:)`` outside a projection.
  public func converted(to epsg: Int = 4547) throws(GeometryError) -> Georeference {
    guard epsg != self.epsg else { return self }
    return try converted(
      to: epsg, using: CoordinateTransformation(from: self.epsg, to: epsg))
  }

  /// As ``converted(to:)``, with a transformation from ``epsg`` to `epsg` that the caller keeps.
  ///
  /// - Throws: As the other.
  public func converted(
    to epsg: Int, using transformation: CoordinateTransformation
  ) throws(GeometryError) -> Georeference {
    let origin = try transformation.forward(map(Point2(0, 0)))
    // 200 m along the local x axis, centred: the size of a campus.
    let before = try transformation.forward(map(Point2(-100, 0)))
    let after = try transformation.forward(map(Point2(100, 0)))
    let (dx, dy) = (after.x - before.x, after.y - before.y)
    let length = hypot(dx, dy)
    guard length > 0 else {
      throw .operationFailed(
        "convert a georeference to EPSG:\(epsg)", reason: "the local x axis has no length there")
    }
    return Georeference(
      epsg: epsg, eastings: Metres(origin.x), northings: Metres(origin.y), height: height,
      abscissa: dx / length, ordinate: dy / length, scale: length / 200, source: source)
  }
}
