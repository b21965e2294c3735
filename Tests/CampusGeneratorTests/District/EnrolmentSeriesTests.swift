import CampusGenerator
import Testing
import TwinModel

@Suite("The enrolment of a generated school")
struct EnrolmentSeriesTests {
  private func schools() throws -> [DistrictSchool] {
    try DistrictDesign(schools: 60, seed: 2).schools
  }

  @Test("has one row a year from 2016, or from its opening, to 2025")
  func years() throws {
    for school in try schools() {
      let years = school.enrolment(seed: 2).map(\.year)
      #expect(years == Array((2016...2025).filter { $0 >= school.opened }))
    }
  }

  @Test("has the grades of the school's stages and no others")
  func grades() throws {
    for school in try schools() {
      let grades = school.design.stages.flatMap(\.grades)
      for row in school.enrolment(seed: 2) {
        #expect(row.pupils.keys.sorted() == grades)
        #expect(row.pupils.values.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test("moves its cohorts up a grade with few gains and losses")
  func cohorts() throws {
    for school in try schools() where school.opened < 2016 {
      let rows = school.enrolment(seed: 2)
      for (row, next) in zip(rows, rows.dropFirst()) {
        for stage in school.design.stages {
          for grade in stage.grades.dropLast() {
            let now = try #require(row.pupils[grade])
            let then = try #require(next.pupils[grade + 1])
            #expect(now > 0)
            #expect(abs(Double(then) / Double(now) - 1) < 0.06)
          }
        }
      }
    }
  }

  @Test("stays within an eighth of the seats that the rooms give")
  func seats() throws {
    for school in try schools() {
      for row in school.enrolment(seed: 2) {
        #expect(row.pupils.values.reduce(0, +) * 8 <= school.design.designSeats * 9)
      }
    }
  }

  @Test("of a school that has just opened begins with its entry grades")
  func opening() throws {
    let new = try #require(
      schools().first { $0.opened == 2024 && $0.design.stages == [.primary] })
    let rows = new.enrolment(seed: 2)
    #expect(rows.count == 2)
    #expect((rows[0].pupils[1] ?? 0) > 0)
    #expect((2...6).allSatisfy { rows[0].pupils[$0] == 0 })
    #expect((rows[1].pupils[2] ?? 0) > 0)
    #expect((3...6).allSatisfy { rows[1].pupils[$0] == 0 })
  }

  @Test("is preceded by births for every year from 2009 on")
  func births() throws {
    let births = try DistrictDesign(schools: 12, seed: 1).births()
    #expect(births.map(\.year) == Array(2009...2025))
    #expect(births.allSatisfy { $0.births > 0 })
    // The children of 2017, the most, enter in 2023.
    #expect(births.max { $0.births < $1.births }?.year == 2017)
  }
}
