import SchoolCapacity
import Testing
import TwinModel

@Suite("The capacity of a campus")
struct CapacityStudyTests {
  @Test(
    "is class size times classrooms, as published for eight Shenzhen schools",
    // Classes and seats: 灵芝小学, 福田五洲小学, 西乡凤岗小学 (+6), 龙华中学, 南外高中部, 市第十高级中学;
    // sources in the knowledge table of public figures (seats.v2, v3, v5 to v8).
    arguments: [
      (Stage.primary, 30, 1350.0), (.primary, 24, 1080), (.primary, 6, 270), (.senior, 24, 1200),
      (.senior, 36, 1800), (.senior, 60, 3000),
    ] as [(Stage, Int, Double)])
  func published(_ stage: Stage, _ classes: Int, _ seats: Double) throws {
    let campus = try SchoolSeeds.campus(stages: [stage], rooms: [("普通教室", 72, classes)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.classes") == Double(classes))
    #expect(output.campusNumber("campus.seats") == seats)
    #expect(output.campusNumber("campus.seats", stage) == seats)
  }

  @Test("of a nine-year school follows 6 : 3 grades (海韵学校: 45 classes, 2,100 seats)")
  func nineYear() throws {
    let campus = try SchoolSeeds.campus(stages: [.primary, .junior], rooms: [("普通教室", 72, 45)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.classes", .primary) == 30)
    #expect(output.campusNumber("campus.classes", .junior) == 15)
    #expect(output.campusNumber("campus.seats") == 2100)
  }

  @Test("follows the names of the rooms where they say a stage (万里学校: +3 and +6 classes, 435)")
  func hints() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary, .junior], rooms: [("一年级教室", 72, 3), ("初一教室", 72, 6)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.seats", .primary) == 135)
    #expect(output.campusNumber("campus.seats", .junior) == 300)
    #expect(output.campusNumber("campus.seats") == 435)
  }

  @Test("says in words what limits it")
  func note() throws {
    let campus = try SchoolSeeds.campus(stages: [.primary], rooms: [("普通教室", 72, 24)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    let fact = output.facts.first { $0.quantity == "campus.seats" && $0.stage == nil }
    #expect(
      fact?.note == "1,080 seats, limited by 24 ordinary classrooms / 1080 个学位，受限于 24 间普通教室")
    #expect(fact?.evidence.count == 24)
  }

  @Test("is limited by one computer room's 35 periods when 36 classes need one each")
  func specialRooms() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary], rooms: [("普通教室", 72, 36), ("计算机教室", 96, 1)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.classes") == 35)
    #expect(output.campusNumber("campus.seats") == 1575)
    let note = output.facts.first { $0.quantity == "campus.seats" && $0.stage == nil }?.note
    #expect(note?.hasPrefix("1,575 seats, limited by 1 computer room to 35 of 36 classes") == true)
  }

  @Test("counts a room of 61.2 m² for 45 pupils, and none of 61.1 m² unless asked to")
  func undersized() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary], rooms: [("普通教室", 61.2, 1), ("小教室", 61.1, 1)])
    let strict = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(strict.campusNumber("campus.seats") == 45)
    #expect(strict.fact("小教室-00", "room.seats")?.value == .number(44))
    #expect(strict.findings.contains { $0.code == "classroom.undersized" })
    let lenient = try SchoolSeeds.run(
      SchoolSeeds.study(countsUndersizedRooms: true), campus)
    #expect(lenient.campusNumber("campus.seats") == 89)
  }

