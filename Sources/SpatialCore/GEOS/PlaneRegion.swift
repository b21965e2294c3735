/// A set of points of the plane that GEOS can be asked about: polygons with holes, in any unit.
///
/// Conforming types are plain values; the conversion to GEOS happens inside ``GEOSContext``.
package protocol PlaneRegion: Sendable {
  /// Side of the square grid that results lie on, in the unit of the coordinates; 0 for no grid.
  static var grid: Double { get }
  /// The polygons, each as its rings with the outer one first; a ring is x0, y0, x1, y1 … and open.
  var coordinates: [[[Double]]] { get }
  /// Creates a region from polygons of the same form, outer rings counter-clockwise, holes clockwise.
  init(coordinates: [[[Double]]])
}
