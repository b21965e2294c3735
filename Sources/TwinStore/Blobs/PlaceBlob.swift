package import Foundation
package import TwinModel

/// A place as the column `element.place` keeps it: twelve Float64, little-endian, of the images of the
/// unit vectors x, y, z and of the origin.
package enum PlaceBlob {
  /// The bytes of `place`; nil for the origin itself, which is not kept.
  package static func encode(_ place: ShapePlace) -> Data? {
    guard place != .origin else { return nil }
    var writer = ByteWriter(capacity: 96)
    for point in [place.x, place.y, place.z, place.zero] {
      writer.write(point.x)
      writer.write(point.y)
      writer.write(point.z)
    }
    return writer.data
  }

  /// The place in `data`; nil when it does not have the layout above.
  package static func decode(_ data: Data) -> ShapePlace? {
    guard data.count == 96 else { return nil }
    var reader = ByteReader(data)
    var points: [Point3] = []
    while let x = reader.readDouble(), let y = reader.readDouble(), let z = reader.readDouble() {
      points.append(Point3(x, y, z))
    }
    return ShapePlace(x: points[0], y: points[1], z: points[2], zero: points[3])
  }
}
