import SpatialCore
import TwinModel

/// What hangs over the rooms of a campus.
struct CampusCeilings {
  private let buildings: [GlobalID: BuildingCeilings]

  init(_ campus: Campus) {
    buildings = Dictionary(
      campus.buildings.map { ($0.id, BuildingCeilings($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether any building has beams.
  var hasBeams: Bool { buildings.values.contains { $0.hasBeams } }

  /// What is above a room; nothing known for a building that the campus has not.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` when outlines of beams cannot be cut.
  func ceiling(over room: PlanRoom, in plan: StoreyPlan) throws(GeometryError) -> RoomCeiling {
    try buildings[plan.building]?.ceiling(over: room, in: plan) ?? RoomCeiling()
  }

  /// Height above the local zero of the ceiling over a point of a room; nil when the model does not say.
  func underside(at point: Point2, over room: PlanRoom, in plan: StoreyPlan) -> Metres? {
    buildings[plan.building]?.underside(at: point, over: room, in: plan)
  }
}
