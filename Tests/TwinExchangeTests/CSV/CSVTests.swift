import Testing
import TwinExchange
import TwinModel

@Suite("A CSV table")
struct CSVTests {
  let room = Subject.space(GlobalID("2O2Fr$t4X7Zf8NOew3FLOH"))

  @Test("quotes what holds commas, quotes or line breaks, and ends lines in CR LF")
  func quoting() {
    let fact = Fact(
      room, "room.usable_area", .number(64.8), interval: .init(low: 64, high: 65.5), method: .model,
      evidence: [GlobalID("b"), GlobalID("a")], source: "capacity/1",
      note: "limited by \"area\", not\nseats")
    let lines = CSV.facts([fact]).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "subject_kind,subject_id,quantity,value,low,high,unit,stage,year,method,evidence,source,note",
        "space,2O2Fr$t4X7Zf8NOew3FLOH,room.usable_area,64.8,64,65.5,m²,,,model,a b,capacity/1,"
          + "\"limited by \"\"area\"\", not\nseats\"",
        "",
      ])
  }

  @Test("leaves unknown values empty and writes whole numbers without a point")
  func values() {
    let facts = [
      Fact(room, "room.seats", .number(45), stage: .junior, year: 2027, method: .simulation),
      Fact(room, "room.use", .text("classroom"), method: .declaration),
      Fact(room, "room.clear_height", .number(.nan), method: .model),
    ]
    let rows = CSV.facts(facts).split(separator: "\r\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.map { $0[3] } == ["45", "classroom", ""])
    #expect(rows[0][7...9] == ["junior", "2027", "simulation"])
    #expect(rows.allSatisfy { $0.count == 13 })
  }

  @Test("has a row for each verdict")
  func verdicts() {
    let verdict = Verdict(
      ruleSet: "gb50099", clause: "7.1.1", subject: room, outcome: .notMet,
      measured: "1.25 m²/seat", requirement: "≥ 1.36 m²/seat", method: .model, isBinding: true,
      isVerified: false)
    #expect(
      CSV.verdicts([verdict]).hasSuffix(
        "\r\ngb50099,7.1.1,space,2O2Fr$t4X7Zf8NOew3FLOH,notMet,1.25 m²/seat,≥ 1.36 m²/seat,model,,,"
          + "true,false\r\n"))
  }

  @Test("explains every quantity of the catalogue once")
  func dictionary() {
    let lines = CSV.dataDictionary().split(separator: "\r\n")
    #expect(lines.count == QuantityCatalogue.all.count + 1)
    #expect(lines.contains { $0.hasPrefix("room.usable_area,m²,space,使用面积,") })
    #expect(CSV.forSpreadsheets("a\r\n").unicodeScalars.first == "\u{FEFF}")
  }
}
