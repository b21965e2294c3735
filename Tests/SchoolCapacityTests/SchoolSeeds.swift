import SchoolCapacity
import SeedFiles
import TwinModel
import TwinTestSupport

/// The seed files of the package, as the tests of this target read them.
enum SchoolSeeds {
  static func uses() throws -> RoomUses {
    try RoomUses.load(from: SeedFolder(path: Checkout.seeds).read("rooms/uses.yaml"))
  }

  static func study(
    primary: Int = 45, secondary: Int = 50, countsUndersizedRooms: Bool = false
  ) throws -> CapacityStudy {
    try CapacityStudy.load(
      from: SeedFolder(path: Checkout.seeds),
      classSize: Assumptions.ClassSize(primary: primary, secondary: secondary),
      countsUndersizedRooms: countsUndersizedRooms)
  }

  /// A campus of one building, all rooms on one storey without a plan, each with a floor area.
  static func campus(
    stages: [Stage], rooms: [(name: String, area: Double, count: Int)]
  ) throws -> Campus {
    var spaces: [Space] = []
    for room in rooms {
      for number in 0..<room.count {
        let id = "\(room.name)-\(number / 10)\(number % 10)"
        spaces.append(
          Space(
            id: GlobalID(id), name: "\(number)", longName: room.name,
            floorArea: SquareMetres(room.area)))
      }
    }
    let storey = Storey(id: GlobalID("storey"), name: "1", elevation: 0, spaces: spaces)
    return Campus(
      id: try CampusID("school"), name: "school", kind: .new, stages: stages,
      buildings: [Building(id: GlobalID("building"), name: "A", storeys: [storey])])
  }

  static func run(_ study: CapacityStudy, _ campus: Campus) throws -> StudyOutput {
    try study.run(StudyInput(campus: campus, plans: []))
  }
}

extension StudyOutput {
  /// The number of the campus' fact; nil without one.
  func campusNumber(_ quantity: QuantityName, _ stage: Stage? = nil) -> Double? {
    facts.first {
      $0.subject.kind == .campus && $0.quantity == quantity && $0.stage == stage
    }?.value.number
  }

  /// The fact about a space.
  func fact(_ room: String, _ quantity: QuantityName, _ stage: Stage? = nil) -> Fact? {
    facts.first {
      $0.subject == .space(GlobalID(room)) && $0.quantity == quantity
        && (stage == nil || $0.stage == stage)
    }
  }
}
