import SpatialCore
import Testing

@Suite("A solid mesh")
struct SolidMeshTests {
  /// A cube of side 2 from the origin.
  private let cube = SolidMesh(
    vertices: [
      Vector3(0, 0, 0), Vector3(2, 0, 0), Vector3(0, 2, 0), Vector3(2, 2, 0),
      Vector3(0, 0, 2), Vector3(2, 0, 2), Vector3(0, 2, 2), Vector3(2, 2, 2),
    ],
    indices: [
      0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1,
      3,
      5, 3, 7, 5,
    ], isClosed: true)

  private func halfSpace(below z: Double) -> ConvexRegion {
    ConvexRegion(planes: [.init(normal: Vector3(0, 0, 1), through: Vector3(0, 0, z))])
  }

  @Test("has volume, area, floor and closed edges")
  func measures() {
    #expect(abs(cube.signedVolume - 8) < 1e-12)
    #expect(abs(cube.surfaceArea - 24) < 1e-12)
    #expect(abs(cube.downFacingArea - 4) < 1e-12)
    #expect(cube.hasPairedEdges)
    #expect(!SolidMesh(vertices: cube.vertices, indices: [0, 2, 1]).hasPairedEdges)
  }

  @Test("keeps its volume's sign when it is mirrored")
  func mirrored() {
    var mirror = AffineTransform.identity
    mirror.x = Vector3(-1, 0, 0)
    #expect(abs(cube.transformed(mirror).signedVolume - 8) < 1e-12)
  }

  @Test("is cut by a plane into two closed parts")
  func planeCut() throws {
    let upper = try #require(cube.cut(.remove, halfSpace(below: 0.5)))
    let lower = try #require(cube.cut(.keep, halfSpace(below: 0.5)))
    #expect(abs(upper.signedVolume - 6) < 1e-9)
    #expect(abs(lower.signedVolume - 2) < 1e-9)
    #expect(upper.hasPairedEdges && lower.hasPairedEdges)
  }

  @Test("is left alone by a region that only touches it, and vanishes within one")
  func touching() throws {
    #expect(cube.cut(.remove, halfSpace(below: 0)) == cube)
    #expect(try #require(cube.cut(.remove, halfSpace(below: 2))).isEmpty)
  }

  @Test("gets a hole through it from a prism as thick as itself")
  func hole() throws {
    let outline = [Vector2(0.5, 0.5), Vector2(1.5, 0.5), Vector2(1.5, 1.5), Vector2(0.5, 1.5)]
    let prism = try #require(
      ConvexRegion(
        outline: outline, direction: Vector3(0, 0, 2), from: 0, to: 1, frame: .identity))
    let result = try #require(cube.cut(.remove, prism))
    #expect(abs(result.signedVolume - 6) < 1e-9)
    #expect(abs(result.surfaceArea - 30) < 1e-9)
    #expect(abs(result.downFacingArea - 3) < 1e-9)
  }

  @Test("gets a closed cavity from a box within it")
  func cavity() throws {
    let outline = [Vector2(0.5, 0.5), Vector2(1.5, 0.5), Vector2(1.5, 1.5), Vector2(0.5, 1.5)]
    let box = try #require(
      ConvexRegion(
        outline: outline, direction: Vector3(0, 0, 2), from: 0.25, to: 0.75, frame: .identity))
    let result = try #require(cube.cut(.remove, box))
    #expect(abs(result.signedVolume - 7) < 1e-9)
    #expect(abs(result.surfaceArea - 30) < 1e-9)
  }

  @Test("that is convex gives its region back")
  func region() throws {
    let region = try #require(ConvexRegion(around: cube))
    #expect(region.planes.count == 6)
    var far = AffineTransform.identity
    far.origin = Vector3(1, 1, 1)
    let rest = try #require(cube.transformed(far).cut(.remove, region))
    #expect(abs(rest.signedVolume - 7) < 1e-9)
  }

  @Test("goes back and forth through a transform and its inverse")
  func inverse() throws {
    let map = AffineTransform(
      x: Vector3(1, 2, 0), y: Vector3(0, 3, 1), z: Vector3(1, 0, 2), origin: Vector3(4, 5, 6))
    let back = try #require(map.inverse)
    let point = Vector3(0.3, -7, 2)
    #expect((back(map(point)) - point).length < 1e-12)
  }
}
