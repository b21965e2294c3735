import SpatialCore
import Testing
import TwinModel

@Suite("A coordinate transformation")
struct CoordinateTransformationTests {
  /// Computed with pyproj 3 (PROJ 9), EPSG:4326 to EPSG:4547, always_xy.
  @Test("takes a school in Bao'an to CGCS2000 / 3-degree Gauss-Kruger CM 114E")
  func baoan() throws {
    let transformation = try CoordinateTransformation(from: 4326, to: 4547)
    let place = try transformation.forward(Point2(113.88, 22.55))
    #expect(abs(place.x - 487_656.887) < 0.001)
    #expect(abs(place.y - 2_494_709.139) < 0.001)
    let back = try transformation.inverse(place)
    #expect(abs(back.x - 113.88) < 1e-9)
    #expect(abs(back.y - 22.55) < 1e-9)
  }

  @Test("names the system that does not exist")
  func unknownSystem() {
    #expect {
      try CoordinateTransformation(from: 4326, to: 999_999)
    } throws: { error in
      guard case GeometryError.unknownSystem(let system, let reason) = error else { return false }
      return system == "EPSG:4326 → EPSG:999999" && !reason.isEmpty
    }
  }

  @Test("says which place a projection cannot show")
  func noPlace() throws {
    let mercator = try CoordinateTransformation(from: 4326, to: 3857)
    #expect {
      try mercator.forward(Point2(.infinity, 22))
    } throws: { error in
      guard case GeometryError.cannotTransform(_, let y, _, let to, _) = error else { return false }
      return y == 22 && to == "EPSG:3857"
    }
  }
}
