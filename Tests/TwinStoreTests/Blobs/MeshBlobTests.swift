import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("A mesh as bytes")
struct MeshBlobTests {
  /// A fan of `count` triangles around the first vertex.
  private func fan(_ count: Int) -> TriangleMesh {
    var mesh = TriangleMesh(vertices: [Point3(0.1, -2e7, 1 / 3)], indices: [])
    for number in 0..<count {
      mesh.vertices += [Point3(Double(number), 1, 0), Point3(Double(number) + 0.5, 2, 0)]
      mesh.indices += [0, UInt32(2 * number + 1), UInt32(2 * number + 2)]
    }
    return mesh
  }

  /// 24 bytes a vertex, and 1, 2 or 4 an index, after 16 bytes of head.
  @Test(
    "comes back to the bit, with indices as short as they can be",
    arguments: [(1, 1), (127, 1), (128, 2), (32_767, 2), (32_768, 4)])
  func roundTrip(_ triangles: Int, _ width: Int) throws {
    let mesh = fan(triangles)
    let data = try #require(MeshBlob.encode(mesh))
    #expect(data.count == 16 + 24 * (2 * triangles + 1) + width * 3 * triangles)
    #expect(MeshBlob.decode(data) == mesh)
  }

  @Test("of the first layout, with indices of four bytes, is still read")
  func firstLayout() throws {
    let mesh = fan(1)
    var data = Data("TWMS".utf8)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    append(UInt32(1))
    append(UInt32(3))
    append(UInt32(3))
    for vertex in mesh.vertices {
      for coordinate in [vertex.x, vertex.y, vertex.z] { append(coordinate.bitPattern) }
    }
    for index in mesh.indices { append(index) }
    #expect(MeshBlob.decode(data) == mesh)
  }

  @Test("that is cut short, too long, of another layout or leads nowhere is refused")
  func refusals() throws {
    let data = try #require(MeshBlob.encode(fan(2)))
    for count in 0..<data.count { #expect(MeshBlob.decode(data.prefix(count)) == nil) }
    #expect(MeshBlob.decode(data + [0]) == nil)
    var other = data
    other[4] = 3
    #expect(MeshBlob.decode(other) == nil)
    var astray = data
    astray[astray.count - 1] = 5
    #expect(MeshBlob.decode(astray) == nil)
    #expect(
      MeshBlob.encode(TriangleMesh(vertices: [Point3(0, 0, 0)], indices: [0, 0, 1])) == nil)
  }
}
