import SpatialCore
import Testing

/// A wall 5 m long (x), 0.3 m thick (y) and 3 m high (z): 4.5 m³.
///
/// Its holes go along y.
@Suite("Straight holes in a wall")
struct StraightHolesTests {
  private let along = Vector3(0, 1, 0)

  private func wall(mitred: Double = 0) -> SolidMesh {
    SolidMesh(
      prismOver: [
        Vector2(0, 0), Vector2(5, 0), Vector2(5 - mitred, 0.3), Vector2(mitred, 0.3),
      ], holes: [], from: .zero, to: Vector3(0, 0, 3))
  }

  private func hole(
    _ x: ClosedRange<Double>, _ z: ClosedRange<Double>, _ y: ClosedRange<Double>,
    in front: StraightHoles
  ) -> StraightHoles.Hole {
    let corners = [
      Vector3(x.lowerBound, 0, z.lowerBound), Vector3(x.upperBound, 0, z.lowerBound),
      Vector3(x.upperBound, 0, z.upperBound), Vector3(x.lowerBound, 0, z.upperBound),
    ]
    return StraightHoles.Hole(
      rings: [corners.map { front.shadow(of: $0) }],
      from: front.level(of: Vector3(0, y.lowerBound, 0)),
      to: front.level(of: Vector3(0, y.upperBound, 0)))
  }

  /// What is left of a wall, and which holes were cut.
  private func cut(
    _ wall: SolidMesh,
    _ holes: [(x: ClosedRange<Double>, z: ClosedRange<Double>, y: ClosedRange<Double>)]
  ) throws -> (left: SolidMesh, done: [Bool]) {
    var front = try #require(StraightHoles(wall, along: along))
    let placed = holes.map { hole($0.x, $0.z, $0.y, in: front) }
    let done = front.cut(placed)
    return (front.mesh, done)
  }

  @Test("a window takes its area times the thickness, and adds its reveal")
  func window() throws {
    let (left, done) = try cut(wall(), [(1...2, 1...2.5, -1...1)])
    #expect(done == [true])
    #expect(left.isClosed)
    // 4.5 − 1 · 1.5 · 0.3
    #expect(abs(left.signedVolume - 4.05) < 1e-9)
    // The box has 2·(5·3 + 5·0.3 + 3·0.3) = 34.8 m²; less 2 · 1.5, more the reveal 2·(1 + 1.5)·0.3.
    #expect(abs(left.surfaceArea - (34.8 - 3 + 1.5)) < 1e-9)
  }

  @Test("a door flush with the floor has no sill, whether it ends there or below")
  func door() throws {
    for bottom in [0.0, -0.2] {
      let (left, done) = try cut(wall(), [(1...2, bottom...2, -1...1)])
      #expect(done == [true])
      #expect(abs(left.signedVolume - (4.5 - 0.6)) < 1e-9)
      // Two faces of 2 m² and the floor of 0.3 m² go, the jambs and the head of 5 · 0.3 m² come.
      #expect(abs(left.surfaceArea - (34.8 - 4 - 0.3 + 1.5)) < 1e-6)
    }
  }

  @Test("the mitred ends of a wall do not matter to a window in its middle")
  func mitred() throws {
    let wall = wall(mitred: 0.3)
    let (left, done) = try cut(wall, [(1...2, 1...2, -1...1)])
    #expect(done == [true])
    #expect(abs(wall.signedVolume - left.signedVolume - 0.3) < 1e-9)
  }

  @Test("a hole through a slanted face is refused and leaves the wall whole")
  func slanted() throws {
    let wall = wall(mitred: 0.3)
    let (left, done) = try cut(wall, [(0.1...1, 1...2, -1...1)])
    #expect(done == [false])
    #expect(left == wall)
  }

  @Test("overlapping holes count once")
  func overlapping() throws {
    let (left, done) = try cut(wall(), [(1...2, 1...2, -1...1), (1.5...3, 1...2, -1...1)])
    #expect(done == [true, true])
    #expect(abs(left.signedVolume - (4.5 - 2 * 0.3)) < 1e-9)
  }

  @Test("a niche keeps its back")
  func niche() throws {
    let (left, done) = try cut(wall(), [(1...2, 1...2, -1...0.1)])
    #expect(done == [true])
    #expect(abs(left.signedVolume - (4.5 - 0.1)) < 1e-9)
    #expect(abs(left.surfaceArea - (34.8 + 4 * 0.1)) < 1e-9)
  }

