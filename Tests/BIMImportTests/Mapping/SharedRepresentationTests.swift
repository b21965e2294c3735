import BIMImport
import Testing
import TwinModel

@Suite("A representation that products share")
struct SharedRepresentationTests {
  /// Two desks of 1 × 2 × 1 m: one moved by 5 m in x, one mirrored in y, moved by 10 m and three times
  /// as high.
  private static let desks = """
    #10=IFCFURNITURE('0000000000000000000002',$,'plain',$,$,#20,#11,$,$);
    #11=IFCPRODUCTDEFINITIONSHAPE($,$,(#12));
    #12=IFCSHAPEREPRESENTATION(#5,'Body','MappedRepresentation',(#13));
    #13=IFCMAPPEDITEM(#100,#14);#14=IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$,#7,$,$);
    #20=IFCLOCALPLACEMENT($,#21);#21=IFCAXIS2PLACEMENT3D(#22,$,$);
    #22=IFCCARTESIANPOINT((5.,0.,0.));
    #30=IFCFURNITURE('0000000000000000000003',$,'high',$,$,#9,#31,$,$);
    #31=IFCPRODUCTDEFINITIONSHAPE($,$,(#32));
    #32=IFCSHAPEREPRESENTATION(#5,'Body','MappedRepresentation',(#33));
    #33=IFCMAPPEDITEM(#100,#34);
    #34=IFCCARTESIANTRANSFORMATIONOPERATOR3DNONUNIFORM(#35,#36,#37,1.,$,1.,3.);
    #35=IFCDIRECTION((1.,0.,0.));#36=IFCDIRECTION((0.,-1.,0.));
    #37=IFCCARTESIANPOINT((10.,0.,0.));
    #100=IFCREPRESENTATIONMAP(#6,#101);
    #101=IFCSHAPEREPRESENTATION(#5,'Body','CSG',(#102));#102=IFCBLOCK(#6,1.,2.,1.);
    """

  private func elements(_ more: String = "") throws -> [Element] {
    let text = Snippet.file(Snippet.frame + Self.desks + more)
    return try IFCImporter.read(text: text).buildings.flatMap(\.storeys).flatMap(\.elements)
  }

  @Test("is one shape that stands in two places, mirrored in one of them")
  func once() throws {
    let elements = try elements()
    let plain = try #require(elements.first { $0.name == "plain" }?.body)
    let high = try #require(elements.first { $0.name == "high" }?.body)
    #expect(plain.shape == high.shape)
    #expect(plain.bounds == Box3(around: [Point3(5, 0, 0), Point3(6, 2, 1)]))
    #expect(high.bounds == Box3(around: [Point3(10, -2, 0), Point3(11, 0, 3)]))
    #expect(abs(volume(plain.mesh) - 2) < 1e-9 && abs(volume(high.mesh) - 6) < 1e-9)
  }

  @Test("is cut for the one that has an opening alone")
  func opening() throws {
    let elements = try elements(
      """

      #40=IFCOPENINGELEMENT('0000000000000000000004',$,$,$,$,#20,#41,$,$);
      #41=IFCPRODUCTDEFINITIONSHAPE($,$,(#42));
      #42=IFCSHAPEREPRESENTATION(#5,'Body','CSG',(#43));#43=IFCBLOCK(#6,1.,1.,1.);
      #44=IFCRELVOIDSELEMENT('0000000000000000000005',$,$,$,#10,#40);
      """)
    let plain = try #require(elements.first { $0.name == "plain" })
    let high = try #require(elements.first { $0.name == "high" })
    #expect(abs(volume(try #require(plain.mesh)) - 1) < 1e-9)
    #expect(abs(volume(try #require(high.mesh)) - 6) < 1e-9)
  }

  /// Volume inside the triangles, in m³.
  private func volume(_ mesh: TriangleMesh) -> Double {
    (0..<mesh.triangleCount).reduce(0) { sum, triangle in
      let corners = (0..<3).map { mesh.vertices[Int(mesh.indices[3 * triangle + $0])] }
      let (a, b, c) = (corners[0], corners[1], corners[2])
      return sum
        + (a.x * (b.y * c.z - b.z * c.y) + a.y * (b.z * c.x - b.x * c.z)
          + a.z * (b.x * c.y - b.y * c.x)) / 6
    }
  }
}
