import SchoolCapacity
import Testing
import TwinModel

@Suite("A week at school")
struct OccupancyPlanTests {
  @Test("has every pupil in exactly one room in every period")
  func everyPupil() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.primary, .junior],
      rooms: [("普通教室", 72, 18), ("计算机教室", 96, 1), ("音乐教室", 90, 1), ("实验室", 96, 1)])
    let output = try SchoolSeeds.run(SchoolSeeds.study(), campus)
    let week = try #require(output.occupancy)
    #expect(week.days == 5)
    #expect(week.periods == 7)
    let seats = Int(try #require(output.campusNumber("campus.seats")))
    for slot in 0..<35 {
      #expect(week.rooms.reduce(0) { $0 + $1.pupils[slot] } == seats)
    }
  }

  @Test("takes each of 3 classes to the one computer room once")
  func computerRoom() throws {
    let campus = try SchoolSeeds.campus(
      stages: [.senior], rooms: [("普通教室", 72, 3), ("计算机教室", 96, 1)])
    let week = try #require(try SchoolSeeds.run(SchoolSeeds.study(), campus).occupancy)
    let computers = try #require(week.rooms.first { $0.room == GlobalID("计算机教室-00") })
    #expect(computers.pupils.count { $0 == 50 } == 3)
    #expect(computers.pupils.count { $0 == 0 } == 32)
    let home = try #require(week.rooms.first { $0.room == GlobalID("普通教室-00") })
    #expect(home.pupils.count { $0 == 0 } == 1)
    #expect(home.peak == 50)
  }
}
