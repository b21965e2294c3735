import BIMImport
import Foundation
import Testing
import TwinModel
import TwinTestSupport

/// Compares with the numbers of IfcOpenShell 0.9.0 (OpenCASCADE kernel).
///
/// They lie in the folder `../shared/reference/ifc`. A product is `trusted` there when ifclite-geom 4.15.0,
/// an unrelated program, agrees.
@Suite(
  "A real building model",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct IFCReferenceTests {
  struct Reference: Decodable {
    struct Product: Decodable {
      var id: Int
      var bbox: [[Double]]?
      var volume: Double?
      var closed: Bool?
      var trusted: Bool?
    }
    struct Space: Decodable {
      var guid: String
      var geom_floor_area_m2: Double?
      var closed: Bool?
    }
    var entity_total: Int
    var products: [Product]
    var spaces: [Space]
  }

  private func read(_ name: String) throws -> (mine: ModelInspection, reference: Reference) {
    let shared = try #require(Checkout.shared)
    let numbers = try Data(contentsOf: shared.appendingPathComponent("reference/ifc/\(name).json"))
    let reference = try JSONDecoder().decode(Reference.self, from: numbers)
    let file = shared.appendingPathComponent("data/ifc/\(name).ifc").path
    return (try ModelInspection.inspect(file: file), reference)
  }

  /// Whether box (5 mm or 0.1 % of the size) and, of closed meshes, volume (1 %) agree.
  private func agrees(_ mine: ModelInspection.ProductRow?, _ wanted: Reference.Product) -> Bool {
    guard let mine, let box = wanted.bbox else { return false }
    let size = zip(box[0], box[1]).map { $1 - $0 }.max() ?? 0
    let slack = max(0.005, 0.001 * size)
    for (corner, expected) in zip(mine.box, box) {
      for (value, wanted) in zip(corner, expected) where abs(value - wanted) > slack {
        return false
      }
    }
    guard wanted.closed == true, let volume = wanted.volume else { return true }
    return abs(mine.volume - volume) <= max(1e-4, 0.01 * abs(volume))
  }

  @Test(
    "has the entities, room areas and bodies that another program finds",
    arguments: [
      "duplex_a", "b03_heating_bldg", "example_hom", "bimwhale_large", "jasmin_sun",
      "ios_TestModel_IFC4Add2", "openhouse_ifc4", "hhs_construction", "bsi_reinforcing-assembly",
      "bsi_beam-parametric-cross-section",
    ])
  func comparison(_ name: String) throws {
    let (mine, reference) = try read(name)
    #expect(mine.entityTotal == reference.entity_total)
    var areas: [String: Double] = [:]
    for space in mine.spaces { areas[space.guid] = space.floorArea }
    for space in reference.spaces where space.closed == true {
      guard let area = space.geom_floor_area_m2, area > 0 else { continue }
      #expect(abs((areas[space.guid] ?? 0) - area) <= max(0.01, 0.005 * area), "\(space.guid)")
    }
    let rows = Dictionary(uniqueKeysWithValues: mine.products.map { ($0.id, $0) })
    let trusted = reference.products.filter { $0.trusted == true }
    // Every trusted product of these models agreed when the bar was set.
    let differing = trusted.filter { !agrees(rows[$0.id], $0) }.map(\.id)
    #expect(differing.isEmpty)
    #expect(!trusted.isEmpty)
  }

  @Test("that other readers refuse is read with a finding (IFC2X_FINAL, a cut-off file)")
  func lenient() throws {
    let shared = try #require(Checkout.shared)
    func inspect(_ name: String) throws -> ModelInspection {
      try ModelInspection.inspect(file: shared.appendingPathComponent("data/ifc/\(name).ifc").path)
    }
    let old = try inspect("adt_fzk")
    #expect(old.findings.contains { $0.code == "ifc.schema.nearest" })
    #expect(old.spaces.count == 7)
    let broken = try inspect("broken_errorfile")
    #expect(broken.entityTotal > 6000)
    #expect(broken.findings.contains { $0.code == "ifc.step.syntax" })
  }
}
