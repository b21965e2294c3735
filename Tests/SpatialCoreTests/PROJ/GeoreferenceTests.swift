import Foundation
import SpatialCore
import Testing
import TwinModel

@Suite("A georeference from IfcSite")
struct GeoreferenceTests {
  let transformation: CoordinateTransformation

  init() throws { transformation = try CoordinateTransformation(from: 4326, to: 4547) }

  @Test("turns grid north by the meridian convergence, so that local north is true north")
  func trueNorth() throws {
    let site = try Georeference.site(latitude: 22.55, longitude: 113.88, elevation: 12)
    #expect(site.epsg == 4547)
    #expect(site.source == .siteCoordinates)
    #expect(site.height == 12)
    // γ = (λ − λ0) sin φ = −0.12° · sin 22.55° = −0.0460°: true north lies east of grid north.
    let turn = atan2(site.ordinate, site.abscissa) * 180 / .pi
    #expect(abs(turn - -0.12 * sin(22.55 * .pi / 180)) < 1e-4)
    let north = try transformation.inverse(site.map(Point2(0, 100)))
    #expect(abs(north.x - 113.88) < 1e-9)
    #expect(north.y > 22.55)
  }

  @Test("follows a true north that is not the y axis")
  func turnedSite() throws {
    // The building's x axis points to true north: y then points west.
    let site = try Georeference.site(
      latitude: 22.55, longitude: 113.88, trueNorth: Point2(2, 0))
    let north = try transformation.inverse(site.map(Point2(100, 0)))
    #expect(abs(north.x - 113.88) < 1e-9)
    let west = try transformation.inverse(site.map(Point2(0, 100)))
    #expect(west.x < 113.88)
    #expect(abs(west.y - 22.55) < 1e-6)
  }

  @Test(
    "has the scale of the projection: a fortieth of a per cent at a zone's edge, none in the middle"
  )
  func scale() throws {
    // k = 1 + E² / (2 R²) with E the distance from the central meridian.
    let middle = try Georeference.site(latitude: 22.55, longitude: 114)
    #expect(abs(middle.scale - 1) < 1e-7)
    let edge = try Georeference.site(latitude: 22.55, longitude: 115.5)
    let away = edge.eastings.value - 500_000
    #expect(abs(edge.scale - (1 + away * away / (2 * 6_370_000 * 6_370_000))) < 1e-6)
  }

  @Test("refuses a true north without direction and a latitude beyond the pole")
  func refuses() {
    #expect(throws: GeometryError.self) {
      try Georeference.site(latitude: 22.55, longitude: 113.88, trueNorth: Point2(0, 0))
    }
    #expect(throws: GeometryError.self) {
      try Georeference.site(latitude: 122.55, longitude: 113.88)
    }
  }

  @Test("keeps every point of a campus in its place when it is converted to another system")
  func converted() throws {
    // WGS 84 / UTM 50N: 3° east of its zone's western edge, so turned and scaled against 4547.
    let utm = Georeference(
      epsg: 32650, eastings: 179_000, northings: 2_497_000, height: 5, abscissa: 0.6,
      ordinate: 0.8, source: .mapConversion)
    let grid = try utm.converted(to: 4547)
    let direct = try CoordinateTransformation(from: 32650, to: 4547)
    for corner in [Point2(0, 0), Point2(150, 0), Point2(0, 150), Point2(-150, 150)] {
      let expected = try direct.forward(utm.map(corner))
      let found = grid.map(corner)
      #expect(hypot(found.x - expected.x, found.y - expected.y) < 0.005)
    }
    #expect(grid.height == 5)
    #expect(grid.source == .mapConversion)
    #expect(try grid.converted(to: 4547) == grid)
  }

  @Test("maps footprints with the orientation of their rings kept")
  func footprint() throws {
    let georeference = Georeference(
      epsg: 4547, eastings: 1000, northings: 2000, abscissa: 0, ordinate: 1, source: .scenario)
    let mapped = georeference.map(MultiPolygon([.rectangle(0, 0, 2, 1)]))
    #expect(mapped.polygons[0].outer.first == Point2(1000, 2000))
    #expect(mapped.polygons[0].outer[1] == Point2(1000, 2002))
    #expect(mapped.area == 2)
  }
}