  @Test("needs 69.5 m² for a secondary class of 50")
  func secondary() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.junior], rooms: [("普通教室", 69.5, 1), ("小教室", 69.4, 1)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.seats") == 50)
  }

  @Test("follows the class size that is asked for")
  func classSize() throws {
    // 36 × 40 + 18 × 46 = 2,268.
    let campus = try SchoolSeeds.campus(stages: [.primary, .junior], rooms: [("教室", 72, 54)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(primary: 40, secondary: 46), campus)
    #expect(output.campusNumber("campus.seats") == 2268)
    #expect(output.campusNumber("campus.class_size", .primary) == 40)
  }

  @Test("is not said for a campus in which no classroom was recognised")
  func unknown() throws {
    let campus = try SchoolSeeds.campus(stages: [.primary], rooms: [("Room", 72, 4)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.campusNumber("campus.seats") == nil)
    #expect(output.occupancy == nil)
    let codes = output.findings.map(\.code)
    #expect(codes.contains("capacity.classrooms.none"))
    let unknown = output.findings.first { $0.code == "room.use.unknown" }
    #expect(
      unknown?.message
        == "4 rooms could not be classified by name: “0 Room”, “1 Room”, “2 Room”, ….")
  }

  @Test("is not said for a campus without stages, or without spaces")
  func noStages() throws {
    let rooms = try SchoolSeeds.run(
      SchoolSeeds.study(), SchoolSeeds.campus(stages: [], rooms: [("教室", 72, 4)]))
    #expect(rooms.findings.contains { $0.code == "capacity.stages.unknown" })
    #expect(rooms.campusNumber("campus.seats") == nil)
    let empty = try SchoolSeeds.run(
      SchoolSeeds.study(), SchoolSeeds.campus(stages: [.primary], rooms: []))
    #expect(empty.findings.map(\.code) == ["capacity.rooms.none"])
  }

  @Test("takes the area that the file declares where there is no geometry, and compares it")
  func declaredArea() throws {
    var campus = try SchoolSeeds.campus(stages: [.primary], rooms: [("普通教室", 72, 2)])
    func declare(_ index: Int, area: Double, measured: SquareMetres?) {
      campus.buildings[0].storeys[0].spaces[index].floorArea = measured
      campus.buildings[0].storeys[0].spaces[index].declaredQuantities = [
        Property(set: "Qto_SpaceBaseQuantities", name: "NetFloorArea", value: .number(area))
      ]
    }
    declare(0, area: 65, measured: nil)
    declare(1, area: 80, measured: 72)
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.fact("普通教室-00", "room.usable_area")?.value == .number(65))
    #expect(output.fact("普通教室-00", "room.usable_area")?.note == "as the file declares it")
    #expect(output.fact("普通教室-01", "room.usable_area")?.value == .number(72))
    let finding = output.findings.first { $0.code == "room.area.declared_differs" }
    #expect(finding?.subject == "普通教室-01")
  }

  @Test("gives larger rooms to older pupils, and reports names that contradict the campus")
  func largerRooms() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary, .junior], rooms: [("大教室间教室", 70, 1), ("教室", 62, 2), ("高一教室", 62, 3)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    #expect(output.fact("大教室间教室-00", "room.use")?.stage == .junior)
    // Of six rooms four are primary; of the two junior ones only the large one holds 50.
    #expect(output.campusNumber("campus.classes", .primary) == 4)
    #expect(output.campusNumber("campus.classes", .junior) == 1)
    #expect(output.findings.contains { $0.code == "room.stage.contradicts" })
  }

  @Test("refuses a class of nobody")
  func classOfNobody() throws {
    let campus = try SchoolSeeds.campus(stages: [.primary], rooms: [("教室", 72, 1)])
    #expect(
      throws: StudyError(study: "capacity", reason: "a class size must be at least 1 pupil")
    ) {
      try SchoolSeeds.run(SchoolSeeds.study(primary: 0), campus)
    }
  }

  @Test("gives only facts of the catalogue, each with its unit")
  func catalogue() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary], rooms: [("普通教室", 72, 2), ("音乐教室", 90, 1)])
    for fact in try SchoolSeeds.run(SchoolSeeds.study(), campus).facts {
      let entry = try #require(QuantityCatalogue.entry(fact.quantity), "\(fact.quantity)")
      #expect(entry.subject == fact.subject.kind)
      #expect(entry.unit == fact.unit)
    }
  }
}
