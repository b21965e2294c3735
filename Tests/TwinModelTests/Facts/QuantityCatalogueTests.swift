import Testing
import TwinModel

@Suite("The catalogue of quantities")
struct QuantityCatalogueTests {
  @Test("has every name once, with its words")
  func names() {
    let names = QuantityCatalogue.all.map(\.name.value)
    #expect(Set(names).count == names.count)
    for entry in QuantityCatalogue.all {
      #expect(!entry.chinese.isEmpty && !entry.meaning.isEmpty, "\(entry.name)")
      #expect(QuantityCatalogue.entry(entry.name) == entry)
    }
    #expect(QuantityCatalogue.entry("room.colour") == nil)
  }

  @Test("names a quantity after what it is measured of")
  func families() {
    let kinds: [Substring: Subject.Kind] = [
      "campus": .campus, "building": .building, "storey": .storey, "room": .space,
      "network": .campus, "grid": .storey, "demand": .campus,
    ]
    for entry in QuantityCatalogue.all {
      let family = entry.name.value.prefix { $0 != "." }
      if let kind = kinds[family] { #expect(entry.subject == kind, "\(entry.name)") }
    }
  }
}

@Suite("A fact")
struct FactTests {
  @Test("carries the unit of the catalogue and its evidence in order")
  func unit() {
    let fact = Fact(
      .space(GlobalID("room")), "room.usable_area", .number(61.2), method: .model,
      evidence: [GlobalID("b"), GlobalID("a")])
    #expect(fact.unit == "m²")
    #expect(fact.evidence == [GlobalID("a"), GlobalID("b")])
    #expect(fact.value.number == 61.2)
    #expect(fact.value.text == nil)
  }

  @Test("is about a subject; subjects stand in order from the city down")
  func subjects() {
    let subjects = [
      Subject.space(GlobalID("a")), .storey(GlobalID("z")), .building(GlobalID("b")),
      Subject(.programme, "p"), .space(GlobalID("A")),
    ]
    #expect(
      subjects.sorted().map(\.kind) == [.programme, .building, .storey, .space, .space])
    #expect(subjects.sorted().last == .space(GlobalID("a")))
  }
}
