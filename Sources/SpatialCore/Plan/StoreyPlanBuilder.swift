public import TwinModel

/// The one maker of storey plans: draws the solids of a storey as a planner does.
///
/// - Rooms: floor outlines snapped to whole millimetres.
/// - Walls and curtain walls: what their body covers seen from above; also those of a storey below
///   that reach at least 1.2 m above this floor.
/// - Doors, windows and bare holes: the axis along the middle of the wall from the hole's box, else
///   from the body of the door or window; the rooms beside it are those that hold points 0.1 to 0.6 m
///   off its wall's faces.
/// - Columns and furniture: what their body covers seen from above.
///
/// The plan's (0, 0) is the lower left of all that, rounded down to whole metres. A part more than
/// 50 km from the middle of the storey, or with a coordinate that is no number, is left out with a
/// finding.
public enum StoreyPlanBuilder {
  /// The plans of a campus with what was found wrong on the way.
  public struct Result: Hashable, Sendable {
    /// One plan a storey, in the order of ``Campus/storeys``; one without rooms and walls for a
    /// storey that could not be drawn.
    public var plans: [StoreyPlan]
    /// Problems of the model, storey by storey.
    public var findings: [Finding]
  }

  /// The plan of one storey.
  ///
  /// - Parameters:
  ///   - storey: A storey of `building`.
  ///   - building: Gives the walls with the holes of doors and windows.
  ///   - number: Number of the storey counted from the ground.
  /// - Returns: The plan; what could not be drawn is left out (``plans(of:)`` says what).
  /// - Throws: ``GeometryError/notFinite(subject:)`` when the storey has no elevation.
  public static func plan(
    of storey: Storey, in building: Building, number: Int
  ) throws(GeometryError) -> StoreyPlan {
    try StoreyDrawing(of: storey, in: building, number: number, index: BuildingIndex(building)).plan
  }

  /// The plans of all storeys; none fails because of another.
  ///
  /// Storeys are numbered from the ground: 1 is the lowest one at or above −1.0 m that has a room or a
  /// wall, those below are −1, −2 …
  public static func plans(of campus: Campus) -> Result {
    var result = Result(plans: [], findings: [])
    for building in campus.buildings {
      let index = BuildingIndex(building)
      for (storey, number) in zip(building.storeys, StoreyNumbering.numbers(of: building)) {
        do throws(GeometryError) {
          let drawing = try StoreyDrawing(
            of: storey, in: building, number: number, index: index)
          result.plans.append(drawing.plan)
          result.findings += drawing.findings
        } catch {
          result.plans.append(
            StoreyPlan(
              storey: storey.id, building: building.id, name: storey.name, number: number,
              elevation: 0, height: storey.height ?? 0))
          result.findings.append(
            Finding(
              .error, code: "plan.storey.failed", subject: storey.id.value,
              message: "storey “\(storey.name)” could not be drawn: \(error)",
              suggestion: "correct the storey's elevation and import again"))
        }
      }
    }
    return result
  }
}
