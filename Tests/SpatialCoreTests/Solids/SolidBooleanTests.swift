import SpatialCore
import Testing
import TwinModel

@Suite("Two solids")
struct SolidBooleanTests {
  private typealias Shapes = SolidShapes

  private func combined(
    _ operation: SolidOperation, _ left: SolidMesh, _ right: SolidMesh
  ) throws -> SolidMesh {
    var work = 100_000_000
    let result = try left.combined(operation, with: right, work: &work)
    expectClosed(result)
    return result
  }

  /// The areas of a closed surface, as vectors, add to nothing, and so do they weighted with places.
  private func expectClosed(_ mesh: SolidMesh) {
    var sum = Vector3.zero
    for index in 0..<mesh.triangleCount {
      let (a, b, c) = mesh.corners(index)
      sum += (b - a).cross(c - a)
    }
    #expect(mesh.isClosed || mesh.isEmpty)
    #expect(sum.length < 1e-4)
    let far = Shapes.moved(mesh, by: Vector3(7, -5, 3))
    #expect(abs(far.signedVolume - mesh.signedVolume) < 1e-6)
  }

  @Test("with corners in one another have three volumes")
  func boxes() throws {
    let a = Shapes.box(Vector3(0, 0, 0), Vector3(2, 2, 2))
    let b = Shapes.box(Vector3(1, 1, 1), Vector3(3, 3, 3))
    #expect(abs(try combined(.union, a, b).signedVolume - 15) < 1e-6)
    #expect(abs(try combined(.intersection, a, b).signedVolume - 1) < 1e-6)
    let rest = try combined(.difference, a, b)
    #expect(abs(rest.signedVolume - 7) < 1e-6)
    // The corner taken out has as much surface as it took away.
    #expect(abs(rest.surfaceArea - 24) < 1e-5)
  }

  @Test("lose the faces on which they touch")
  func touching() throws {
    let a = Shapes.box(Vector3(0, 0, 0), Vector3(2, 2, 2))
    let b = Shapes.box(Vector3(2, 0, 0), Vector3(3, 2, 2))
    let both = try combined(.union, a, b)
    #expect(abs(both.signedVolume - 12) < 1e-6)
    // 3 × 2 × 2: 2·(6 + 6 + 4).
    #expect(abs(both.surfaceArea - 32) < 1e-5)
    #expect(try combined(.intersection, a, b).isEmpty)
    #expect(abs(try combined(.difference, a, b).signedVolume - 8) < 1e-6)
  }

  @Test("that are the same leave all or nothing")
  func same() throws {
    let a = Shapes.court(height: 2)
    #expect(abs(try combined(.union, a, a).signedVolume - 14) < 1e-6)
    #expect(abs(try combined(.intersection, a, a).signedVolume - 14) < 1e-6)
    #expect(try combined(.difference, a, a).isEmpty)
  }

  @Test("flush on both sides leave a hole through the wall")
  func flush() throws {
    let wall = Shapes.box(Vector3(0, 0, 0), Vector3(5, 3, 0.2))
    // Flush within rounding on either side.
    let opening = Shapes.moved(Shapes.angle(height: 0.2 + 4e-7), by: Vector3(1, 0, -2e-7))
    let rest = try combined(.difference, wall, opening)
    #expect(abs(rest.signedVolume - (15 - 5) * 0.2) < 1e-5)
    // No skin is left: the areas that look down are the wall's less the opening's.
    #expect(abs(rest.downFacingArea - 10) < 1e-4)
  }

  @Test("far from the origin are combined as near it")
  func far() throws {
    let shift = Vector3(4_500_000, 5_300_000, 200)
    let wall = Shapes.moved(Shapes.box(Vector3(0, 0, 0), Vector3(5, 3, 0.25)), by: shift)
    let opening = Shapes.moved(Shapes.angle(height: 0.25), by: shift + Vector3(1, 0, 0))
    var work = 1_000_000
    let rest = try wall.combined(.difference, with: opening, work: &work)
    #expect(abs(rest.signedVolume - 2.5) < 1e-5)
  }

