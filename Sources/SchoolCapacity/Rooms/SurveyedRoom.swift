import TwinModel

/// A space of the campus with all that the study reads of it: its place in the plan, its use, its
/// area.
struct SurveyedRoom: Sendable {
  let space: Space
  let building: GlobalID
  let storey: GlobalID
  let classification: RoomClassification
  /// Number of the storey; nil when the storey has no plan.
  let storeyNumber: Int?
  /// The room of the plan; nil when the space has no outline.
  let plan: PlanRoom?
  /// Floor area; nil when neither plan nor model says it.
  let area: SquareMetres?
  /// Where the area is from, when not from the plan; empty otherwise.
  let areaNote: String

  var use: RoomUse { classification.use }
  var id: GlobalID { space.id }
  /// Name as a sentence calls it.
  var label: String {
    let words = [space.name, space.longName].filter { !$0.isEmpty }
    return words.isEmpty ? space.id.value : words.joined(separator: " ")
  }

  init(
    _ space: Space, building: GlobalID, storey: GlobalID, plan: StoreyPlan?, room: PlanRoom?,
    classification: RoomClassification
  ) {
    self.space = space
    self.building = building
    self.storey = storey
    self.classification = classification
    storeyNumber = plan?.number
    self.plan = room
    (area, areaNote) = Self.area(of: space, room: room)
  }

  private static func area(of space: Space, room: PlanRoom?) -> (SquareMetres?, String) {
    if let area = room?.area, area.value > 0, area.value.isFinite { return (area, "") }
    if let area = space.floorArea, area.value > 0, area.value.isFinite {
      return (area, "from the body of the space")
    }
    return declaredArea(of: space).map { ($0, "as the file declares it") } ?? (nil, "")
  }

  /// Net floor area that the file declares; nil when it declares none above zero.
  static func declaredArea(of space: Space) -> SquareMetres? {
    for name in ["NetFloorArea", "NetArea"] {
      for quantity in space.declaredQuantities where quantity.name == name {
        if case .number(let value) = quantity.value, value > 0, value.isFinite {
          return SquareMetres(value)
        }
      }
    }
    return nil
  }

  /// All spaces of the campus, building by building, bottom up, in order of the model.
  static func survey(_ input: StudyInput, uses: RoomUses) -> [SurveyedRoom] {
    let plans = Dictionary(
      input.plans.map { ($0.storey, $0) }, uniquingKeysWith: { first, _ in first })
    return input.campus.buildings.flatMap { building in
      building.storeys.flatMap { storey in
        let plan = plans[storey.id]
        let rooms = Dictionary(
          (plan?.rooms ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return storey.spaces.map { space in
          SurveyedRoom(
            space, building: building.id, storey: storey.id, plan: plan, room: rooms[space.id],
            classification: uses.classify(space))
        }
      }
    }
  }
}
