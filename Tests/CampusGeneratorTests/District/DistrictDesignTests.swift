import CampusGenerator
import Foundation
import Testing
import TwinModel

@Suite("A generated district")
struct DistrictDesignTests {
  @Test("has the same bytes for the same seed, others for another")
  func deterministic() throws {
    let first = try Array(DistrictDesign(schools: 2, seed: 7).files)
    let second = try Array(DistrictDesign(schools: 2, seed: 7).files)
    let other = try Array(DistrictDesign(schools: 2, seed: 8).files)
    #expect(first == second)
    #expect(first.map(\.path) == other.map(\.path))
    #expect(first != other)
  }

  @Test("holds all schools of a smaller one of the same seed, unchanged")
  func grows() throws {
    let small = try DistrictDesign(schools: 5, seed: 3)
    let large = try DistrictDesign(schools: 40, seed: 3)
    #expect(Array(large.schools.prefix(5)) == small.schools)
    #expect(Set(large.schools.map(\.design.campus)).count == 40)
    let rows = Set(large.enrolmentTable().split(separator: "\n"))
    #expect(small.enrolmentTable().split(separator: "\n").allSatisfy(rows.contains))
  }

  @Test("of twelve schools has all kinds and types of school")
  func mix() throws {
    let schools = try DistrictDesign(schools: 12, seed: 1).schools
    func count(_ kind: ProjectKind) -> Int { schools.count { $0.design.kind == kind } }
    #expect(ProjectKind.allCases.map(count) == [3, 2, 2, 5])
    #expect(schools.count { $0.design.stages == [.primary] } == 6)
    #expect(schools.count { $0.design.stages == [.primary, .junior] } == 3)
    #expect(schools.count { $0.design.stages == [.junior] } == 2)
    #expect(schools.count { $0.design.stages == [.senior] } == 1)
  }

  @Test("refuses a number of schools that is none", arguments: [0, -1, 1001])
  func refuses(_ count: Int) {
    #expect(
      throws: GeneratorError.outOfRange(
        field: "number of schools", value: "\(count)", allowed: "1 to 1000")
    ) {
      try DistrictDesign(schools: count, seed: 1)
    }
  }

  @Test("names its files once, in a fixed order")
  func paths() throws {
    let design = try DistrictDesign(schools: 3, seed: 1)
    #expect(
      design.files.map(\.path) == [
        "manifest.json", "schools.csv", "enrolment.csv", "births.csv", "ifc/qingyun-primary.ifc",
        "ifc/haitang-nine-year.ifc", "ifc/yunfan-primary.ifc",
      ])
  }

  @Test("lists in its manifest the faults that its schools have")
  func manifest() throws {
    let design = try DistrictDesign(schools: 24, seed: 5)
    let json = try JSONSerialization.jsonObject(with: Data(design.manifest().utf8))
    let schools = try #require((json as? [String: Any])?["schools"] as? [[String: Any]])
    #expect(schools.count == 24)
    for (entry, school) in zip(schools, design.schools) {
      let codes = (entry["deficiencies"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
      #expect(codes == school.design.deficiencies.map(\.rawValue))
      #expect(entry["campus"] as? String == school.design.campus.value)
      #expect(entry["name"] as? String == school.design.name)
      #expect(entry["design_seats"] as? Int == school.design.designSeats)
    }
    #expect(design.schools.contains { !$0.design.deficiencies.isEmpty })
  }

  @Test("declares in its register what the faults say, and hides none")
  func register() throws {
    for school in try DistrictDesign(schools: 100, seed: 11).schools {
      let network = school.network
      #expect((network.uplinkMegabits.map { $0 < 500 } ?? false) == school.design.has(.slowUplink))
      #expect((network.nrLink == false) == school.design.has(.noDualLink))
      #expect((network.indoorSystem == false) == school.design.has(.noSmallCells))
      #expect(
        (network.classroomMegabits.map { $0 < 1000 } ?? false)
          == school.design.has(.slowClassroomLink))
      #expect(network.wiredLink != false)
      if school.design.kind == .new || school.design.kind == .expanded {
        #expect(network.gaps.isEmpty)
      }
    }
  }

  @Test("has tables whose rows are as long as their headers")
  func tables() throws {
    let design = try DistrictDesign(schools: 12, seed: 1)
    for table in [design.schoolsTable(), design.enrolmentTable(), design.birthsTable()] {
      let rows = table.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).count
      }
      #expect(rows.count > 10)
      #expect(Set(rows).count == 1)
    }
  }

  @Test("keeps its campuses apart")
  func places() throws {
    let places = try DistrictDesign(schools: 200, seed: 1).schools.map(\.design.place)
    for (index, place) in places.enumerated() {
      for other in places[(index + 1)...] {
        let far = max(
          abs(place.eastingMillimetres - other.eastingMillimetres),
          abs(place.northingMillimetres - other.northingMillimetres))
        // A campus is about 110 m long.
        #expect(far > 200_000)
      }
    }
  }
}
