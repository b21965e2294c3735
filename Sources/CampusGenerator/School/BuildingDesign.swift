/// An axis-parallel rectangle of the plan, in whole millimetres.
package struct PlanRectangle: Hashable, Sendable {
  /// Lower left corner.
  package var x0: Int
  /// Lower left corner.
  package var y0: Int
  /// Upper right corner.
  package var x1: Int
  /// Upper right corner.
  package var y1: Int

  /// Creates a rectangle from its lower left and upper right corner.
  package init(x0: Int, y0: Int, x1: Int, y1: Int) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  /// Extent along x.
  package var width: Int { x1 - x0 }
  /// Extent along y.
  package var depth: Int { y1 - y0 }
  /// Area, in mm².
  package var area: Int { width * depth }
}

/// A designed building: every part with its place, in whole millimetres of its own frame.
package struct BuildingDesign: Hashable, Sendable {
  /// `A`, `B`, …: the first letter of its room numbers.
  package var letter: String
  /// Its name.
  package var name: String
  /// Where its frame's zero lies in the campus' frame.
  package var originX: Int
  /// Where its frame's zero lies in the campus' frame.
  package var originY: Int
  /// Outline of every storey, outer faces of the outer walls.
  package var outline: PlanRectangle
  /// What its walls are made of.
  package var construction: Construction
  /// Storeys, bottom up.
  package var storeys: [StoreyDesign]
}

/// A designed storey; heights count from its floor.
package struct StoreyDesign: Hashable, Sendable {
  /// 1 is the ground floor.
  package var number: Int
  /// Its floor above the building's zero.
  package var elevation: Int
  /// From floor to floor.
  package var height: Int
  /// Clear height under the slab above.
  package var clearHeight: Int
  /// Whether the roof lies on it.
  package var isTop: Bool
  /// Rooms, south to north, west to east.
  package var rooms: [RoomDesign] = []
  /// Walls, outer ones first.
  package var walls: [WallDesign] = []
  /// Holes in its floor, where stairs come up.
  package var floorHoles: [PlanRectangle] = []
  /// Stairs that lead up from here.
  package var stairs: [StairDesign] = []
  /// Detectors, antennas, access points.
  package var devices: [DeviceDesign] = []
  /// Desks.
  package var desks: [DeskDesign] = []
}

/// A designed room: a rectangle between the finished walls.
package struct RoomDesign: Hashable, Sendable {
  /// The number on the door, such as `A2-03`; unique in the school.
  package var number: String
  /// What it is for.
  package var use: RoomUse
  /// The name on the plan; a nine-year school says the stage too.
  package var longName: String
  /// Floor between the finished walls.
  package var floor: PlanRectangle
}

/// A designed wall, drawn from `start` along its direction; its left side is the inner one.
package struct WallDesign: Hashable, Sendable {
  /// Which way a wall runs.
  package enum Direction: Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case east, north, west, south
  }

  /// Its name, unique in its storey.
  package var name: String
  /// Where its axis begins.
  package var x: Int
  /// Where its axis begins.
  package var y: Int
  /// Which way its axis runs.
  package var direction: Direction
  /// Length of the axis.
  package var length: Int
  /// Thickness, half of it on either side of the axis.
  package var thickness: Int
  /// Height.
  package var height: Int
  /// Whether it faces outside air.
  package var isOuter: Bool
  /// Holes with what fills them, in order of making.
  package var openings: [OpeningDesign] = []

  /// The ground it stands on.
  package var footprint: PlanRectangle {
    let half = thickness / 2
    return switch direction {
    case .east: PlanRectangle(x0: x, y0: y - half, x1: x + length, y1: y + half)
    case .west: PlanRectangle(x0: x - length, y0: y - half, x1: x, y1: y + half)
    case .north: PlanRectangle(x0: x - half, y0: y, x1: x + half, y1: y + length)
    case .south: PlanRectangle(x0: x - half, y0: y - length, x1: x + half, y1: y)
    }
  }
}

/// A hole in a wall.
package struct OpeningDesign: Hashable, Sendable {
  /// What fills it.
  package enum Filling: Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case door, fireDoor, entranceDoor, window, nothing
  }

  /// From the wall's start to its near jamb.
  package var offset: Int
  /// Between the jambs.
  package var width: Int
  /// Lower edge above the floor.
  package var sill: Int
  /// From lower to upper edge.
  package var height: Int
  /// What fills it.
  package var filling: Filling
  /// Numbers of the rooms on its sides; one when the other side is outside.
  package var rooms: [String]
}

/// A designed stair with two flights and a landing half-way.
package struct StairDesign: Hashable, Sendable {
  /// Number of the stairs room it stands in.
  package var room: String
  /// Ground of flights and landing; the flights begin at its southern edge.
  package var ground: PlanRectangle
  /// Risers of each flight.
  package var risersInFlight: Int
  /// Height of a riser.
  package var riser: Int
  /// Depth of a tread.
  package var tread: Int
  /// Width of a flight.
  package var flightWidth: Int
}

/// A designed device.
package struct DeviceDesign: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case smokeDetector = "smoke"
    case co2Sensor = "co2"
    case smallCell = "nr"
    case accessPoint = "ap"
  }

  /// What it is.
  package var kind: Kind
  /// Number of the room it hangs in.
  package var room: String
  /// Place of its top centre.
  package var x: Int
  /// Place of its top centre.
  package var y: Int
  /// Place of its top centre, above the floor.
  package var z: Int
}

/// A designed desk for one pupil.
package struct DeskDesign: Hashable, Sendable {
  /// Number of the room it stands in.
  package var room: String
  /// Lower left corner of its 0.4 m × 0.6 m.
  package var x: Int
  /// Lower left corner of its 0.4 m × 0.6 m.
  package var y: Int
}