  @Test("leave a closed cavity where one lies in the other")
  func cavity() throws {
    let a = Shapes.box(Vector3(-5, -5, -5), Vector3(5, 5, 5))
    let rest = try combined(.difference, a, Shapes.ring(sides: 16, radius: 2, width: 1))
    let ring = Shapes.ring(sides: 16, radius: 2, width: 1)
    #expect(abs(rest.signedVolume - (1000 - ring.signedVolume)) < 1e-6)
    #expect(abs(rest.surfaceArea - (600 + ring.surfaceArea)) < 1e-5)
  }

  @Test("that do not close, or need more work than there is, are refused")
  func refused() {
    var open = Shapes.angle(height: 1)
    open.indices.removeLast(3)
    open.isClosed = false
    let a = Shapes.box(Vector3(0.5, 0.5, 0.5), Vector3(2, 2, 0.7))
    var work = 1_000_000
    #expect(throws: SolidProblem.open) { try a.combined(.difference, with: open, work: &work) }
    work = 10
    #expect(throws: SolidProblem.tooMuchWork) {
      try a.combined(.difference, with: Shapes.angle(height: 1), work: &work)
    }
  }

  @Test(
    "in any position keep the balance of volumes", arguments: Array(UInt64(1)...40))
  func balance(_ seed: UInt64) throws {
    var random = SeededRandom(seed, stream: "solids")
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    let shapes = [
      Shapes.box(Vector3(0, 0, 0), Vector3(2, 2, 2)), Shapes.angle(height: 2),
      Shapes.court(height: 1), Shapes.ring(sides: 16, radius: 1.5, width: 1),
    ]
    let a = shapes[Int.random(in: 0...3, using: &random)]
    var b = shapes[Int.random(in: 0...3, using: &random)]
    if seed % 2 == 0 {
      // Half of them on a grid, so that faces fall on faces.
      let step = SIMD3(
        Double(Int.random(in: -1...2, using: &random)),
        Double(Int.random(in: -1...2, using: &random)),
        Double(Int.random(in: -1...1, using: &random)))
      b = Shapes.moved(b, by: step / 2)
    } else {
      let turn = SIMD4(number(-1...1), number(-1...1), number(-1...1), number(-1...1))
      b = Shapes.moved(
        Shapes.turned(b, turn), by: Vector3(number(-1...2), number(-1...2), number(-1...1)))
    }
    let union = try combined(.union, a, b).signedVolume
    let common = try combined(.intersection, a, b).signedVolume
    #expect(abs(union + common - a.signedVolume - b.signedVolume) < 1e-5)
    let left = try combined(.difference, a, b).signedVolume
    #expect(abs(left + common - a.signedVolume) < 1e-5)
    let right = try combined(.difference, b, a).signedVolume
    #expect(abs(right + common - b.signedVolume) < 1e-5)
  }

  @Test("that are turned keep the volumes they have unturned", arguments: Array(UInt64(1)...10))
  func turned(_ seed: UInt64) throws {
    var random = SeededRandom(seed, stream: "solids")
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    let turn = SIMD4(number(), number(), number(), number())
    // Coplanar faces stay so only within rounding.
    let a = Shapes.turned(Shapes.court(height: 2), turn)
    let b = Shapes.turned(
      Shapes.box(Vector3(0, 0, 0), Vector3(3, 2, 1)), turn)
    // The court's lower half: 7 − 2 of the arms beyond y = 2, 1 high.
    #expect(abs(try combined(.intersection, a, b).signedVolume - 5) < 1e-5)
    #expect(abs(try combined(.difference, a, b).signedVolume - 9) < 1e-5)
    #expect(abs(try combined(.union, a, b).signedVolume - 15) < 1e-5)
  }
}
