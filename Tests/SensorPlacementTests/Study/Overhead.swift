import TwinModel

/// What hangs over a drawn storey, made by hand, in metres.
enum Overhead {
  /// A beam as a box from its underside up to `top`.
  static func beam(
    _ id: String, x: ClosedRange<Double>, y: ClosedRange<Double>, from under: Double, to top: Double
  ) -> Element {
    element(id, .beam, box(x, y, bottom: { _, _ in under }, thickness: top - under))
  }

  /// A slab 0.2 m thick whose underside is at `height(x, y)`.
  static func slab(
    _ id: String, x: ClosedRange<Double>, y: ClosedRange<Double>,
    underside height: @escaping (Double, Double) -> Double
  ) -> Element {
    element(id, .slab, box(x, y, bottom: height, thickness: 0.2))
  }

  private static func element(_ id: String, _ kind: ElementKind, _ mesh: TriangleMesh) -> Element {
    Element(
      id: GlobalID(id), kind: kind, sourceClass: "Ifc\(kind.rawValue)", body: PlacedShape(mesh))
  }

  /// A closed box whose lower and upper faces are parallel.
  private static func box(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, bottom: (Double, Double) -> Double,
    thickness: Double
  ) -> TriangleMesh {
    let plan = [
      (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
      (x.lowerBound, y.upperBound),
    ]
    return TriangleMesh(
      vertices: [0, thickness].flatMap { rise in
        plan.map { Point3($0.0, $0.1, bottom($0.0, $0.1) + rise) }
      },
      indices: [
        0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3,
        0, 4, 3, 4, 7,
      ])
  }
}
