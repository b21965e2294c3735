import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("The result of a study in the store")
struct StudyTests {
  let folder: TemporaryFolder
  let store: TwinStore
  let campus: Campus

  init() throws {
    folder = try TemporaryFolder()
    store = try TwinStore.open(folder.city, mode: .create)
    campus = try SampleCampus.campus()
    try store.importCampus(campus, version: SampleCampus.version)
  }

  private var output: StudyOutput {
    let room = GlobalID("3room")
    var odd = Fact(.space(room), "room.seats", .number(48), method: .simulation)
    odd.unit = "seats"
    odd.evidence = [GlobalID("b\"\\"), GlobalID("a")]
    return StudyOutput(
      facts: [
        Fact(
          .campus(campus.id), "campus.seats", .number(1080),
          interval: Fact.Interval(low: 1000.5, high: 1100), stage: .junior, year: 2027,
          method: .simulation, evidence: [room, GlobalID("5wall")], source: "capacity/1",
          note: "limited by 24 ordinary classrooms"),
        Fact(.space(room), "room.use", .text("普通教室"), method: .model, source: "capacity/1"),
        Fact(
          .storey(GlobalID("2storey")), "storey.smoke_placement_proven", .flag(true),
          method: .simulation),
        Fact(.campus(campus.id), "network.dual_link", .flag(false), method: .declaration),
        odd,
      ],
      findings: [Finding(.error, code: "room.use.unknown", subject: "4void", message: "No name")],
      devices: [
        Device(
          id: GlobalID("3room-sd-1"), kind: "smoke_detector", position: Point3(5, 10, 3),
          space: room, origin: .proposed,
          properties: [Property(set: "Twin", name: "Radius", value: .number(5.8), unit: "m")])
      ],
      grids: [
        GridFact(
          storey: GlobalID("2storey"), quantity: "grid.ss_rsrp", origin: Point2(-0.5, 1.0 / 3),
          cell: 0.5, columns: 3, rows: 2, values: [-80.5, -90, 0.1, -0.0, 1, 2],
          source: "coverage/1")
      ],
      occupancy: Occupancy(
        days: 5, periods: 2, rooms: [RoomOccupancy(room: room, pupils: [45, 0, 45])]))
  }

