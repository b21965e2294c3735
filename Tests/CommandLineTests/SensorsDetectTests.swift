import Foundation
import Testing

@Suite("Gateways and detection times in a model")
struct SensorsDetectTests {
  private let workspace: Workspace
  private let school: String

  init() throws {
    workspace = try Workspace()
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
    school = workspace.path("d/ifc/qingyun-primary.ifc")
  }

  private func object(_ run: TwinSimRun) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
  }

  @Test("gateways carry every device that they reach, none more than it can")
  func gateways() throws {
    let run = try TwinSimRun(
      "sensors", "gateways", school, "--device", "air_quality", "--format", "json", "--out",
      workspace.path("g"))
    #expect(run.status == 0, "\(run.stderr)")
    let storeys = try #require(object(run)["storeys"] as? [[String: Any]])
    #expect(!storeys.isEmpty)
    for storey in storeys {
      let links = try #require(storey["links"] as? [[String: String]])
      let gateways = try #require(storey["gateways"] as? [[String: Any]])
      #expect(links.count == storey["devices"] as? Int)
      #expect(storey["proven"] as? Bool == true)
      #expect(storey["cost"] as? Double == storey["bound"] as? Double)
      let names = Set(gateways.compactMap { $0["id"] as? String })
      #expect(Set(links.compactMap { $0["gateway"] }) == names)
    }
    let list = try String(
      contentsOfFile: workspace.path("g/qingyun-primary/links.csv"), encoding: .utf8)
    #expect(list.hasPrefix("device,gateway\n"))
  }

  @Test(
    "more devices notice sooner, with a bound, the same bytes each time",
    arguments: [
      ["--device", "air_quality"],
      ["--device", "air_quality", "--event", "aerosol", "--doors", "open"],
      ["--device", "smoke_detector"],
    ])
  func detection(options: [String]) throws {
    let arguments = ["sensors", "detect", school, "--count", "12", "--format", "json"] + options
    let run = try TwinSimRun(arguments)
    #expect(run.status == 0, "\(run.stderr)")
    let steps = try #require(object(run)["steps"] as? [[String: Any]])
    #expect(steps.count == 13)
    let means = steps.compactMap { $0["mean_s"] as? Double }
    let bounds = steps.compactMap { $0["bound_s"] as? Double }
    #expect(means.first == (options.contains("smoke_detector") ? 900 : 7200))
    #expect(zip(means, means.dropFirst()).allSatisfy { $0 > $1 })
    #expect(zip(bounds, means).allSatisfy { $0 <= $1 + 1e-6 })
    #expect(try TwinSimRun(arguments).stdout == run.stdout)
  }

  @Test("an unknown kind, event or number is 64, a missing model 66")
  func refusals() throws {
    let kind = try TwinSimRun("sensors", "detect", school, "--count", "1", "--device", "drone")
    #expect(kind.status == 64)
    #expect(kind.stderr.contains("no device of kind “drone”; there are smoke_detector"))
    let event = try TwinSimRun("sensors", "detect", school, "--count", "1", "--event", "noise")
    #expect(event.status == 64)
    #expect(event.stderr.contains("no event “noise”; the seeds have co2, aerosol"))
    #expect(try TwinSimRun("sensors", "detect", school, "--count", "-1").status == 64)
    let own = try TwinSimRun("sensors", "gateways", school, "--device", "gateway")
    #expect(own.status == 64)
    #expect(try TwinSimRun("sensors", "gateways", workspace.path("none.ifc")).status == 66)
  }
}
