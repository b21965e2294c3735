import Foundation
import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The catalogue of devices")
struct DeviceCatalogueTests {
  private func catalogue() throws -> DeviceCatalogue {
    try DeviceCatalogue(seeds: SeedFolder(path: Checkout.seeds))
  }

  @Test("has the kinds that a school is fitted with")
  func kinds() throws {
    #expect(
      try catalogue().kinds == [
        "access_point", "air_quality", "air_sampling", "board_light", "camera", "climate",
        "door_contact", "gateway", "light", "occupancy",
      ])
  }

  @Test("puts no camera into toilets, and flags classrooms")
  func privacy() throws {
    let camera = try #require(catalogue().types(of: "camera").first)
    #expect(camera.times(in: "toilet") == nil)
    #expect(camera.times(in: "corridor") == 1)
    #expect(camera.flags.contains { $0.uses == ["ordinary_classroom"] })
  }

  @Test("asks for sampling points by floor area (GB/T 18883)")
  func sampling() throws {
    let points = try #require(catalogue().types(of: "air_sampling").first)
    #expect([40, 50, 51, 100, 101].map { points.least(in: SquareMetres($0)) } == [1, 1, 3, 3, 5])
  }

  @Test("sees a camera's far end by pixels and its blind zone by tilt (EN 62676-4)")
  func camera() throws {
    let camera = try #require(catalogue().types(of: "camera").first)
    let shape = try #require(ViewShape(camera, roomHeight: 3))
    // 1.3 m above the target: 2560 / (2 · 125 · tan 44°) = 10.604 m slant, 10.524 m in plan;
    // nearest 1.3 / tan(22° + 24°) = 1.255 m.
    #expect(shape.far == 10_523)
    #expect(shape.near == 1_256)
  }

  @Test(
    "refuses what it does not know, with file and line",
    arguments: [
      ("colour: red", "unknown key “colour”"), ("radio: smoke", "expected one of none, ethernet"),
      ("margin: -1", "expected 0.0 to 5.0"), ("margin: wide", "expected a number"),
      ("glass: frosted", "expected one of clear, opaque"),
    ])
  func refuses(_ line: String, _ reason: String) throws {
    let key = line.prefix { $0 != ":" }
    let file = try String(contentsOfFile: "\(Checkout.seeds)/equipment/light.yaml", encoding: .utf8)
    var lines = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let index = lines.firstIndex(where: { $0.hasPrefix("    \(key):") }) {
      lines[index] = "    \(line)"
    } else if let index = lines.firstIndex(where: { $0.hasPrefix("    radio:") }) {
      lines.insert("    \(line)", at: index)
    }
    let number = try #require(lines.firstIndex(of: "    \(line)")) + 1
    let node = try YAMLNode.parse(lines.joined(separator: "\n"), file: "light.yaml")
    let uses = try SeedFolder(path: Checkout.seeds).read("rooms/uses.yaml").value("uses").list()
      .map { try $0.value("id").string() }
    let densities = try PixelDensity(
      SeedFolder(path: Checkout.seeds).read("equipment/pixel-density.yaml"))
    #expect {
      try DeviceReader(uses: uses, densities: densities).devices(node)
    } throws: {
      "\($0)".hasPrefix("light.yaml:\(number): ") && "\($0)".contains(reason)
    }
  }
}
