import CampusGenerator
import Testing
import TwinModel

@Suite("A deficiency")
struct DeficiencyTests {
  private func classrooms(_ school: SchoolDesign) -> [(room: RoomDesign, storey: StoreyDesign)] {
    school.buildings().flatMap(\.storeys).flatMap { storey in
      storey.rooms.filter { $0.use == .classroom }.map { ($0, storey) }
    }
  }

  private func openings(of room: RoomDesign, in storey: StoreyDesign) -> [OpeningDesign] {
    storey.walls.flatMap(\.openings).filter { $0.rooms.contains(room.number) }
  }

  // 45 × 1.36 m² = 61.2 m² in primary schools, 50 × 1.39 m² = 69.5 m² above
  // (GB 50099-2011 table 7.1.1); one part in five of the floor as window (9.2.1).
  @Test("is in a sound school nowhere")
  func sound() throws {
    for school in try SampleSchools.all() where school.deficiencies.isEmpty {
      for (room, storey) in classrooms(school) {
        let isPrimary = school.stages == [.primary] || room.longName.hasPrefix("小学")
        #expect(room.floor.area >= (isPrimary ? 61_200_000 : 69_500_000))
        #expect(storey.number <= (school.stages[0] == .primary ? 4 : 5))
        let openings = openings(of: room, in: storey)
        #expect(openings.count { $0.filling == .door } == 2)
        let windows = openings.filter { $0.filling == .window }
        #expect(windows.allSatisfy { $0.sill >= 900 })
        #expect(windows.reduce(0) { $0 + $1.width * $1.height } * 5 >= room.floor.area)
        #expect(storey.clearHeight >= 3100)
      }
      for room in school.buildings().flatMap(\.storeys).flatMap(\.rooms)
      where room.use == .corridor {
        #expect(room.floor.depth >= 2400)
      }
    }
  }

  @Test("of the rooms shows in every ordinary classroom")
  func rooms() throws {
    for school in try SampleSchools.all() where !school.deficiencies.isEmpty {
      for (room, storey) in classrooms(school) {
        let isPrimary = school.stages == [.primary] || room.longName.hasPrefix("小学")
        #expect(room.floor.area < (isPrimary ? 61_200_000 : 69_500_000))
        #expect(storey.clearHeight < 3000)
        let openings = openings(of: room, in: storey)
        #expect(openings.count { $0.filling == .door } == 1)
        let windows = openings.filter { $0.filling == .window }
        #expect(windows.allSatisfy { $0.sill < 900 })
        #expect(windows.reduce(0) { $0 + $1.width * $1.height } * 5 < room.floor.area)
      }
      #expect(
        classrooms(school).contains { $0.storey.number > (school.stages[0] == .primary ? 4 : 5) })
    }
  }

  @Test("of the devices shows in their number")
  func devices() throws {
    func count(_ kind: DeviceDesign.Kind, _ deficiencies: [Deficiency]) throws -> Int {
      try SampleSchools.primary(24, deficiencies).buildings().flatMap(\.storeys)
        .flatMap(\.devices).count { $0.kind == kind }
    }
    let all = try count(.smokeDetector, [])
    #expect(try count(.smokeDetector, [.noDetectors]) == 0)
    let some = try count(.smokeDetector, [.missingDetectors])
    #expect(0 < some && some < all)
    #expect(try count(.smallCell, []) > 0)
    #expect(try count(.smallCell, [.noSmallCells]) == 0)
  }

  @Test("of the corridor narrows the corridor")
  func corridor() throws {
    let school = try SampleSchools.primary(24, [.narrowCorridor])
    let corridors = school.buildings().flatMap(\.storeys).flatMap(\.rooms)
      .filter { $0.use == .corridor }
    #expect(!corridors.isEmpty)
    #expect(corridors.allSatisfy { $0.floor.depth == 1800 })
  }
}

@Suite("The parameters of a school")
struct SchoolDesignTests {
  @Test("refuse class counts that no school has", arguments: [5, 73])
  func refusesClasses(_ count: Int) throws {
    let campus = try CampusID("x")
    #expect(
      throws: GeneratorError.outOfRange(
        field: "classes of x", value: "\(count)", allowed: "6 to 72")
    ) {
      try SchoolDesign(
        campus: campus, name: "X", kind: .new,
        classes: [StageClasses(stage: .primary, classes: count)])
    }
  }

  @Test("say how many pupils the school is designed for")
  func seats() throws {
    let school = try SchoolDesign(
      campus: CampusID("n"), name: "N", kind: .new,
      classes: [
        StageClasses(stage: .junior, classes: 15), StageClasses(stage: .primary, classes: 30),
      ])
    // 30 × 45 + 15 × 50, as published of a nine-year school of that size.
    #expect(school.designSeats == 2100)
    #expect(school.stages == [.primary, .junior])
  }
}
