import Foundation
import Testing

@Suite("Interventions on the command line")
struct ForecastInterventionsTests {
  /// Twelve years of two schools of three grades, 400 m apart, and births two years before.
  private struct Files {
    let folder: URL
    var command: [String] {
      [
        "forecast", "interventions", "--enrolment", path("enrolment.csv"), "--births",
        path("births.csv"), "--grades", "a,b,c", "--entry-lag", "2", "--stage", "primary=a,b,c",
        "--horizon", "3", "--options", path("options.csv"),
      ]
    }

    init() throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("interventions-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var rows = "year,district,school,a,b,c\n"
      var births = "area,year,births\n"
      for year in 2010...2021 {
        births += "D,\(year - 2),\(100 + 2 * (year - 2010))\n"
        for (school, size) in [("s1", 30), ("s2", 60)] {
          let now = size + (year * 7 + size) % 5
          rows += "\(year),D,\(school),\(now),\(now - 2),\(now - 3)\n"
        }
      }
      try write("enrolment.csv", rows)
      try write("births.csv", births)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ name: String, _ text: String) throws {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
  }

  @Test("build one new school for two that are overfull, and say who goes there")
  func newSchool() throws {
    let files = try Files()
    defer { try? FileManager.default.removeItem(at: files.folder) }
    try files.write(
      "sites.csv", "school,stage,x,y,classes\ns1,primary,0,0,2\ns2,primary,400,0,4\n")
    try files.write(
      "options.csv",
      """
      option,cost,first_year,place,stage,seats,group,from,x,y
      school,5,2023,s9,primary,400,,,200,0
      wing1,4,2023,s1,primary,200,,,,
      wing2,4,2023,s2,primary,200,,,,

      """)
    let sites = ["--sites", files.path("sites.csv")]
    let run = try TwinSimRun(files.command + sites + ["--format", "json"])
    #expect(run.status == 0, "\(run.stderr)")
    struct Answer: Decodable {
      struct Step: Decodable {
        let option: String
        let year: Int
      }
      struct Move: Decodable {
        let from: String
        let to: String
        let pupils: Int
        let metres: Double
      }
      struct Shortage: Decodable {
        let place: String
        let year: Int
        let before_probability: Double
        let after_probability: Double
        let missing: Int
      }
      let cost: Double
      let proven: Bool
      let steps: [Step]
      let moves: [Move]
      let shortages: [Shortage]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.stdout.utf8))
    #expect(answer.cost == 5 && answer.proven)
    #expect(answer.steps.map(\.option) == ["school"] && answer.steps.map(\.year) == [2023])
    #expect(Set(answer.moves.map { $0.from + $0.to }) == ["s1s9", "s2s9"])
    // 200 m as the crow flies are 260 to walk, under the 500 of a primary school.
    #expect(answer.moves.allSatisfy { $0.metres == 260 && $0.pupils > 0 })
    // Nothing is ready in 2022, and from 2023 on nothing is missing.
    #expect(answer.shortages.allSatisfy { ($0.missing > 0) == ($0.year == 2022) })
    #expect(
      answer.shortages.filter { $0.year > 2022 }
        .allSatisfy { $0.before_probability > 20 && $0.after_probability <= 20 })
    let text = try TwinSimRun(files.command + sites + ["--format", "text"])
    #expect(text.stdout.contains("s9 primary +400") && text.stdout.contains("short % before"))
    // Larger classes need no school, and beyond the reach wings are all that helps.
    let large = try TwinSimRun(files.command + sites + ["--class-size", "60/60"])
    #expect(large.stdout == "option,year,cost,seats\n", "\(large.stderr)")
    let near = try TwinSimRun(files.command + sites + ["--reach", "259"])
    #expect(near.stdout.contains("wing1,2023,4") && near.stdout.contains("wing2,2023,4"))
  }

  @Test("move a border, take the seats of changes, and add the pupils of dwellings")
  func bordersChangesAndHousing() throws {
    let files = try Files()
    defer { try? FileManager.default.removeItem(at: files.folder) }
    try files.write("seats.csv", "place,stage,seats\ns1,primary,50\ns2,primary,900\n")
    try files.write(
      "sites.csv", "school,stage,x,y,seats\ns1,primary,0,0,50\ns2,primary,400,0,900\n")
    try files.write(
      "options.csv",
      """
      option,cost,first_year,place,stage,seats,from
      wing,9,2022,s1,primary,600,
      border,2,2022,s2,primary,100,s1

      """)
    let border = try TwinSimRun(files.command + ["--seats", files.path("seats.csv")])
    #expect(border.status == 0, "\(border.stderr)")
    #expect(
      border.stdout == "option,year,cost,seats\nborder,2022,2,s1 to s2 primary up to 100\n")
    // Two thousand dwellings beside s1 are more than the border lets go.
    try files.write(
      "housing.csv",
      "development,district,type,dwellings,first_year,school\nR,D,flat,2000,2022,s1\n")
    let housed = try TwinSimRun(
      files.command + [
        "--seats", files.path("seats.csv"), "--housing", files.path("housing.csv"),
      ])
    #expect(housed.status == 0 && housed.stdout.contains("wing,2022,9"), "\(housed.stderr)")
    // Once s1 has grown there is nothing to do.
    try files.write(
      "changes.csv", "year,school,kind,stage,seats\n2022,s1,expand,primary,400\n")
    let grown = try TwinSimRun(
      files.command + [
        "--sites", files.path("sites.csv"), "--changes", files.path("changes.csv"),
      ])
    #expect(grown.status == 0 && grown.stdout == "option,year,cost,seats\n", "\(grown.stderr)")
  }

  @Test("say what is missing among the options")
  func refused() throws {
    let files = try Files()
    defer { try? FileManager.default.removeItem(at: files.folder) }
    try files.write("options.csv", "option,cost,first_year,place,stage,seats\n")
    try files.write("seats.csv", "place,stage,seats\ns1,primary,50\n")
    let seats = ["--seats", files.path("seats.csv")]
    for (extra, word) in [
      ([], "--sites"), (seats + ["--reach", "900"], "--sites"),
      (seats + ["--share-free"], "--sites"), (seats + ["--changes", "x"], "--sites"),
      (seats + ["--nodes=-1"], "--nodes"),
      (["--sites", "x", "--of", "district"], "--of district"),
    ] {
      let run = try TwinSimRun(files.command + extra)
      #expect(run.status == 64 && run.stderr.contains(word), "\(extra): \(run.stderr)")
    }
  }
}
