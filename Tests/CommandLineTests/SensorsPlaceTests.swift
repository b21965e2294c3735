import Foundation
import Testing

@Suite("Devices placed in a model")
struct SensorsPlaceTests {
  private let workspace: Workspace
  private let school: String

  init() throws {
    workspace = try Workspace()
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
    school = workspace.path("d/ifc/qingyun-primary.ifc")
  }

  @Test("leave a certificate that the checker accepts, and refuses once a device is gone")
  func certificate() throws {
    let proof = workspace.path("proof.json")
    let placed = try TwinSimRun(
      "sensors", "place", school, "--device", "air_quality", "--certificate", proof)
    #expect(placed.status == 0, "\(placed.stderr)")
    let checked = try TwinSimRun("sensors", "verify", proof, school)
    #expect(checked.status == 0, "\(checked.stdout)")
    #expect(checked.stdout.contains(" 0 do not hold"))
    let data = try Data(contentsOf: URL(fileURLWithPath: proof))
    let object = try JSONSerialization.jsonObject(with: data)
    var certificate = try #require(object as? [String: Any])
    var areas = try #require(certificate["areas"] as? [[String: Any]])
    areas[0]["devices"] = [Any]()
    certificate["areas"] = areas
    try JSONSerialization.data(withJSONObject: certificate)
      .write(to: URL(fileURLWithPath: proof))
    let refused = try TwinSimRun("sensors", "verify", proof, school)
    #expect(refused.status == 1)
    #expect(refused.stdout.contains("is not served"))
  }

  @Test("are listed and drawn, the same each time")
  func files() throws {
    for folder in ["a", "b"] {
      let run = try TwinSimRun(
        "sensors", "place", school, "--device", "camera", "--device", "smoke_detector", "--out",
        workspace.path(folder))
      #expect(run.status == 0, "\(run.stderr)")
    }
    for name in ["devices.csv", "bill.csv", "devices.gpkg", "devices.ifc", "storey-1.svg"] {
      #expect(
        FileManager.default.contentsEqual(
          atPath: workspace.path("a/qingyun-primary/\(name)"),
          andPath: workspace.path("b/qingyun-primary/\(name)")))
    }
    let list = try String(
      contentsOfFile: workspace.path("a/qingyun-primary/devices.csv"), encoding: .utf8)
    #expect(list.contains(",camera,camera_corner_4mp,"))
  }

  @Test("an unknown kind is 64, a file that is no certificate 65, a missing model 66")
  func refusals() throws {
    let kind = try TwinSimRun("sensors", "place", school, "--device", "drone")
    #expect(kind.status == 64)
    #expect(kind.stderr.contains("no device of kind “drone”; the catalogue has smoke_detector"))
    let proof = workspace.path("proof.json")
    try Data("{\"format\": 1}".utf8).write(to: URL(fileURLWithPath: proof))
    #expect(try TwinSimRun("sensors", "verify", proof, school).status == 65)
    #expect(try TwinSimRun("sensors", "place", workspace.path("none.ifc")).status == 66)
  }
}
