public import TwinModel

/// Looks up from the rooms of a building: slabs, roofs and coverings make the ceiling, beams hang below.
///
/// A ceiling is what a line straight up from the floor meets first, up to the top of the room; where
/// the model's space has a height, it ends at the ceiling.
public struct BuildingCeilings {
  private let covers: UndersideProbe
  private var beams: [(id: GlobalID, mesh: TriangleMesh, bounds: Box3)] = []

  /// Whether the building has any beam with a body.
  public var hasBeams: Bool { !beams.isEmpty }

  /// Gathers what can hang over rooms.
  public init(_ building: Building) {
    var meshes: [TriangleMesh] = []
    for element in building.storeys.lazy.flatMap(\.elements) {
      switch element.kind {
      case .slab, .roof, .covering:
        if let mesh = element.mesh { meshes.append(mesh) }
      case .beam:
        if let mesh = element.mesh, let bounds = mesh.bounds {
          beams.append((element.id, mesh, bounds))
        }
      default: break
      }
    }
    covers = UndersideProbe(meshes)
    beams.sort { $0.id < $1.id }
  }

  /// What is above a room of a plan of this building.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` when outlines of beams cannot be cut.
  public func ceiling(
    over room: PlanRoom, in plan: StoreyPlan
  ) throws(GeometryError) -> RoomCeiling {
    guard let view = CeilingView(of: room, in: plan, covers: covers) else { return RoomCeiling() }
    var result = RoomCeiling()
    let hits = view.samples.compactMap { point in view.cover(at: point).map { (point, $0) } }
    // Near its edges a roof may rest on walls and leave points of the floor without a hit.
    if !hits.isEmpty, hits.count * 5 >= view.samples.count * 4 {
      // A roof of 30° drawn in floating point is one of 30°, not one above it.
      result.slope = Degrees(((hits.map(\.1.slope).min() ?? 0) * 100).rounded() / 100)
      result.ridges = view.ridges(hits)
    }
    for beam in beams {
      guard beam.bounds.min.z < view.top - 0.01, beam.bounds.max.z > view.middle,
        let box = Box2(around: [beam.bounds.min.plan, beam.bounds.max.plan]),
        box.intersects(view.box)
      else { continue }
      let outline = MeshShadow(of: beam.mesh, in: view.frame, limit: 200).outline
      let drop = try view.drop(of: UndersideProbe([beam.mesh]), outline: outline)
      if drop > 10 {
        result.beams.append(CeilingBeam(id: beam.id, outline: outline, drop: drop))
      }
    }
    return result
  }

  /// Height above the local zero of the ceiling over a point of a room; nil when the model does not say.
  public func underside(at point: Point2, over room: PlanRoom, in plan: StoreyPlan) -> Metres? {
    guard let view = CeilingView(of: room, in: plan, covers: covers) else { return nil }
    return view.cover(at: point).map { Metres(min($0.height, view.top)) }
  }
}