  @Test("a hole in two halves, the inner one wider, leaves a rebate")
  func halves() throws {
    let (left, done) = try cut(
      wall(), [(1...2, 1...2, -1...0.1), (0.9...2.1, 0.9...2.1, 0.1...1)])
    #expect(done == [true, true])
    // 1 · 1 · 0.1 and 1.2 · 1.2 · 0.2
    #expect(abs(left.signedVolume - (4.5 - 0.1 - 0.288)) < 1e-9)
  }

  @Test("a hole beside the wall takes nothing away")
  func beside() throws {
    let (left, _) = try cut(wall(), [(6...7, 1...2, -1...1)])
    #expect(abs(left.signedVolume - 4.5) < 1e-12)
  }

  @Test("nothing is left of a wall that is all hole")
  func whole() throws {
    let (left, done) = try cut(wall(), [(0...5, 0...3, 0...0.3)])
    #expect(done == [true])
    #expect(left.isEmpty)
  }

  @Test("far from the origin as well")
  func farAway() throws {
    let shift = AffineTransform(
      x: Vector3(1, 0, 0), y: Vector3(0, 1, 0), z: Vector3(0, 0, 1),
      origin: Vector3(500_000, 2_500_000, 0))
    let far = wall().transformed(shift)
    var front = try #require(StraightHoles(far, along: along))
    let corners = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0)].map {
      front.shadow(of: shift(Vector3($0.0, 0, $0.1)))
    }
    let level = front.level(of: shift(.zero))
    let done = front.cut([StraightHoles.Hole(rings: [corners], from: level - 1, to: level + 1)])
    #expect(done == [true])
    #expect(abs(front.mesh.signedVolume - 4.2) < 1e-6)
  }
}

/// Holes that touch nothing become rings of the faces; those that come near something go the general way.
@Suite("Holes near to one another and to borders")
struct NeighbouringHolesTests {
  /// Windows of 1 m × 1 m in a wall 5 m long, 0.3 m thick and 3 m high, and a round hole.
  @Test(
    "leave the same volume and surface, whichever way they are cut",
    arguments: [0.5, 1e-3, 1e-4, 1.5e-5, 0])
  func gap(_ gap: Double) throws {
    let wall = SolidMesh(
      prismOver: [Vector2(0, 0), Vector2(5, 0), Vector2(5, 0.3), Vector2(0, 0.3)], holes: [],
      from: .zero, to: Vector3(0, 0, 3))
    var front = try #require(StraightHoles(wall, along: Vector3(0, 1, 0)))
    func window(_ x: Double, _ z: Double) -> StraightHoles.Hole {
      let corners = [(x, z), (x + 1, z), (x + 1, z + 1), (x, z + 1)].map {
        Vector3($0.0, 0, $0.1)
      }
      return StraightHoles.Hole(
        rings: [corners.map { front.shadow(of: $0) }], from: front.level(of: Vector3(0, -1, 0)),
        to: front.level(of: Vector3(0, 1, 0)))
    }
    // One window beside another, and one under the top of the wall.
    let done = front.cut([window(1, 1), window(2 + gap, 1), window(3.7, 2 - gap)])
    #expect(done == [true, true, true])
    #expect(front.mesh.isClosed)
    #expect(abs(front.mesh.signedVolume - (4.5 - 0.9)) < 1e-5)
    // Each window takes 2 m² and adds 1.2 m² of reveal; where the gap is shut, what lies in it is gone.
    let shut = gap == 0 ? 0.3 * 4 : 0
    #expect(abs(front.mesh.surfaceArea - (34.8 - 3 * 0.8 - shut)) < 1e-3)
  }

  /// A slab with a courtyard: a hole in the courtyard takes nothing, one around it is no inner hole.
  @Test("in a face with a hole of its own")
  func courtyard() throws {
    let outer = [Vector2(0, 0), Vector2(10, 0), Vector2(10, 10), Vector2(0, 10)]
    let yard = [Vector2(4, 4), Vector2(4, 6), Vector2(6, 6), Vector2(6, 4)]
    let slab = SolidMesh(
      prismOver: outer, holes: [yard], from: .zero, to: Vector3(0, 0, 0.2))
    for (low, high, left) in [(1.0, 2.0, 96.0 - 1), (4.5, 5.5, 96), (3, 7, 100 - 16)] {
      var front = try #require(StraightHoles(slab, along: Vector3(0, 0, 1)))
      let corners = [(low, low), (high, low), (high, high), (low, high)].map {
        front.shadow(of: Vector3($0.0, $0.1, 0))
      }
      _ = front.cut([
        StraightHoles.Hole(
          rings: [corners], from: front.level(of: Vector3(0, 0, -1)),
          to: front.level(of: Vector3(0, 0, 1)))
      ])
      #expect(abs(front.mesh.signedVolume - left * 0.2) < 1e-6, "hole from \(low) to \(high)")
    }
  }
}
