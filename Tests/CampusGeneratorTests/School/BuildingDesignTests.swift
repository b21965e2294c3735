import CampusGenerator
import Testing
import TwinModel

@Suite("A designed school")
struct BuildingDesignTests {
  @Test("has as many ordinary classrooms as classes", arguments: try SampleSchools.all())
  func classrooms(_ school: SchoolDesign) {
    let rooms = school.buildings().flatMap(\.storeys).flatMap(\.rooms)
    #expect(rooms.count { $0.use == .classroom } == school.classCount)
    #expect(Set(rooms.map(\.number)).count == rooms.count)
  }

  @Test(
    "fills its outline with rooms and walls, none over another", arguments: try SampleSchools.all())
  func tiling(_ school: SchoolDesign) {
    for building in school.buildings() {
      for storey in building.storeys {
        let parts = storey.rooms.map(\.floor) + storey.walls.map(\.footprint)
        for (index, part) in parts.enumerated() {
          #expect(part.width > 0 && part.depth > 0)
          #expect(building.outline.holds(part))
          for other in parts[(index + 1)...] { #expect(!part.overlaps(other)) }
        }
        // Nothing overlaps and nothing is left over: floor area is the sum of its parts.
        #expect(parts.reduce(0) { $0 + $1.area } == building.outline.area)
      }
    }
  }

  @Test(
    "cuts its openings within their walls, none into another", arguments: try SampleSchools.all())
  func openings(_ school: SchoolDesign) {
    for storey in school.buildings().flatMap(\.storeys) {
      for wall in storey.walls {
        let sorted = wall.openings.sorted { $0.offset < $1.offset }
        for (index, opening) in sorted.enumerated() {
          #expect(opening.offset > 0 && opening.offset + opening.width < wall.length)
          #expect(opening.sill >= 0 && opening.sill + opening.height < wall.height)
          #expect(opening.width > 0 && opening.height > 0)
          if index > 0 {
            #expect(sorted[index - 1].offset + sorted[index - 1].width < opening.offset)
          }
        }
      }
    }
  }

  @Test(
    "opens every room to a neighbour, through a wall they share", arguments: try SampleSchools.all()
  )
  func doors(_ school: SchoolDesign) {
    for storey in school.buildings().flatMap(\.storeys) {
      let ways = storey.walls.flatMap(\.openings).filter { $0.filling != .window }
      for room in storey.rooms {
        #expect(ways.contains { $0.rooms.contains(room.number) }, "\(room.number)")
      }
      for wall in storey.walls {
        for opening in wall.openings {
          for number in opening.rooms {
            let room = storey.rooms.first { $0.number == number }
            #expect(room?.floor.holds(besideOf: opening, in: wall) == true)
          }
        }
      }
    }
  }

  @Test("lets its stairs fit their rooms", arguments: try SampleSchools.all())
  func stairs(_ school: SchoolDesign) throws {
    for storey in school.buildings().flatMap(\.storeys) {
      for stair in storey.stairs {
        let room = try #require(storey.rooms.first { $0.number == stair.room })
        #expect(room.floor.holds(stair.ground))
        #expect(2 * stair.risersInFlight * stair.riser == storey.height)
      }
    }
  }

  @Test("keeps devices and desks inside their rooms", arguments: try SampleSchools.all())
  func equipment(_ school: SchoolDesign) throws {
    for storey in school.buildings().flatMap(\.storeys) {
      for device in storey.devices {
        let room = try #require(storey.rooms.first { $0.number == device.room })
        #expect(room.floor.holds(PlanRectangle(at: device.x, device.y, device.x, device.y)))
        #expect(device.z <= storey.clearHeight)
      }
      for desk in storey.desks {
        let room = try #require(storey.rooms.first { $0.number == desk.room })
        #expect(
          room.floor.holds(PlanRectangle(at: desk.x, desk.y, desk.x + 400, desk.y + 600)))
      }
    }
  }
}

extension PlanRectangle {
  init(at x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) { self.init(x0: x0, y0: y0, x1: x1, y1: y1) }

  func holds(_ other: PlanRectangle) -> Bool {
    x0 <= other.x0 && other.x1 <= x1 && y0 <= other.y0 && other.y1 <= y1
  }

  func overlaps(_ other: PlanRectangle) -> Bool {
    max(x0, other.x0) < min(x1, other.x1) && max(y0, other.y0) < min(y1, other.y1)
  }

  /// Whether the rectangle lies along the whole of an opening, right at the wall.
  func holds(besideOf opening: OpeningDesign, in wall: WallDesign) -> Bool {
    let print = wall.footprint
    let end = opening.offset + opening.width
    return switch wall.direction {
    case .east:
      x0 <= wall.x + opening.offset && wall.x + end <= x1 && (y1 == print.y0 || y0 == print.y1)
    case .west:
      x0 <= wall.x - end && wall.x - opening.offset <= x1 && (y1 == print.y0 || y0 == print.y1)
    case .north:
      y0 <= wall.y + opening.offset && wall.y + end <= y1 && (x1 == print.x0 || x0 == print.x1)
    case .south:
      y0 <= wall.y - end && wall.y - opening.offset <= y1 && (x1 == print.x0 || x0 == print.x1)
    }
  }
}
