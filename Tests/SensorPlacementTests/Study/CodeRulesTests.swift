import Testing
import TwinModel
import TwinTestSupport

/// Checks the rules of GB 50116 on nothing but the plan and the devices that came out: the figures
/// stand here again, and sight is tested by walking along the line.
@Suite("Proposed smoke detectors, looked at from outside")
struct CodeRulesTests {
  private static let storey = """
    ##############################################
    #AAAAAAAAA#BBBBBBBBBBBBBBB#DDDDDDDDDDDD#EEEEE#
    #AAAAAAAAA#BBBBBBBBBBBBBBB#DDDDDDDDDDDD#EEEEE#
    #AAAAAAAAA#BBBBBBBBBBBBBBB#DDDDDDDDDDDD#EE####
    #AAAAAAAAA#BBBBBoBBBBoBBBB#DDDDDDDDDDDD#EE#FF#
    #AAAAAAAAA#BBBBBBBBBBBBBBB#DDDDDDDDDDDD#EE#FF#
    #AAAAAAAAA#BBBBBBBBBBBBBBB#DDDDDDDDDDDD#EE#FF#
    ####+#########+###########DDDDDDDDDDDDD#EE#FF#
    #CCCCCCCCCCCCCCCCCCCCCCCC#DDDDDDDDDDDDD+EE#FF#
    #CCCCCCCCCCCCCCCCCCCCCCCC+DDDDDDDDDDDDD#EE#FF#
    ##CC######################DDDDDDDDDDDDD#EE#FF#
    ##CC#GGGGGGGGGGGGGGGGGGG##DDDDDDDDDDDDD#EE####
    ##CC+GGGGGGGGGGGGGGGGGGG#DDDDDDDDDDDDDD#EEEEE#
    ##CC#GGGGGGGGGGGGGGGGGGG#DDDDDDDDDDDDDD#EEEEE#
    ##############################################
    """

  @Test("keep every rule on a storey with odd rooms")
  func storey() throws {
    let placed = try Placed(Self.storey, cell: 1.2, uses: ["C": "corridor"])
    for room in placed.plan.rooms {
      let letter = Character(room.name)
      let places = placed.places(in: letter)
      let radius = letter == "C" ? 7.5 : room.area.value > 80 ? 5.8 : 6.7
      let share = room.area.value > 80 ? 60.0 : 80.0
      #expect(Double(places.count) >= room.area.value / share || letter == "C")
      #expect(!places.isEmpty)
      let columns = placed.plan.obstacles.flatMap(\.outline).map(\.outer)
      let walls = (room.outline.flatMap(\.rings) + columns).flatMap(Self.sides)
      for place in places {
        #expect(
          walls.allSatisfy { Self.distance(place, $0.0, $0.1) >= 0.4995 }, "\(letter) \(place)")
      }
      let slack = letter == "C" ? 0.2 : 0.001
      for point in Self.floor(room) {
        let isServed = places.contains { place in
          Self.length(place, point) <= radius + slack
            && Self.seesAlong(place, point, room: room, columns: columns)
        }
        #expect(isServed, "\(letter): nobody serves \(point)")
      }
    }
    #expect(!placed.codes.contains("sensors.room.blind"))
    #expect(!placed.codes.contains("sensors.room.narrow"))
  }

  @Test(
    "keep the spacing of narrow corridors of any length", arguments: [3.0, 14.9, 15.0, 15.1, 61.3])
  func corridors(_ length: Double) throws {
    var plan = FloorPlan("###\n#C#\n###", cell: 1).storeyPlan()
    let end = Int64((length * 1000).rounded())
    plan.rooms[0].outline = [.rectangle(0, 0, 2_000, end)]
    let placed = try Placed(plan, uses: [GlobalID("room-C"): "corridor"])
    let ys = placed.places(in: "C").map(\.y)
    #expect(placed.places(in: "C").allSatisfy { $0.x == 1 })
    let first = try #require(ys.first)
    let last = try #require(ys.last)
    #expect(first <= 7.5 && length - last <= 7.501)
    for (a, b) in zip(ys, ys.dropFirst()) { #expect(b - a <= 15.001) }
    #expect(ys.count == Int((length / 15).rounded(.up)))
  }

  // MARK: - A second opinion in floating point

  private typealias Side = (Point2, Point2)

  private static func metres(_ point: PlanPoint) -> Point2 {
    Point2(Double(point.x) / 1000, Double(point.y) / 1000)
  }

  private static func sides(_ ring: [PlanPoint]) -> [Side] {
    zip(ring, ring.dropFirst() + ring.prefix(1)).map { (metres($0), metres($1)) }
  }

  private static func length(_ a: Point2, _ b: Point2) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private static func distance(_ point: Point2, _ a: Point2, _ b: Point2) -> Double {
    let square = length(a, b) * length(a, b)
    let along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / square
    let t = max(0, min(1, along))
    return length(point, Point2(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
  }

  private static func floor(_ room: PlanRoom) -> [Point2] {
    room.outline.flatMap { polygon in
      let box = polygon.bounds
      return stride(from: box.min.x + 31, to: box.max.x, by: 211).flatMap { x in
        stride(from: box.min.y + 17, to: box.max.y, by: 193).map { PlanPoint(x, $0) }
      }.filter(polygon.contains).map(metres)
    }
  }

  private static func seesAlong(
    _ a: Point2, _ b: Point2, room: PlanRoom, columns: [[PlanPoint]]
  ) -> Bool {
    if columns.contains(where: { inside(b, $0) }) { return true }
    let steps = Int(length(a, b) / 0.05) + 1
    return (1..<max(2, steps)).allSatisfy { step in
      let t = Double(step) / Double(max(2, steps))
      let point = Point2(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
      return room.outline.contains { inside(point, $0.outer) }
        && !columns.contains { inside(point, $0) }
    }
  }

  private static func inside(_ point: Point2, _ ring: [PlanPoint]) -> Bool {
    let whole = PlanPoint(Int64((point.x * 1000).rounded()), Int64((point.y * 1000).rounded()))
    return position(of: whole, in: ring) == .inside
  }
}
