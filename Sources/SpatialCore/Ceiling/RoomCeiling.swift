public import TwinModel

/// What a room has above it, as far as the model says.
public struct RoomCeiling: Hashable, Sendable {
  /// Beams that hang below the ceiling over the room, ordered by GlobalId.
  public var beams: [CeilingBeam]
  /// The least slope of what is above the floor, nil when nothing is above a fifth of it or more.
  public var slope: Degrees?
  /// Lines above the floor where two slopes meet at their upper ends.
  public var ridges: [CeilingRidge]

  /// Creates a ceiling.
  public init(beams: [CeilingBeam] = [], slope: Degrees? = nil, ridges: [CeilingRidge] = []) {
    self.beams = beams
    self.slope = slope
    self.ridges = ridges
  }
}

/// A ridge seen from below, as far as it runs above the floor of a room.
public struct CeilingRidge: Hashable, Sendable {
  /// One end in the plan.
  public var start: PlanPoint
  /// The other end.
  public var end: PlanPoint
  /// The lesser of the two slopes.
  public var slope: Degrees

  /// Creates a ridge.
  public init(start: PlanPoint, end: PlanPoint, slope: Degrees) {
    self.start = start
    self.end = end
    self.slope = slope
  }
}

/// A beam seen from below.
public struct CeilingBeam: Hashable, Sendable {
  /// The element of the model.
  public var id: GlobalID
  /// Its outline in the plan, also beyond the room.
  public var outline: [PlanPolygon]
  /// How far it hangs below the ceiling where it hangs farthest, in millimetres; above 0.
  public var drop: Int64

  /// Creates a beam.
  public init(id: GlobalID, outline: [PlanPolygon], drop: Int64) {
    self.id = id
    self.outline = outline
    self.drop = drop
  }
}
