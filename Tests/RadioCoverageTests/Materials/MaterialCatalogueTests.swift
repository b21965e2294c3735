import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The catalogue of radio materials")
struct MaterialCatalogueTests {
  @Test(
    "understands names as authors write them",
    arguments: [
      ("混凝土", "concrete"), ("钢筋混凝土 C30", "concrete"), ("Stahlbeton - Ortbeton", "concrete"),
      ("WA REINF. CONCR.\\", "concrete"), ("Concrete - Cast In Situ", "concrete"),
      ("Leichtbeton 102890359", "concrete"), ("concrete_reinforced_in-situ", "concrete"),
      ("加气混凝土砌块", "brick"), ("砖", "brick"), ("Mauerwerk", "brick"), ("stone_sand-lime", "brick"),
      ("Masonry - Concrete Block", "concrete"), ("石膏板", "plasterboard"),
      ("Gypsum Wall Board", "plasterboard"), ("Gipskarton", "plasterboard"), ("玻璃", "glass"),
      ("Glas", "glass"), ("Vidrio", "glass"), ("Holz", "wood"), ("TIMBER/HOUT", "wood"),
      ("木门", "wood"), ("Wood - Sheathing - plywood", "plywood"), ("wood_mdf_plate", "chipboard"),
      ("Steel, Chrome Plated", "metal"), ("钢", "metal"), ("STEEL/S235JR", "metal"),
      ("Misc. Air Layers - Air Space", "air"), ("Batt Insulation", "insulation"),
      ("glass wool", "insulation"), ("Wärmedämmung - hart", "insulation"),
    ])
  func names(written: String, meant: String) throws {
    let catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds))
    #expect(catalogue.material(for: written)?.name == meant)
  }

  @Test(
    "does not guess",
    arguments: ["Default Wall", "Solid 397409098", "Stair", "virtual_white", "默认墙"])
  func unknown(name: String) throws {
    let catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds))
    #expect(catalogue.material(for: name) == nil)
  }

  @Test("stops at an unknown material of an assembly, with its line")
  func wrongSeed() {
    let text = """
      limits: {greatest_loss_db: 40, greatest_angle_deg: 75}
      materials:
        - {name: air, a: 1, b: 0, c: 0, d: 0, from_ghz: 1, to_ghz: 100, thickness_mm: 1, synonyms: []}
      defaults:
        wall: {assembly: [{material: cheese, thickness_mm: 200}]}
      """
    #expect {
      try MaterialCatalogue(YAMLNode.parse(text, file: "m.yaml"))
    } throws: { error in
      "\(error)".hasPrefix("m.yaml:5:") && "\(error)".contains("unknown material “cheese”")
    }
  }
}
