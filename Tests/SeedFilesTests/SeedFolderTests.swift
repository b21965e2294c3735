import Foundation
import SeedFiles
import Testing
import TwinTestSupport

@Suite("The folder of seeds")
struct SeedFolderTests {
  @Test("lists its YAML files in order and reads them")
  func files() throws {
    let folder = try SeedFolder(path: Checkout.seeds)
    let rooms = folder.files(in: "rooms")
    #expect(rooms == rooms.sorted())
    #expect(rooms.contains("rooms/uses.yaml"))
    #expect(try folder.read("rooms/uses.yaml").value("uses").list().count > 10)
    #expect(folder.files(in: "no such folder").isEmpty)
  }

  @Test(
    "holds files that name their format", arguments: ["rooms", "standards", "programme", "seats"])
  func formats(_ subfolder: String) throws {
    let folder = try SeedFolder(path: Checkout.seeds)
    for file in folder.files(in: subfolder) {
      #expect(try folder.read(file).value("format").string().contains("/"), "\(file)")
    }
  }

  @Test("is found beside or above the program, or where the user says")
  func find() throws {
    let program = Checkout.root.appendingPathComponent(".build/release/twin-sim").path
    let found = try SeedFolder.find(override: nil, near: program)
    #expect(
      URL(fileURLWithPath: found.path).resolvingSymlinksInPath()
        == URL(fileURLWithPath: Checkout.seeds).resolvingSymlinksInPath())
    #expect(
      try SeedFolder.find(override: Checkout.seeds, near: "/").path == Checkout.seeds)
    #expect(throws: SeedError.self) {
      try SeedFolder.find(override: "/no/such/folder", near: program)
    }
    #expect(throws: SeedError.self) { try SeedFolder.find(override: nil, near: "/usr/bin/x") }
  }
}
