import Foundation
import SpatialCore
import Testing
import TwinModel

@Suite("What a body covers in the plan")
struct MeshShadowTests {
  func outline(_ mesh: TriangleMesh) throws -> [PlanPolygon] {
    var model = BoxModel()
    model.addRoom("room", 0, 0, 10, 10)
    model.add(.furniture, "thing", mesh: mesh)
    let plan = try StoreyPlanBuilder.plan(of: model.storey, in: model.building, number: 1)
    return plan.obstacles.first?.outline ?? []
  }

  /// A sphere of `2 n` meridians: closed, with a lower side that hangs together.
  func sphere(_ n: Int, radius: Double) -> TriangleMesh {
    var mesh = TriangleMesh()
    for (i, j) in (0...n).flatMap({ i in (0..<2 * n).map { (i, $0) } }) {
      let (polar, turn) = (Double(i) * .pi / Double(n), Double(j) * .pi / Double(n))
      mesh.vertices.append(
        Point3(
          5 + radius * sin(polar) * cos(turn), 5 + radius * sin(polar) * sin(turn),
          1 + radius * cos(polar)))
    }
    for (i, j) in (0..<n).flatMap({ i in (0..<2 * n).map { (i, $0) } }) {
      let (a, b) = (UInt32(i * 2 * n + j), UInt32(i * 2 * n + (j + 1) % (2 * n)))
      let below = UInt32(2 * n)
      mesh.indices += [a, a + below, b, b, a + below, b + below]
    }
    return mesh
  }

  @Test("is the table top, whatever stands below it")
  func table() throws {
    let model = BoxModel()
    var table = model.box(2, 2, 4, 3, 0.7, 0.75)
    for (x, y) in [(2.1, 2.1), (3.8, 2.1), (2.1, 2.8), (3.8, 2.8)] {
      table.append(model.box(x, y, x + 0.05, y + 0.05, 0, 0.7))
    }
    #expect(try outline(table) == [.rectangle(2000, 2000, 4000, 3000)])
  }

  @Test("closes the gap of a door under its lintel, also where the body has the hole cut out")
  func lintel() throws {
    let model = BoxModel()
    var wall = model.box(0, 1, 2, 1.2, 0, 3)
    wall.append(model.box(3, 1, 8, 1.2, 0, 3))
    wall.append(model.box(2, 1, 3, 1.2, 2.1, 3))
    #expect(try outline(wall) == [.rectangle(0, 1000, 8000, 1200)])
  }

  @Test("is in two parts when the body is")
  func twoParts() throws {
    let model = BoxModel()
    var pair = model.box(1, 1, 2, 2, 0, 1)
    pair.append(model.box(4, 1, 5, 2, 0, 1))
    #expect(try outline(pair).map(\.area) == [1, 1])
  }

  @Test("keeps the hole of a frame")
  func frame() throws {
    let model = BoxModel()
    var frame = model.box(1, 1, 4, 2, 0, 1)
    frame.append(model.box(1, 3, 4, 4, 0, 1))
    frame.append(model.box(1, 2, 2, 3, 0, 1))
    frame.append(model.box(3, 2, 4, 3, 0, 1))
    let outline = try outline(frame)
    #expect(outline.count == 1)
    #expect(outline[0].holes.map(twiceArea) == [-2_000_000])
    #expect(outline[0].area == 8)
  }

  @Test("is the equator of a round body, at any fineness", arguments: [4, 12, 40])
  func round(_ n: Int) throws {
    let outline = try outline(sphere(n, radius: 0.5))
    // A regular polygon of 2 n corners: n r² sin(π / n); rounding to mm may move its border by 0.5 mm.
    let area = Double(n) * 0.25 * sin(.pi / Double(n))
    #expect(outline.count == 1)
    #expect(abs(outline[0].area.value - area) < .pi * 0.0005)
  }

  @Test("is there for an open sheet, but not for an upright one")
  func sheets() throws {
    let sloping = TriangleMesh(
      vertices: [Point3(0, 0, 1), Point3(2, 0, 1), Point3(2, 2, 2), Point3(0, 2, 2)],
      indices: [0, 1, 2, 0, 2, 3])
    #expect(try outline(sloping) == [.rectangle(0, 0, 2000, 2000)])
    let upright = TriangleMesh(
      vertices: [Point3(0, 0, 0), Point3(2, 0, 0), Point3(2, 0, 2)], indices: [0, 1, 2])
    #expect(try outline(upright).isEmpty)
  }

  @Test("does not depend on which way the triangles face")
  func insideOut() throws {
    let mesh = sphere(12, radius: 0.5)
    var flipped = mesh
    for first in stride(from: 0, to: mesh.indices.count, by: 3) {
      flipped.indices.swapAt(first, first + 1)
    }
    #expect(try outline(flipped) == outline(mesh))
  }
}
