import CampusGenerator
import Testing
import TwinModel

@Suite("The IFC file of a school")
struct SchoolIFCTests {
  @Test("has the same bytes whenever it is written")
  func deterministic() throws {
    let school = try SampleSchools.primary(18, furniture: true)
    #expect(school.ifc() == school.ifc())
  }

  @Test("is ASCII, with one instance a line and no reference to what is not there")
  func references() throws {
    let text = try STEPText(SampleSchools.primary(18, furniture: true).ifc())
    #expect(text.isASCII)
    #expect(text.instances.count > 10_000)
    for (number, instance) in text.instances.enumerated() {
      #expect(instance.number == number + 1)
      #expect(instance.references.allSatisfy { 1..<instance.number ~= $0 })
    }
  }

  @Test("gives every rooted object a GlobalId of its own")
  func globalIDs() throws {
    let text = try STEPText(SampleSchools.primary(24, furniture: true).ifc())
    let ids = text.instances.compactMap(\.globalID)
    #expect(ids.count > 4000)
    #expect(Set(ids).count == ids.count)
  }

  @Test("declares the floor of each room as the product of its sides")
  func quantities() throws {
    let school = try SampleSchools.primary(18)
    let text = try STEPText(school.ifc())
    let rooms = school.buildings().flatMap(\.storeys).flatMap(\.rooms)
    #expect(text.count("IFCSPACE") == rooms.count)
    // 9.0 m × 7.2 m between the finished walls.
    #expect(text.count("IFCQUANTITYAREA", containing: "'NetFloorArea',$,$,64.8,$") >= 18)
  }

  @Test("has an opening for every door and window, and one for the bare passages")
  func openings() throws {
    let school = try SampleSchools.primary(18)
    let text = try STEPText(school.ifc())
    let openings = school.buildings().flatMap(\.storeys).flatMap(\.walls).flatMap(\.openings)
    #expect(text.count("IFCOPENINGELEMENT") == openings.count)
    #expect(text.count("IFCRELVOIDSELEMENT") == openings.count)
    #expect(text.count("IFCWINDOW") == openings.count { $0.filling == .window })
    #expect(
      text.count("IFCRELFILLSELEMENT") == text.count("IFCWINDOW") + text.count("IFCDOOR"))
    #expect(openings.contains { $0.filling == .nothing })
  }

  @Test("stands in EPSG:4547, with metres on the map whatever its own unit is")
  func georeference() throws {
    let school = try SampleSchools.primary(6)
    let metres = try STEPText(school.ifc())
    #expect(metres.count("IFCPROJECTEDCRS", containing: "'EPSG:4547'") == 1)
    #expect(
      metres.count("IFCMAPCONVERSION", containing: ",487000.,2494000.,5.,1.,0.,1.)") == 1)
    let millimetres = try STEPText(school.ifc(lengthUnit: .millimetre))
    #expect(
      millimetres.count("IFCMAPCONVERSION", containing: ",487000.,2494000.,5.,1.,0.,0.001)") == 1)
    #expect(millimetres.instances.count == metres.instances.count + 1)
  }

  @Test("says what each room is in Chinese")
  func names() throws {
    let school = try SchoolDesign(
      campus: CampusID("n"), name: "宝安区海棠学校", kind: .existing,
      classes: [
        StageClasses(stage: .primary, classes: 12), StageClasses(stage: .junior, classes: 6),
      ])
    let text = try STEPText(school.ifc())
    var primary: [UInt8] = []
    appendSTEPString("小学普通教室", to: &primary)
    let name = String(decoding: primary, as: UTF8.self)
    #expect(text.count("IFCSPACE", containing: name) == 12)
  }
}

/// The instances of a written file, taken apart as far as the tests need.
struct STEPText {
  struct Instance {
    var number: Int
    var keyword: Substring
    var attributes: Substring

    var references: [Int] {
      attributes.split(separator: "#").dropFirst().compactMap { Int($0.prefix(while: \.isNumber)) }
    }

    /// The first attribute of a rooted entity: 22 characters in quotes.
    var globalID: Substring? {
      let first = attributes.prefix { $0 != "," }
      return first.count == 24 && first.first == "'" ? first.dropFirst().dropLast() : nil
    }
  }

  var instances: [Instance] = []
  var isASCII: Bool

  init(_ bytes: [UInt8]) throws {
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") where line.hasPrefix("#") {
      let parts = line.dropFirst().split(separator: "=", maxSplits: 1)
      let number = try #require(parts.first.flatMap { Int($0) })
      let body = try #require(parts.last)
      let keyword = body.prefix { $0 != "(" }
      instances.append(
        Instance(
          number: number, keyword: keyword,
          attributes: body.dropFirst(keyword.count + 1).dropLast(2)))
    }
  }

  func count(_ keyword: String, containing text: String = "") -> Int {
    instances.count {
      $0.keyword == keyword && (text.isEmpty || "(\($0.attributes))".contains(text))
    }
  }
}