  @Test("comes back for the same inputs, and for no others")
  func roundTrip() throws {
    try store.saveStudy(
      campus: campus.id, source: "capacity/1", inputsHash: "h1", output: output,
      at: "2026-03-01T09:00:00Z")
    #expect(
      try store.study(campus: campus.id, source: "capacity/1", inputsHash: "h1") == output)
    #expect(try store.study(campus: campus.id, source: "capacity/1", inputsHash: "h2") == nil)
    #expect(try store.study(campus: campus.id, source: "capacity/2", inputsHash: "h1") == nil)
  }

  @Test("keeps cells without a value")
  func emptyCells() throws {
    let values: [Float] = [.nan, -70, .nan, .nan]
    let grid = GridFact(
      storey: GlobalID("2storey"), quantity: "grid.ss_sinr", origin: Point2(0, 0), cell: 1,
      columns: 2, rows: 2, values: values, source: "")
    try store.saveStudy(
      campus: campus.id, source: "coverage/1", inputsHash: "h", output: StudyOutput(grids: [grid]),
      at: "")
    let stored = try store.study(campus: campus.id, source: "coverage/1", inputsHash: "h")
    #expect(stored?.grids.first?.values.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("takes the place of an earlier one of the same inputs; the last saved is current")
  func latest() throws {
    func save(_ source: String, _ hash: String, seats: Double) throws {
      let fact = Fact(.campus(campus.id), "campus.seats", .number(seats), method: .simulation)
      try store.saveStudy(
        campus: campus.id, source: source, inputsHash: hash, output: StudyOutput(facts: [fact]),
        at: "2026-03-01T09:00:00Z")
    }
    func current() throws -> [String] {
      try store.latestStudies(campus: campus.id).map {
        "\($0.source) \($0.inputsHash) \($0.output.facts[0].value.number ?? 0)"
      }
    }
    try save("sensors/1", "s", seats: 9)
    try save("capacity/1", "h1", seats: 1)
    try save("capacity/1", "h2", seats: 2)
    try save("capacity/1", "h2", seats: 3)
    #expect(try current() == ["capacity/1 h2 3.0", "sensors/1 s 9.0"])
    // A later version of the study stands in for the earlier one.
    try save("capacity/2", "h2", seats: 4)
    #expect(try current() == ["capacity/2 h2 4.0", "sensors/1 s 9.0"])
    #expect(try store.makeCurrent(campus: campus.id, source: "capacity/1", inputsHash: "h1"))
    #expect(try current() == ["capacity/1 h1 1.0", "sensors/1 s 9.0"])
    #expect(try !store.makeCurrent(campus: campus.id, source: "capacity/1", inputsHash: "?"))
  }

  @Test("needs a campus that is there")
  func unknownCampus() throws {
    let nobody = try CampusID("nobody")
    #expect(throws: StoreError.unknownCampus(nobody)) {
      try store.saveStudy(
        campus: nobody, source: "capacity/1", inputsHash: "", output: StudyOutput(), at: "")
    }
    #expect(throws: StoreError.unknownCampus(nobody)) { try store.setDeclarations([], of: nobody) }
    #expect(throws: StoreError.unknownCampus(nobody)) {
      try store.saveVerdicts(campus: nobody, inputsHash: "", verdicts: [], at: "")
    }
  }

  @Test("declarations are replaced as a whole")
  func declarations() throws {
    let facts = [
      Fact(.campus(campus.id), "network.wired_link", .flag(true), method: .declaration),
      Fact(.campus(campus.id), "network.uplink_rate", .number(500), method: .declaration),
    ]
    try store.setDeclarations(facts, of: campus.id)
    #expect(try store.campus(campus.id)?.declarations == facts)
    var silent = campus
    silent.declarations = []
    try store.importCampus(silent, version: SampleCampus.version)
    #expect(try store.campus(campus.id)?.declarations == facts)
  }

  @Test("verdicts come back in their order, the last check counting")
  func verdicts() throws {
    let met = Verdict(
      ruleSet: "gb50099", clause: "7.1.1", subject: .space(GlobalID("3room")), outcome: .met,
      measured: "1.49 m²/seat", requirement: "≥ 1.36 m²/seat", method: .model,
      evidence: [GlobalID("3room")], isBinding: true, isVerified: true)
    let unknown = Verdict(
      ruleSet: "baoan", clause: "uplink", subject: .campus(campus.id), outcome: .unknown,
      requirement: "≥ 500 Mbit/s", reason: "No link rate; ask the school", isBinding: false,
      isVerified: false)
    #expect(try store.verdicts(campus: campus.id) == nil)
    for (hash, verdicts) in [("h1", [met]), ("h2", [unknown]), ("h1", [unknown, met])] {
      try store.saveVerdicts(
        campus: campus.id, inputsHash: hash, verdicts: verdicts, at: "2026-03-01T10:00:00Z")
    }
    let stored = try #require(try store.verdicts(campus: campus.id))
    #expect(stored.verdicts == [unknown, met])
    #expect(stored.inputsHash == "h1" && stored.checkedAt == "2026-03-01T10:00:00Z")
  }

  @Test(
    "can be asked in SQL: facts, verdicts and proposed devices on the map",
    .enabled(
      if: ForeignProgram("spatialite") != nil, "spatialite (spatialite-bin) is not installed"))
  func sql() throws {
    try store.saveStudy(
      campus: campus.id, source: "capacity/1", inputsHash: "h1", output: output, at: "")
    try store.close()
    let spatialite = try #require(ForeignProgram("spatialite"))
    func ask(_ sql: String) throws -> String {
      try spatialite.output(["-silent", "-noheader", folder.city, sql])
    }
    #expect(
      try ask("SELECT value, low, unit, stage FROM facts WHERE quantity = 'campus.seats'")
        == "1080.0|1000.5||junior\n")
    #expect(
      try ask("SELECT study, ST_X(place), ST_Y(place) FROM devices WHERE origin = 'proposed'")
        == "capacity/1|483998.0|2496011.0\n")
    #expect(try ask("SELECT hex(substr(cells, 1, 4)) FROM grid") == "54574752\n")  // “TWGR”
  }
}
