import BIMImport
import Testing
import TwinModel

@Suite("Findings about rooms")
struct RoomDiagnosisTests {
  private let guid = RoomSnippet.guid

  private func findings(_ snippet: RoomSnippet, _ code: String) throws -> [Finding] {
    let inspected = try ModelInspection.inspect(text: snippet.text).findings
    let imported = try IFCImporter.read(text: snippet.text).findings
    #expect(
      inspected.filter { $0.code == code } == imported.filter { $0.code == code },
      "inspect and import agree")
    return imported.filter { $0.code == code }
  }

  @Test("name the floor that two rooms share, with its area")
  func overlap() throws {
    var snippet = RoomSnippet()
    snippet.room(100, "a", (0, 0, 0), (4, 3, 2.8))
    snippet.room(110, "b", (3.5, 0, 0), (8, 3, 2.8))
    snippet.room(120, "c", (8, 0, 0), (12, 3, 2.8))  // only touches b
    snippet.room(130, "d", (0, 0, 2.8), (4, 3, 5.6))  // lies above a
    let found = try findings(snippet, "ifc.space.overlap")
    #expect(found.count == 1)
    #expect(found.first?.subject == guid("a"))
    #expect(found.first?.message.contains("1.5 m²") == true)  // 0.5 × 3 m
    #expect(found.first?.suggestion.isEmpty == false)
  }

  @Test("take a space over many others as one that was meant")
  func encloses() throws {
    var snippet = RoomSnippet()
    for (index, name) in ["a", "b", "c"].enumerated() {
      let x = Double(index) * 4
      snippet.room(100 + index * 10, name, (x, 0, 0), (x + 4, 3, 2.8))
    }
    snippet.room(130, "gross", (0, 0, 0), (12, 3, 2.8))
    #expect(try findings(snippet, "ifc.space.overlap") == [])
    let found = try findings(snippet, "ifc.space.encloses")
    #expect(found.map(\.subject) == [guid("gross")])
    #expect(found.first?.severity == .info)
  }

  @Test("say nothing of a space and its parts")
  func parts() throws {
    var snippet = RoomSnippet()
    snippet.room(100, "whole", (0, 0, 0), (8, 3, 2.8))
    snippet.room(110, "part", (0, 0, 0), (4, 3, 2.8), in: 100)
    #expect(try findings(snippet, "ifc.space.overlap") == [])
  }

  @Test("name a room that lies in another storey's height")
  func outsideStorey() throws {
    var snippet = RoomSnippet()
    snippet.room(100, "right", (0, 0, 0), (4, 3, 2.8))
    snippet.room(110, "high", (5, 0, 3), (8, 3, 5.8))
    snippet.room(120, "hall", (10, 0, 0), (14, 3, 5.8))  // two storeys high
    snippet.room(130, "pit", (20, 0, -1.5), (22, 3, 2.8))  // a lift goes deeper
    let found = try findings(snippet, "ifc.space.outsideStorey")
    #expect(found.map(\.subject) == [guid("high")])
    #expect(found.first?.message.contains("from 3.0 to 5.8 m") == true)
  }

  @Test("name a door that leads into no space, where there are spaces")
  func lostDoor() throws {
    var snippet = RoomSnippet.twoRooms()
    let rest = ",$,2.1,0.9,.DOOR.,$,$"
    snippet.product(200, "IFCDOOR", "lost", (30, 1, 0), (30.1, 1.9, 2.1), rest: rest)
    snippet.product(210, "IFCDOOR", "upstairs", (4, 1, 3), (4.1, 1.9, 5.1), rest: rest, in: 22)
    #expect(try findings(snippet, "ifc.door.joinsNothing").map(\.subject) == [guid("lost")])
  }

  @Test("list the first hundred of a kind and count the others")
  func many() throws {
    var snippet = RoomSnippet()
    for index in 0..<103 {
      snippet.add(
        "#\(1000 + index)=IFCSPACE('\(guid("s\(index)"))',$,$,$,$,#9,$,$,.ELEMENT.,.INTERNAL.,$);")
    }
    let list = (0..<103).map { "#\(1000 + $0)" }.joined(separator: ",")
    snippet.add("#2000=IFCRELAGGREGATES('\(guid("all"))',$,$,$,#21,(\(list)));")
    let found = try findings(snippet, "ifc.space.noBody")
    #expect(found.count == 101)
    #expect(Set(found.map(\.subject)).count == 101)
    #expect(found.last?.message == "3 more are like the 100 listed")
  }
}
